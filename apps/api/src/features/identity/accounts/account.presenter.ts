import type { administeredUserSchema } from '@streamline/contract'
import type * as z from 'zod'
import { presentUser } from '../users/user.presenter.ts'
import type { AccountRow } from './accounts.repository.ts'

export const presentAccount = (row: AccountRow): z.infer<typeof administeredUserSchema> => ({
  ...presentUser(row),
  status: row.status,
  roles: row.roles,
  lastLoginAt: row.lastLoginAt,
  sessions: row.sessions,
})
