import type { CalendarDate } from '../time/calendar.ts'
import type { Period } from '../subscription/period.ts'

/** A charge that exists, as far as the comparison with what should exist needs it. */
export interface RaisedCharge {
  /** Number of its period. */
  readonly index: number
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  readonly billedOn: CalendarDate
  /** Minor units. */
  readonly paid: number
  readonly waived: boolean
  readonly voided: boolean
}

/** What brings the charges of a subscription to what its facts say. */
export interface Reconciliation<Charge extends RaisedCharge> {
  /** Periods that have no charge yet. */
  readonly raise: readonly Period[]
  /** Charges that take over the dates and the amount of their period: nobody was billed for them and no money touched them, or it was said wrongly. */
  readonly follow: readonly { readonly charge: Charge; readonly period: Period }[]
  /** Charges that keep their amount, but end when their period does: a recharge, or an end, cut it. */
  readonly cut: readonly { readonly charge: Charge; readonly period: Period }[]
  /** Void charges whose period is there again. */
  readonly restore: readonly { readonly charge: Charge; readonly period: Period }[]
  /** Charges whose period is not there any more. */
  readonly end: readonly Charge[]
}

interface Compared {
  readonly fromIndex: number
  readonly billedUntil: CalendarDate
  readonly amends?: boolean | undefined
}

/**
 * How a period is known: the number alone does not make it, one that went and one that came later may have the same. What is of no
 * period has a number of its own, whatever its day.
 */
export const periodName = ({ index, startsOn }: Pick<RaisedCharge, 'index' | 'startsOn'>): string =>
  index < 0 ? `${index}` : `${index} ${startsOn}`

/**
 * Compares the periods that should have a charge, from number `fromIndex` on, with the charges that exist (law 23).
 * Charges before `fromIndex` are not looked at,
 * but for those below 0, which are of no period (fees, boosters) and always compared. What was billed on or before `billedUntil` keeps dates and amount; so does
 * what is paid in part or waived, but for the day on which it ends, unless what happened was put right (`amends`): then all but what is waived follows. Applying the result and comparing again gives nothing to do.
 */
export function reconcileCharges<Charge extends RaisedCharge>(
  should: readonly Period[],
  existing: readonly Charge[],
  { fromIndex, billedUntil, amends = false }: Compared,
): Reconciliation<Charge> {
  const periods = new Map(should.map((period) => [periodName(period), period]))
  const isCompared = ({ index }: Pick<RaisedCharge, 'index'>): boolean => index >= fromIndex || index < 0
  const compared = existing.filter(isCompared)
  const known = new Set(compared.map(periodName))
  const paired = compared.map((charge) => ({ charge, period: periods.get(periodName(charge)) }))
  const wanted = paired.flatMap(({ charge, period }) => (period === undefined ? [] : [{ charge, period }]))
  const follows = ({ charge: { voided, waived, paid, billedOn } }: (typeof wanted)[number]): boolean =>
    !voided && !waived && (amends || (paid === 0 && billedOn > billedUntil))
  return {
    raise: should.filter((period) => isCompared(period) && !known.has(periodName(period))),
    follow: wanted.filter(follows),
    cut: wanted.filter(
      (pair) =>
        pair.charge.index >= 0 &&
        !pair.charge.voided &&
        !follows(pair) &&
        pair.charge.endsOn !== pair.period.endsOn,
    ),
    restore: wanted.filter(({ charge }) => charge.voided),
    end: paired
      .filter(({ charge, period }) => period === undefined && !charge.voided)
      .map(({ charge }) => charge),
  }
}
