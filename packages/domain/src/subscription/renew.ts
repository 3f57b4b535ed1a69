import { DomainError } from '../error.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { BillingInterval } from '../time/interval.ts'
import type { Money } from '../money/money.ts'
import type { TaxRule } from '../money/tax.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import type { Period } from './periods.ts'
import type { RenewalPolicy, Terms } from './terms.ts'

/** What a renewal or a change of plan may change; what is absent stays. */
export interface PlanChange {
  readonly price?: Money | undefined
  readonly interval?: BillingInterval | undefined
  readonly tax?: TaxRule | undefined
}

export interface RenewOptions extends PlanChange {
  /** Day of the recharge. */
  readonly renewedOn: CalendarDate
  readonly today: CalendarDate
  /** Overrides the policy of the terms. */
  readonly policy?: RenewalPolicy | undefined
}

export interface Renewed {
  readonly terms: Terms
  /** The period that this renewal opened. */
  readonly period: Period
  readonly policyApplied: RenewalPolicy
}

export function renewTerms(_terms: Terms, _options: RenewOptions): Renewed {
  throw new DomainError('invalid-terms', 'pending')
}
export function cancelFacts(
  _facts: SubscriptionFacts,
  _request: { readonly requestedOn: CalendarDate; readonly mode: 'atPeriodEnd' | 'now' },
): SubscriptionFacts {
  throw new DomainError('invalid-terms', 'pending')
}
export function reactivateFacts(_facts: SubscriptionFacts, _today: CalendarDate): SubscriptionFacts {
  throw new DomainError('invalid-terms', 'pending')
}
export function pauseFacts(
  _facts: SubscriptionFacts,
  _pause: { readonly fromOn: CalendarDate; readonly untilOn?: CalendarDate | null | undefined },
  _today: CalendarDate,
): SubscriptionFacts {
  throw new DomainError('invalid-terms', 'pending')
}
export function resumeFacts(_facts: SubscriptionFacts, _resumedOn: CalendarDate): SubscriptionFacts {
  throw new DomainError('invalid-terms', 'pending')
}
export function changePriceFrom(_terms: Terms, _index: number, _price: Money, _tax?: TaxRule): Terms {
  throw new DomainError('invalid-terms', 'pending')
}
export interface PlanChanged {
  readonly terms: Terms
  /** What the unused days of a cut prepaid period were worth, in minor units with tax; zero at a boundary. */
  readonly unused: Money
}
export function changePlanAt(_terms: Terms, _on: CalendarDate, _change: PlanChange): PlanChanged {
  throw new DomainError('invalid-terms', 'pending')
}
