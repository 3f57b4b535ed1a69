import { DomainError } from '../error.ts'
import type { Money } from '../money/money.ts'
import type { TaxRule } from '../money/tax.ts'
import type { Debit } from '../subscription/forecast.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import type { Renewal } from '../subscription/terms.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { BillingInterval } from '../time/interval.ts'

export interface SwitchableSubscription {
  readonly planId: string
  /** Same tier means the same thing for the person; only the term differs. */
  readonly tierKey: string
  readonly facts: SubscriptionFacts
}
export interface CandidatePlan {
  readonly planId: string
  readonly tierKey: string
  readonly interval: BillingInterval
  readonly price: Money
  readonly tax: TaxRule
  readonly renewal?: Renewal | undefined
}
/** Debits dated in [today, today + 12 months) and their sum. */
export interface CashPlan {
  readonly debits: readonly Debit[]
  readonly total: Money
}
export interface TermSwitch {
  readonly planId: string
  /** Day on which the new term begins; paid days are used up before. */
  readonly switchOn: CalendarDate
  readonly stay: CashPlan
  readonly change: CashPlan
  /** Exactly stay.total − change.total, more than zero. */
  readonly saving: Money
}
export function bestTermSwitch(
  _subscription: SwitchableSubscription,
  _candidates: readonly CandidatePlan[],
  _today: CalendarDate,
): TermSwitch | null {
  throw new DomainError('invalid-terms', 'pending')
}
