import type { Money } from '../money/money.ts'
import { divideHalfUp, safeNumber } from '../money/rounding.ts'
import { isPausedOn } from '../subscription/lifecycle.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import { lastSegment } from '../subscription/change.ts'
import { expectedTerms } from '../subscription/forecast.ts'
import { periodsOf } from '../subscription/periods.ts'
import { firstIndexFrom, timelineOf } from '../subscription/timeline.ts'
import { daysBetween, epochDayOf, maxDate, minDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'

/**
 * What the days `[from, until)` of a subscription cost, minor units with tax: each day an equal part of its real period (law 14), added
 * up exactly and rounded once half-up. Free periods and periods that begin in a pause cost nothing; packs nobody has bought yet count
 * as if recharged on time.
 */
export function costOfDays(
  { terms: known, pauses }: SubscriptionFacts,
  from: CalendarDate,
  until: CalendarDate,
): Money {
  const terms = expectedTerms(known, from) ?? known
  const { currency } = lastSegment(terms).price
  let numerator = 0n
  let divisor = 1n
  const index = Math.max(0, firstIndexFrom(timelineOf(terms), epochDayOf(from)) - 1)
  for (const { startsOn, endsOn, amount } of periodsOf(terms, { from: index, until, expected: true })) {
    const days = daysBetween(maxDate(startsOn, from), minDate(endsOn, until))
    if (days <= 0 || isPausedOn(pauses, startsOn)) continue
    const length = BigInt(daysBetween(startsOn, endsOn))
    numerator = numerator * length + BigInt(amount) * BigInt(days) * divisor
    divisor *= length
  }
  return { amount: safeNumber(divideHalfUp(numerator, divisor)), currency }
}
