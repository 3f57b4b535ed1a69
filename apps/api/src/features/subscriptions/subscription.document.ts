import type { CalendarDate, SplitHistory, SubscriptionFacts } from '@streamline/domain'
import type { StoredDocument } from '../../platform/documents/document-store.ts'

export type SubscriptionKind = 'ott' | 'mobile' | 'broadband'

/**
 * What a write still owes to billing. It says which periods, not what they cost: that is read from the facts of the
 * document at the time, so that an effect which waited never brings back an older price.
 */
export type SubscriptionEffect =
  | {
      readonly id: string
      readonly kind: 'raiseCharges'
      /** The household's date at the write. */
      readonly on: CalendarDate
      readonly fromIndex: number
      readonly voidFromIndex: number | null
      readonly assumePaidBeforeIndex: number | null
      /** From this day on who bears what has changed; null for today on. */
      readonly splitFrom: CalendarDate | null
    }
  | {
      readonly id: string
      readonly kind: 'recordPayment'
      readonly on: CalendarDate
      readonly index: number
      readonly amount: number | null
      readonly paidBy: string
      readonly method: string | null
      readonly recordedBy: string
    }

/** One aggregate: a household's use of a plan or of its own terms, with all that its charges derive from. */
export interface SubscriptionDocument extends StoredDocument {
  readonly householdId: string
  readonly name: string
  readonly kind: SubscriptionKind
  readonly providerId: string | null
  readonly providerName: string | null
  readonly brandColor: string | null
  readonly planId: string | null
  /** The published price it began with; null with a price of its own. */
  readonly priceVersionId: string | null
  readonly visibility: 'shared' | 'private'
  readonly ownerId: string
  readonly managedBy: string
  readonly usedBy: readonly string[]
  readonly paidBy: string
  readonly splits: SplitHistory
  /** In full; every answer masks it. */
  readonly line: string | null
  readonly labels: readonly string[]
  readonly note: string | null
  readonly noticeDays: number
  readonly facts: SubscriptionFacts
  /** Periods below this index have their charge. */
  readonly raised: number
  /** The household's date on which the next charge is due to be raised; null when none will be by itself. */
  readonly nextEffectOn: CalendarDate | null
  readonly pendingEffects: readonly SubscriptionEffect[]
  /** The last acts that were applied: one that is sent again after a crash changes nothing more. */
  readonly acts: readonly string[]
  readonly createdAt: string
  readonly updatedAt: string
}
