import { daysBetween, outstandingOf } from '@streamline/domain'
import { chargeFactsOf } from './charge.presenter.ts'
import type { ChargePlan } from './billed-subscription.ts'
import type { ChargeRow } from './charge.repository.ts'

type Dated = Pick<ChargeRow, 'startsOn' | 'endsOn'>

/** Charges in place of others: those that came with an act, and those that stand and are for more days than before. */
export interface Places<Charge extends Dated = Dated> {
  readonly raised: readonly Charge[]
  readonly lengthened: readonly Charge[]
}

/** Money that an act left without its days: all of a charge that went, or what is too much for one that is for fewer days. */
export interface LooseMoney {
  readonly gone: readonly ChargeRow[]
  /** With the days of before. */
  readonly shortened: readonly ChargeRow[]
}

/**
 * The charge that took the place of one whose period went: the one that holds all of its days, or else the new one that begins nearest,
 * within half of its own days.
 */
export const replacementOf = <Charge extends Dated>(
  gone: Dated,
  { raised, lengthened }: Places<Charge>,
): Charge | undefined => {
  const holds = ({ startsOn, endsOn }: Dated): boolean => startsOn <= gone.startsOn && gone.endsOn <= endsOn
  const holder = [...lengthened, ...raised].find(holds)
  if (holder !== undefined) return holder
  const apart = ({ startsOn }: Dated): number => Math.abs(daysBetween(gone.startsOn, startsOn))
  const [nearest] = raised.toSorted((a, b) => apart(a) - apart(b))
  if (nearest === undefined) return undefined
  return apart(nearest) * 2 <= daysBetween(nearest.startsOn, nearest.endsOn) ? nearest : undefined
}

/**
 * Which charges loose money pays: of one that went the one in its place, then the later ones that came with the same act; of one for
 * fewer days those that came for the rest of them. Each gets at most what is open there (`now` has them as they are). One amount per
 * charge.
 */
export const moneyMoved = (
  { gone, shortened }: LooseMoney,
  places: Places,
  now: readonly ChargeRow[],
): { charge: ChargeRow; amount: number }[] => {
  const open = new Map(now.map((charge) => [charge.startsOn, outstandingOf(chargeFactsOf(charge))]))
  const use = ({ paid }: ChargeRow, periods: readonly Dated[]): void => {
    let left = paid
    for (const { startsOn } of periods) {
      const used = Math.min(left, open.get(startsOn) ?? 0)
      open.set(startsOn, (open.get(startsOn) ?? 0) - used)
      left -= used
    }
  }
  for (const charge of gone) {
    const own = replacementOf(charge, places)
    const others = places.raised.filter((period) => period !== own && period.startsOn > charge.startsOn)
    use(charge, own === undefined ? others : [own, ...others])
  }
  for (const charge of shortened)
    use(
      charge,
      places.raised.filter(({ startsOn }) => startsOn > charge.startsOn && startsOn < charge.endsOn),
    )
  return now
    .map((charge) => ({
      charge,
      amount: outstandingOf(chargeFactsOf(charge)) - (open.get(charge.startsOn) ?? 0),
    }))
    .filter(({ amount }) => amount > 0)
}

/** How much more than before is too much for a charge: what another amount, or other payments, left over. */
export const surplusOf = (
  { amount, paid }: Pick<ChargeRow, 'amount' | 'paid'>,
  before: Pick<ChargeRow, 'amount'>,
): number => Math.max(0, paid - amount) - Math.max(0, paid - before.amount)

/** Charges for fewer days with what is too much on each, where it is put right: else what is unused is credit, whatever comes. */
export const looseOf = (
  { amends, undone }: Pick<ChargePlan, 'amends' | 'undone'>,
  shortened: readonly ChargeRow[],
  surplus: (charge: ChargeRow) => number,
): ChargeRow[] =>
  amends === true && undone === undefined
    ? shortened.map((charge) => ({ ...charge, paid: surplus(charge) })).filter(({ paid }) => paid > 0)
    : []

/** Days by which periods of one kind differ: a month has 28 to 31. */
const MONTH_DIFFERS_BY = 3

const lengthOf = ({ startsOn, endsOn }: Dated): number => daysBetween(startsOn, endsOn)

const isOfPeriod = ({ index }: ChargeRow): boolean => index >= 0

/**
 * The bills that took the place of one each, of the same length: of them holds what people said of the old ones. Where one took the
 * place of several, or is for longer or shorter, nobody said anything of it.
 */
export const replacedBills = (
  gone: readonly ChargeRow[],
  raised: readonly ChargeRow[],
): Map<ChargeRow, ChargeRow> => {
  const periods = raised.filter(isOfPeriod)
  const replaced = new Map<ChargeRow, ChargeRow[]>()
  for (const charge of gone.filter(isOfPeriod)) {
    const own = replacementOf(charge, { raised: periods, lengthened: [] })
    if (own !== undefined) replaced.set(own, [...(replaced.get(own) ?? []), charge])
  }
  return new Map(
    [...replaced].flatMap(([own, [first, ...others]]) =>
      first === undefined || others.length > 0 || Math.abs(lengthOf(first) - lengthOf(own)) > MONTH_DIFFERS_BY
        ? []
        : [[own, first] as const],
    ),
  )
}
