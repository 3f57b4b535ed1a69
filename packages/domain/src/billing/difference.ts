import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import type { Period } from '../subscription/period.ts'
import { firstIndexOn } from '../subscription/position.ts'
import type { Segment } from '../subscription/terms.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { isSameInterval } from '../time/interval.ts'
import { chargesToRaise } from './charge.ts'

/**
 * Number of the first period whose charge differs by two sets of facts on a day: what lies before is the same in both, so that only
 * what follows needs to be compared with what was charged. Where nothing differs, a number after which nothing does.
 * `too-many-periods` when more than 1000 charges follow it.
 */
export function firstDifference(
  before: SubscriptionFacts,
  after: SubscriptionFacts,
  today: CalendarDate,
): number {
  const fromIndex = sameUntil(before, after, today)
  const old = chargesToRaise(before, today, { fromIndex })
  const now = chargesToRaise(after, today, { fromIndex })
  const position = now.findIndex((period, at) => !isSameCharge(period, old[at]))
  const at = position === -1 ? now.length : position
  const numbers = [old[at]?.index, now[at]?.index].filter((index) => index !== undefined)
  return numbers.length === 0 ? (now.at(-1)?.index ?? fromIndex - 1) + 1 : Math.min(...numbers)
}

/** Periods below this number are the same by the terms alone; cheap, and rather too small than too large. */
function sameUntil(before: SubscriptionFacts, after: SubscriptionFacts, today: CalendarDate): number {
  // Another choice of what is left out changes charges of periods that stay the same.
  if (before.terms.chargedFrom !== after.terms.chargedFrom) return 0
  const days = [today, ...stopsOf(before), ...stopsOf(after)]
  const stopped = Math.min(
    ...days.flatMap((day) => [before, after].map(({ terms }) => firstIndexOn(terms, day))),
  )
  const packs = Math.min(before.terms.opened ?? Infinity, after.terms.opened ?? Infinity)
  return Math.max(0, Math.min(sameSegments(before.terms.segments, after.terms.segments), stopped, packs) - 2)
}

const stopsOf = ({ cancellation, pauses }: SubscriptionFacts): CalendarDate[] => [
  ...(cancellation === undefined ? [] : [cancellation.effectiveOn]),
  ...pauses.map(({ fromOn }) => fromOn),
]

/** Periods of the leading segments that are alike; of the first pair that only ends differently, those that both have. */
function sameSegments(before: readonly Segment[], after: readonly Segment[]): number {
  let periods = 0
  for (const [position, segment] of before.entries()) {
    const other = after[position]
    if (other === undefined || !isSameCount(segment, other)) return periods
    const both = Math.min(segment.periods ?? Infinity, other.periods ?? Infinity)
    periods += both
    if (segment.periods !== other.periods || segment.endsOn !== other.endsOn) return periods
  }
  return periods
}

const isSameCount = (one: Segment, other: Segment): boolean =>
  one.anchorOn === other.anchorOn &&
  one.firstOccurrence === other.firstOccurrence &&
  isSameInterval(one.interval, other.interval) &&
  one.price.amount === other.price.amount &&
  one.tax.included === other.tax.included &&
  one.tax.basisPoints === other.tax.basisPoints &&
  one.billDay === other.billDay &&
  one.dueDays === other.dueDays &&
  one.firstBill === other.firstBill

const isSameCharge = (one: Period, other: Period | undefined): boolean =>
  other !== undefined &&
  one.index === other.index &&
  one.startsOn === other.startsOn &&
  one.endsOn === other.endsOn &&
  one.billedOn === other.billedOn &&
  one.dueOn === other.dueOn &&
  one.amount === other.amount &&
  one.tax === other.tax &&
  one.currency === other.currency
