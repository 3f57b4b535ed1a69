// Words for the tests: dates, money, intervals and drafts in one line each.
import type { Money } from './money/money.ts'
import type { Period } from './subscription/period.ts'
import type { SubscriptionFacts } from './subscription/lifecycle.ts'
import { termsOf } from './subscription/terms.ts'
import type { Draft } from './subscription/draft.ts'
import type { Terms } from './subscription/terms.ts'
import { parseCalendarDate } from './time/calendar.ts'
import type { CalendarDate } from './time/calendar.ts'
import type { BillingInterval, IntervalUnit } from './time/interval.ts'

export const on = (text: string): CalendarDate => parseCalendarDate(text)
export const inr = (amount: number): Money => ({ amount, currency: 'INR' })
export const every = (count: number, unit: IntervalUnit): BillingInterval => ({ count, unit })
export const monthly = every(1, 'month')

/** A draft of ₹299 a month from a date, with changes. */
export const draftFrom = (startsOn: string, changes: Partial<Draft> = {}): Draft => ({
  startsOn: on(startsOn),
  interval: monthly,
  price: inr(29_900),
  ...changes,
})

export const termsFrom = (startsOn: string, changes: Partial<Draft> = {}): Terms =>
  termsOf(draftFrom(startsOn, changes))

/** A manual pack, 28 days unless said otherwise. */
export const packFrom = (startsOn: string, changes: Partial<Draft> = {}): Terms =>
  termsFrom(startsOn, { interval: every(28, 'day'), renewal: 'manual', ...changes })

export const factsOf = (terms: Terms, changes: Partial<SubscriptionFacts> = {}): SubscriptionFacts => ({
  terms,
  pauses: [],
  ...changes,
})

export const startsOf = (periods: readonly Pick<Period, 'startsOn'>[]): string[] =>
  periods.map(({ startsOn }) => startsOn)
export const spansOf = (periods: readonly Pick<Period, 'startsOn' | 'endsOn'>[]): string[] =>
  periods.map(({ startsOn, endsOn }) => `${startsOn}/${endsOn}`)
