import type { sessionSchema } from '@streamline/contract'
import type { FastifyReply } from 'fastify'
import type * as z from 'zod'
import { presentUser } from '../users/user.presenter.ts'
import { setRefreshCookie } from './refresh-cookie.ts'
import type { SignedIn, Transport } from './session.types.ts'

/** Answers with a session: the refresh token goes where its family travels, and a browser never sees it. */
export function answerSession(
  reply: FastifyReply,
  { user, tokens }: SignedIn,
  transport: Transport,
): z.infer<typeof sessionSchema> {
  const { accessToken, accessTokenExpiresAt, refreshToken } = tokens
  if (transport === 'cookie') setRefreshCookie(reply, refreshToken)
  return {
    accessToken,
    accessTokenExpiresAt,
    ...(transport === 'body' ? { refreshToken } : {}),
    user: presentUser(user),
  }
}
