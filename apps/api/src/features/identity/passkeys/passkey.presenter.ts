import type { passkeySchema } from '@streamline/contract'
import type * as z from 'zod'
import type { PasskeyRow } from './passkey.repository.ts'

export const presentPasskey = (row: PasskeyRow): z.infer<typeof passkeySchema> => ({
  id: row.id,
  name: row.name,
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
  backedUp: row.backedUp,
})
