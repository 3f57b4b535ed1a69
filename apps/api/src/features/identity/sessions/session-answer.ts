import type { FastifyReply } from 'fastify'
import { setRefreshCookie } from './refresh-cookie.ts'
import type { IssuedTokens } from './sessions.service.ts'
import type { Transport } from './session.repository.ts'
import { presentSession } from '../accounts/user.presenter.ts'
import type { UserRow } from '../accounts/user.repository.ts'

export interface SignedIn {
  user: UserRow
  tokens: IssuedTokens
}

/** Answers with a session: the refresh token goes where its family travels. */
export function answerSession(reply: FastifyReply, { user, tokens }: SignedIn, transport: Transport) {
  if (transport === 'cookie') setRefreshCookie(reply, tokens.refreshToken)
  return presentSession(user, tokens, transport)
}
