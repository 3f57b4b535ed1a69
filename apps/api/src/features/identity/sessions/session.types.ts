import type { RequestOrigin } from '../../../platform/http/actor.ts'
import type { Locale } from '../../../platform/mail/letter.ts'
import type { UserRow } from '../users/user.repository.ts'

/** How the refresh tokens of a session travel: as a cookie, or in bodies to an app. */
export type Transport = 'cookie' | 'body'

/** Where a sign-in comes from. */
export interface ClientContext extends RequestOrigin {
  readonly transport: Transport
  /** As the browser asks for, until the person chooses. */
  readonly locale: Locale
}

export interface IssuedTokens {
  userId: string
  accessToken: string
  accessTokenExpiresAt: string
  refreshToken: string
}

export interface SignedIn {
  user: UserRow
  tokens: IssuedTokens
}
