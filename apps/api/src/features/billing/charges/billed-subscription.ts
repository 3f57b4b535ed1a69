import type { CalendarDate, Period, SplitHistory } from '@streamline/domain'

/** What billing must know of a subscription; the subscription hands it over with each write. */
export interface BilledSubscription {
  readonly id: string
  readonly householdId: string
  readonly name: string
  readonly kind: 'ott' | 'mobile' | 'broadband'
  readonly providerId: string | null
  readonly brandColor: string | null
  readonly visibility: 'shared' | 'private'
  readonly ownerId: string
  readonly paidBy: string
  readonly splits: SplitHistory
}

/** The charges a subscription should have. Applying the same plan again changes nothing. */
export interface ChargePlan {
  readonly subscription: BilledSubscription
  readonly periods: readonly Period[]
  /** The household's date: a charge billed on or before it keeps its amount. */
  readonly today: CalendarDate
  /** From this day on who bears what has changed, also of what is paid; default today. */
  readonly splitFrom?: CalendarDate | undefined
  /** Unpaid charges from this period on are void: the subscription ends before them. */
  readonly voidFromIndex?: number | undefined
  /** Charges before this period count as paid by the usual payer on their due date, marked assumed. */
  readonly assumePaidBeforeIndex?: number | undefined
}

/** A payment that came with another write, such as a recharge; its id makes it happen once. */
export interface PlannedPayment {
  /** UUID, derived from what caused it. */
  readonly id: string
  readonly householdId: string
  readonly subscriptionId: string
  readonly index: number
  /** Default: what is outstanding. */
  readonly amount?: number | undefined
  /** Default: who usually pays. */
  readonly paidBy?: string | undefined
  readonly paidOn: CalendarDate
  readonly method?: string | undefined
  readonly note?: string | undefined
  readonly recordedBy?: string | null | undefined
}

/** What a subscription's document may ask of billing; deterministic, so that a sweep may ask again. */
export type BillingEffect =
  | { readonly id: string; readonly kind: 'raiseCharges'; readonly plan: ChargePlan }
  | { readonly id: string; readonly kind: 'recordPayment'; readonly payment: PlannedPayment }
