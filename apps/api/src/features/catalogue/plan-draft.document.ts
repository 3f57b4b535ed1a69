import type { Money, SubscriptionKind } from '@streamline/domain'
import type { StoredDocument } from '../../platform/documents/document-store.ts'
import type { PlanInterval } from './plan.document.ts'

/** A plan as an editor prepares it, under the id that it is published by. */
export interface PlanDraftDocument extends StoredDocument {
  readonly providerId: string
  readonly providerName: string
  readonly name: string
  readonly kind: SubscriptionKind
  readonly mode: 'prepaid' | 'postpaid' | null
  readonly country: string
  readonly region: string | null
  readonly price: Money
  readonly taxIncluded: boolean
  readonly interval: PlanInterval
  readonly renewal: 'automatic' | 'manual'
  readonly note: string | null
  readonly updatedAt: string
}
