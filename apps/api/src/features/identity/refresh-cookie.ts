import type { FastifyReply, FastifyRequest } from 'fastify'

/** The prefix makes browsers refuse it from another host, another path or without `Secure`. */
const NAME = '__Host-streamline-refresh'
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Strict'
const IDLE_SECONDS = 60 * 86_400

export function refreshCookieOf({ headers }: FastifyRequest): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1)
  return value === '' ? undefined : value
}

export function setRefreshCookie(reply: FastifyReply, token: string): void {
  reply.header('Set-Cookie', `${NAME}=${token}; ${ATTRIBUTES}; Max-Age=${IDLE_SECONDS}`)
}

export function clearRefreshCookie(reply: FastifyReply): void {
  reply.header('Set-Cookie', `${NAME}=; ${ATTRIBUTES}; Max-Age=0`)
}
