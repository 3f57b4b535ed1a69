import type { CalendarDate, Money } from '@streamline/domain'
import type { StoredDocument } from '../../platform/documents/document-store.ts'

/** What one person pays for a plan. Who it is cannot be read from it: its id is made of the plan by the person's. */
export interface PlanCorrectionDocument extends StoredDocument {
  readonly planId: string
  readonly price: Money
  readonly seenOn: CalendarDate
  readonly state: 'open' | 'accepted' | 'declined'
  readonly at: string
}
