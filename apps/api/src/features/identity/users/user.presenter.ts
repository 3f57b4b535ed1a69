import type { userSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { UserRow } from './user.repository.ts'

export const presentUser = (row: UserRow): z.infer<typeof userSchema> => ({
  id: row.id,
  email: row.email,
  name: row.name,
  phone: row.phone,
  emailVerified: row.emailVerified,
  phoneVerified: row.phoneVerified,
  demo: row.demoUntil !== null,
  createdAt: row.createdAt,
})
