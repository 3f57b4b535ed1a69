import type { ChargeFacts } from '../billing/charge.ts'
import type { NoticeRule } from '../subscription/debits-ahead.ts'
import type { SubscriptionKind } from '../subscription/kind.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import type { CalendarDate } from '../time/calendar.ts'

/** A subscription as the overview needs it; a caller may pass richer objects. */
export interface OverviewSubscription {
  readonly id: string
  readonly name: string
  readonly kind: SubscriptionKind
  readonly providerId: string | null
  /** `unpaidDueOn` may be left out: it is then read from the charges. */
  readonly facts: SubscriptionFacts
  /** Who pays the provider; null when nobody is named. */
  readonly paidByMemberId: string | null
  readonly ownerMemberId: string
  readonly lineLabel?: string | null | undefined
  /** Periods below this index have their charge; default none. */
  readonly raised?: number | undefined
  /** Debits due on or after this day are booked by themselves on their due day; default none are. */
  readonly recordsItselfFrom?: CalendarDate | null | undefined
  /** Notice before a debit; only plans with days of notice, and trials, ask for a decision. */
  readonly notice?: NoticeRule | undefined
}

export interface OverviewCharge extends ChargeFacts {
  readonly id: string
  readonly subscriptionId: string
  /** Period index within the subscription. */
  readonly index: number
  readonly currency: string
  /** Its debit was booked by itself once: what is open of it was denied. Default false. */
  readonly booked?: boolean | undefined
}
