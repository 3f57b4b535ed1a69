import { DomainError } from '../error.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { BillingInterval } from '../time/interval.ts'
import type { Money } from '../money/money.ts'
import type { TaxRule } from '../money/tax.ts'

export type Renewal = 'automatic' | 'manual'
export type RenewalPolicy = 'fromDueDate' | 'fromPaymentDate' | 'stack'
export type Phase = 'trial' | 'intro' | 'regular'

/** What a person or the catalogue says about a subscription before its terms are worked out. */
export interface Draft {
  readonly startsOn: CalendarDate
  readonly interval: BillingInterval
  readonly price: Money
  /** Default: the price includes whatever tax there is. */
  readonly tax?: TaxRule | undefined
  /** Default `automatic`. */
  readonly renewal?: Renewal | undefined
  /** Postpaid when present: 1–31, only with whole months and automatic renewal (law 5). */
  readonly billDay?: number | undefined
  /** Days from the bill date to the due date, 0–60; only with a bill day. */
  readonly dueDays?: number | undefined
  /** Length of a first free period. */
  readonly trial?: BillingInterval | undefined
  readonly intro?: { readonly price: Money; readonly periods: number } | undefined
  /** Days after a missed due date on which the service still runs, 0–365; default 0. */
  readonly graceDays?: number | undefined
  readonly policy?:
    | { readonly early?: RenewalPolicy | undefined; readonly late?: RenewalPolicy | undefined }
    | undefined
}

/** A run of periods with one anchor, interval and price. Later changes append segments; nothing is rewritten. */
export interface Segment {
  /** All boundaries of the segment are counted from here (law 2). */
  readonly anchorOn: CalendarDate
  /** Occurrence at which the segment begins: 0 at its own anchor, more when only the price changed. */
  readonly firstOccurrence: number
  /** Number of periods, or null when it runs on; only the last segment is null. */
  readonly periods: number | null
  readonly interval: BillingInterval
  readonly price: Money
  readonly tax: TaxRule
  readonly phase: Phase
  readonly billDay?: number
  readonly dueDays?: number
}

/** The schedule of a subscription: facts enough to compute every period, past and future. */
export interface Terms {
  readonly startsOn: CalendarDate
  readonly renewal: Renewal
  readonly segments: readonly Segment[]
  /**
   * Periods that exist: null when they open by themselves (automatic, postpaid); a number for manual packs, where only
   * a recharge opens the next (decision 1). The segments go on beyond it: those periods are expected.
   */
  readonly opened: number | null
  readonly graceDays: number
  readonly policy: { readonly early: RenewalPolicy; readonly late: RenewalPolicy }
}

/** Works out the terms of a draft. A draft that contradicts itself is `invalid-terms`, `invalid-interval`, … */
export function termsOf(_draft: Draft): Terms {
  throw new DomainError('invalid-terms', 'pending')
}
