import { DomainError } from '../error.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { Money } from '../money/money.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import type { Terms } from './terms.ts'

/** One real debit: the day on which the money is due, and the period that it pays. */
export interface Debit {
  readonly on: CalendarDate
  readonly amount: Money
  readonly index: number
  /** True when it depends on somebody recharging. */
  readonly expected: boolean
}

export interface ForecastOptions {
  /** Manual recharges that nobody made yet; default true. */
  readonly expected?: boolean | undefined
  /** With it, a manual pack that has stopped is expected to be recharged today instead of on the missed day. */
  readonly today?: CalendarDate | undefined
}

export function forecastDebits(
  _facts: SubscriptionFacts,
  _window: { readonly from: CalendarDate; readonly until: CalendarDate },
  _options: ForecastOptions = {},
): Debit[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function monthlyCost(_terms: Terms, _today?: CalendarDate): Money {
  throw new DomainError('invalid-terms', 'pending')
}
export interface NoticeRule {
  readonly noticeDays: number
  /** The debit is an e-mandate that must be stopped a day ahead (RBI, at least 24 hours). */
  readonly mandateHours24: boolean
}
export interface Decision {
  /** Last day on which cancelling avoids the debit. */
  readonly on: CalendarDate
  readonly debitOn: CalendarDate
  readonly amount: Money
}
export function decideByOf(
  _facts: SubscriptionFacts,
  _rule: NoticeRule,
  _today: CalendarDate,
): Decision | null {
  throw new DomainError('invalid-terms', 'pending')
}
