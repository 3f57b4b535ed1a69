import { DomainError } from '../error.ts'
import { clampedDay, dateOfEpochDay, dayOfMonth, epochDayOf, monthNumber } from './calendar.ts'
import type { CalendarDate } from './calendar.ts'

export type IntervalUnit = 'day' | 'week' | 'month' | 'year'

/** How often a price recurs: `{count: 28, unit: 'day'}`; a quarter is 3 months, a half-year 6 (law 2). */
export interface BillingInterval {
  readonly count: number
  readonly unit: IntervalUnit
}

/** Greatest count of an interval. */
export const MAX_COUNT = 1000

/** Days in one unit, for the units that have a fixed length. */
const daysIn: Record<IntervalUnit, number> = { day: 1, week: 7, month: 0, year: 0 }
const monthsIn: Record<IntervalUnit, number> = { day: 0, week: 0, month: 1, year: 12 }

/** Length in days of a day or week interval, otherwise 0. */
export function fixedDays(interval: BillingInterval): number {
  return daysIn[interval.unit] * interval.count
}

/** Length in months of a month or year interval, otherwise 0. */
export function wholeMonths(interval: BillingInterval): number {
  return monthsIn[interval.unit] * interval.count
}

/** Throws `invalid-interval` unless the unit is known and the count an integer 1 … 1000. */
export function assertInterval(interval: BillingInterval): void {
  const { count, unit } = interval
  if (!Object.hasOwn(daysIn, unit) || !Number.isInteger(count) || count < 1 || count > MAX_COUNT)
    throw new DomainError('invalid-interval', `Every ${count} ${unit} is not a billing interval.`, {
      count,
      unit,
    })
}

/**
 * Occurrence `n` of an interval counted from its anchor: occurrence 0 is the anchor, `n` may be negative.
 * Always from the anchor and `n`, never from occurrence n − 1, and clamped to a short month (law 2); day counts
 * are exact days (law 3). `invalid-interval`, or `invalid-date` beyond 1900–2200.
 */
export function occurrenceOn(anchor: CalendarDate, interval: BillingInterval, n: number): CalendarDate {
  assertInterval(interval)
  const anchorDay = epochDayOf(anchor)
  const months = wholeMonths(interval)
  if (months === 0) return dateOfEpochDay(anchorDay + n * fixedDays(interval))
  return dateOfEpochDay(clampedDay(monthNumber(anchor) + n * months, dayOfMonth(anchor)))
}

/** Average length in days: exact for days and weeks, 365.25 ÷ 12 for a month. For ordering and display, not for dates. */
export function approximateDays(interval: BillingInterval): number {
  assertInterval(interval)
  return fixedDays(interval) + wholeMonths(interval) * (365.25 / 12)
}

/** True when both recur on the same dates from any anchor: 12 months = 1 year, 7 days = 1 week, 30 days ≠ 1 month. */
export function isSameInterval(a: BillingInterval, b: BillingInterval): boolean {
  return fixedDays(a) === fixedDays(b) && wholeMonths(a) === wholeMonths(b)
}
