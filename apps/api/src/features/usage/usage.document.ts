import type { UsageReading } from '@streamline/domain'
import type { StoredDocument } from '../../platform/documents/document-store.ts'

/** One note of the use of a subscription. */
export interface UsageDocument extends StoredDocument, UsageReading {
  readonly householdId: string
  readonly subscriptionId: string
  /** Member who noted it. */
  readonly notedBy: string
  /** Acts by which entries became the one who noted it, with who it was before each. */
  readonly mergings?: readonly { readonly id: string; readonly before: string }[]
  readonly notedAt: string
  /** It counts for nothing, until that is taken back. */
  readonly removed: boolean
  /** The last writes that were applied: one that is sent again after a crash changes nothing more. */
  readonly writes: readonly string[]
}
