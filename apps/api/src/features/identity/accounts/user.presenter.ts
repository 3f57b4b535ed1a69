import type { administeredUserSchema, sessionSchema, userSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { AccountRow } from './accounts.repository.ts'
import type { Transport } from '../sessions/session.repository.ts'
import type { IssuedTokens } from '../sessions/sessions.service.ts'
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

/** A browser gets the refresh token as a cookie and never sees it. */
export const presentSession = (
  user: UserRow,
  { accessToken, accessTokenExpiresAt, refreshToken }: IssuedTokens,
  transport: Transport,
): z.infer<typeof sessionSchema> => ({
  accessToken,
  accessTokenExpiresAt,
  ...(transport === 'body' ? { refreshToken } : {}),
  user: presentUser(user),
})

export const presentAccount = (row: AccountRow): z.infer<typeof administeredUserSchema> => ({
  ...presentUser(row),
  status: row.status,
  roles: row.roles,
  lastLoginAt: row.lastLoginAt,
  sessions: row.sessions,
})
