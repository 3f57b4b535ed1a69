import type { FastifyReply, FastifyRequest } from 'fastify'

/** Lax, not Strict: the browser comes back from another site and must bring it. It is worth nothing alone. */
const NAME = '__Host-streamline-oidc'
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=600'

export function oidcCookieOf({ headers }: FastifyRequest): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1)
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}

export function setOidcCookie(reply: FastifyReply, value: string): void {
  reply.header('Set-Cookie', `${NAME}=${value}; ${ATTRIBUTES}`)
}
