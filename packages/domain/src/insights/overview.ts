import { DomainError } from '../error.ts'
import type { ChargeFacts } from '../billing/charge.ts'
import type { SettleUp } from '../billing/posting.ts'
import type { Money } from '../money/money.ts'
import type { NoticeRule } from '../subscription/forecast.ts'
import type { SubscriptionFacts, SubscriptionStatus } from '../subscription/lifecycle.ts'
import type { CalendarDate, CalendarMonth } from '../time/calendar.ts'

export type SubscriptionKind = 'ott' | 'mobile' | 'broadband'

/** A subscription as the overview needs it; a caller may pass richer objects. */
export interface OverviewSubscription {
  readonly id: string
  readonly name: string
  readonly kind: SubscriptionKind
  readonly providerId: string
  readonly facts: SubscriptionFacts
  /** Who pays the provider; null when nobody is named. */
  readonly paidByMemberId: string | null
  readonly ownerMemberId: string
  readonly lineLabel?: string | null | undefined
  readonly notice?: NoticeRule | undefined
}
export interface OverviewCharge extends ChargeFacts {
  readonly id: string
  readonly subscriptionId: string
  /** Period index within the subscription. */
  readonly index: number
  readonly currency: string
}
export interface OverviewBalance {
  readonly memberId: string
  readonly currency: string
  /** Minor units; positive is owed to the member. */
  readonly amount: number
}
export interface OverviewInput {
  readonly subscriptions: readonly OverviewSubscription[]
  readonly charges: readonly OverviewCharge[]
  readonly balances: readonly OverviewBalance[]
}
export type NeedKind = 'stopped' | 'overdue' | 'stopsSoon' | 'due' | 'decideBy' | 'trialEnding'
export interface Need {
  readonly kind: NeedKind
  readonly subscriptionId: string
  readonly chargeId: string | null
  readonly on: CalendarDate
  /** Days from today to `on`; negative when it is past. */
  readonly inDays: number
  readonly amount: Money | null
}
export interface OverviewDebit {
  readonly subscriptionId: string
  readonly chargeId: string | null
  readonly on: CalendarDate
  readonly amount: number
  readonly expected: boolean
}
export interface PayerDebits {
  readonly memberId: string | null
  readonly currency: string
  readonly amount: number
  readonly debits: readonly OverviewDebit[]
}
export interface BetweenUs extends SettleUp {
  readonly currency: string
  readonly balances: readonly OverviewBalance[]
}
export interface MonthSpend {
  readonly currency: string
  readonly amount: number
  readonly lastAmount: number
  readonly byKind: Readonly<Record<SubscriptionKind, number>>
}
export interface Overview {
  readonly today: CalendarDate
  readonly needsYou: readonly Need[]
  readonly next14: readonly PayerDebits[]
  readonly betweenUs: readonly BetweenUs[]
  readonly month: {
    readonly month: CalendarMonth
    readonly lastMonth: CalendarMonth
    readonly spend: readonly MonthSpend[]
  }
  readonly counts: {
    readonly running: number
    readonly byStatus: Readonly<Record<SubscriptionStatus, number>>
    readonly byKind: Readonly<Record<SubscriptionKind, number>>
  }
  /** True average month of all running subscriptions, per currency. */
  readonly monthlyCost: readonly Money[]
}
export function overviewOf(_input: OverviewInput, _today: CalendarDate): Overview {
  throw new DomainError('invalid-terms', 'pending')
}
