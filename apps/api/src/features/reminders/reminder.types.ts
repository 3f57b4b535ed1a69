import type { ReminderKey } from '@streamline/domain'

/** One that waits or was sent. */
export interface ReminderRow extends ReminderKey {
  readonly id: string
  readonly householdId: string
  readonly memberId: string
  readonly sendAt: string
  readonly sentAt: string | null
}
