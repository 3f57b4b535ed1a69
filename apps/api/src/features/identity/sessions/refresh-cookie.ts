import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The prefix makes browsers refuse it from another host, another path or without `Secure`. */
const NAME = '__Host-streamline-refresh'
const IDLE_SECONDS = 60 * 86_400
const attributes: CookieSerializeOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' }

export function refreshCookieOf({ cookies }: FastifyRequest): string | undefined {
  const value = cookies[NAME]
  return value === '' ? undefined : value
}

export function setRefreshCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(NAME, token, { ...attributes, maxAge: IDLE_SECONDS })
}

export function clearRefreshCookie(reply: FastifyReply): void {
  reply.clearCookie(NAME, attributes)
}
