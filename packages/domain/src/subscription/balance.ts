import type { Money } from '../money/money.ts'
import { addDays, daysBetween, maxDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { lastSegment, segmentsBefore } from './change.ts'
import { daysOfBalance } from './day-rate.ts'
import type { DayRate } from './day-rate.ts'
import { lastEndOf, periodByIndex } from './periods.ts'
import { assertDayRate, invalidTerms } from './draft.ts'
import type { Segment, Terms } from './terms.ts'

/** What is left, minor units, after the last day that the recharges so far pay for: less than a day costs. 0 without a day rate. */
export function leftOver(terms: Terms): number {
  return terms.opened === null ? 0 : leftBefore(terms, terms.opened)
}

function leftBefore(terms: Terms, index: number): number {
  const { dayRates } = terms
  if (dayRates === undefined || index === 0) return 0
  const { segment, startsOn } = periodByIndex(terms, index - 1)
  return daysOfBalance(terms.segments[segment]?.held ?? 0, startsOn, dayRates).left
}

/** The rate in force on a day; null for what does not burn by the day. */
export function dayRateOn({ dayRates }: Terms, day: CalendarDate): Money | null {
  return (dayRates?.findLast(({ fromOn }) => fromOn <= day) ?? dayRates?.[0])?.rate ?? null
}

/** One recharge that lasts from a day on, with what was left of those before it. */
function lasting(segment: Segment, startsOn: CalendarDate, held: number, rates: readonly DayRate[]) {
  const { days, left } = daysOfBalance(held, startsOn, rates)
  const { periods: _, ...rest } = segment
  const run = {
    ...rest,
    anchorOn: startsOn,
    firstOccurrence: 0,
    interval: { count: days, unit: 'day' },
  } as const
  return { run, days, left, endsOn: addDays(startsOn, days) }
}

/**
 * Terms whose recharges from number `from` on last as long as their money does, one behind the other, and whose next one is expected
 * when it is used up. Unchanged without a day rate. `invalid-terms` where a recharge pays for no day, with what was said in `field`.
 */
export function balanced(terms: Terms, from: number, field: 'price' | 'rate' = 'price'): Terms {
  const { dayRates, opened } = terms
  if (dayRates === undefined || opened === null) return terms
  const kept = segmentsBefore(terms, from)
  let left = leftBefore(terms, from)
  let endsOn = from === 0 ? terms.startsOn : periodByIndex(terms, from - 1).endsOn
  let oldEnd = endsOn
  for (let index = from; index < opened; index++) {
    const period = periodByIndex(terms, index)
    const segment = terms.segments[period.segment] ?? lastSegment(terms)
    // What began where the one before ended follows it; what began after a gap stays.
    const startsOn = period.startsOn === oldEnd ? endsOn : maxDate(period.startsOn, endsOn)
    const held = left + segment.price.amount
    const lasts = lasting(segment, startsOn, held, dayRates)
    if (lasts.days === 0) throw invalidTerms('That pays for no day.', { held, field })
    kept.push({ ...lasts.run, periods: 1, held })
    oldEnd = period.endsOn
    ;({ left, endsOn } = lasts)
  }
  const { held: _used, ...regular } = lastSegment(terms)
  const expected = lasting(regular, endsOn, left + regular.price.amount, dayRates)
  const interval = { count: Math.max(1, expected.days), unit: 'day' } as const
  return { ...terms, segments: [...kept, { ...expected.run, interval, periods: null }] }
}

/**
 * Another rate from a day on: what runs then, and what is queued behind it, lasts longer or shorter. `invalid-terms` without a day rate,
 * or where a recharge pays for no day any more.
 */
export function dayRateChanged(terms: Terms, fromOn: CalendarDate, rate: Money): Terms {
  const { dayRates, opened } = terms
  if (dayRates === undefined || opened === null) throw invalidTerms('It has no rate by the day.')
  assertDayRate(rate, lastSegment(terms).price)
  const others = dayRates.filter((known) => known.fromOn !== fromOn)
  const rates = [...others, { fromOn, rate }].toSorted((a, b) => daysBetween(b.fromOn, a.fromOn))
  let from = opened
  // What is left on the last day may pay for one more at a lower rate.
  while (from > 0 && periodByIndex(terms, from - 1).endsOn >= fromOn) from--
  const before = fromOn <= terms.startsOn ? rates.filter((known) => known.fromOn >= fromOn) : rates
  return balanced({ ...terms, dayRates: before }, from, 'rate')
}

/** How a recharge counts: money waits behind what runs, and burns from its day once nothing does. */
export const policyOfBalance = (terms: Terms, renewedOn: CalendarDate): 'stack' | 'fromPaymentDate' =>
  renewedOn < (lastEndOf(terms) ?? terms.startsOn) ? 'stack' : 'fromPaymentDate'
