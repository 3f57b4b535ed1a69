import type { correctionSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { CorrectionRow } from './correction.table.ts'

export const presentCorrection = (
  { id, kind, before, after, reason, recordedBy, recordedAt }: CorrectionRow,
  currency: string,
): z.infer<typeof correctionSchema> => ({
  id,
  kind,
  before: { amount: before, currency },
  after: { amount: after, currency },
  reason,
  recordedBy,
  recordedAt: new Date(recordedAt).toISOString(),
})
