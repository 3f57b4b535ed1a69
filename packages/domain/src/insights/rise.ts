import type { Money } from '../money/money.ts'
import { monthlyCost } from '../subscription/forecast.ts'
import type { Terms } from '../subscription/terms.ts'
import { addMonths, maxDate, type CalendarDate } from '../time/calendar.ts'

/** By how much something became dearer. */
export interface Rise {
  /** The day whose price is compared with today's: a year ago, or the first day. */
  readonly since: CalendarDate
  /** True monthly cost then and now. */
  readonly before: Money
  readonly now: Money
  /** Of twelve months at today's price, more than at that one; more than zero. */
  readonly perYear: Money
}

const MONTHS_BACK = 12

/** What a year costs more than it did twelve months ago, or when it began; null where it does not, or in another currency. */
export function riseOf(terms: Terms, today: CalendarDate): Rise | null {
  const since = maxDate(terms.startsOn, addMonths(today, -MONTHS_BACK))
  if (since >= today) return null
  const [before, now] = [monthlyCost(terms, since), monthlyCost(terms, today)]
  const more = now.amount - before.amount
  if (before.currency !== now.currency || more <= 0 || before.amount === 0) return null
  return { since, before, now, perYear: { amount: more * MONTHS_BACK, currency: now.currency } }
}
