import type { usageReadingSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { UsageDocument } from './usage.document.ts'

export type UsageAnswer = z.infer<typeof usageReadingSchema>

export const presentReading = (reading: UsageDocument, mayChange: boolean): UsageAnswer => ({
  id: reading.id,
  subscriptionId: reading.subscriptionId,
  revision: reading.revision,
  kind: reading.kind,
  on: reading.on,
  covers: reading.covers,
  since: reading.since,
  amount: reading.amount,
  notedBy: reading.notedBy,
  notedAt: reading.notedAt,
  removed: reading.removed,
  mayChange,
})
