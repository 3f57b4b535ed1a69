import { daysBetween, outstandingOf } from '@streamline/domain'
import { chargeFactsOf } from './charge.presenter.ts'
import type { ChargeRow } from './charge.repository.ts'

type Dated = Pick<ChargeRow, 'startsOn' | 'endsOn'>

/** The charge that took the place of one whose period went: the one that begins nearest, within half of its days. */
export const replacementOf = <Charge extends Dated>(
  gone: Dated,
  raised: readonly Charge[],
): Charge | undefined => {
  const apart = ({ startsOn }: Dated): number => Math.abs(daysBetween(gone.startsOn, startsOn))
  const [nearest] = raised.toSorted((a, b) => apart(a) - apart(b))
  if (nearest === undefined) return undefined
  return apart(nearest) * 2 <= daysBetween(nearest.startsOn, nearest.endsOn) ? nearest : undefined
}

/**
 * Which charge the money of each that went pays: the one in its place, then the later ones that came with the same act, each at most what
 * is open there (`now` has them as they are). One amount per charge.
 */
export const moneyMoved = (
  gone: readonly ChargeRow[],
  raised: readonly Dated[],
  now: readonly ChargeRow[],
): { charge: ChargeRow; amount: number }[] => {
  const open = new Map(now.map((charge) => [charge.startsOn, outstandingOf(chargeFactsOf(charge))]))
  for (const charge of gone) {
    const own = replacementOf(charge, raised)
    const others = raised.filter((period) => period !== own && period.startsOn > charge.startsOn)
    let left = charge.paid
    for (const { startsOn } of own === undefined ? others : [own, ...others]) {
      const used = Math.min(left, open.get(startsOn) ?? 0)
      open.set(startsOn, (open.get(startsOn) ?? 0) - used)
      left -= used
    }
  }
  return now
    .map((charge) => ({
      charge,
      amount: outstandingOf(chargeFactsOf(charge)) - (open.get(charge.startsOn) ?? 0),
    }))
    .filter(({ amount }) => amount > 0)
}

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
    const own = replacementOf(charge, periods)
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
