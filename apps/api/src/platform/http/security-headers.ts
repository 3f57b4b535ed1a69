import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Env } from '../../env.ts'

const YEAR = 31_536_000

/** What JSON and files may do when something shows them as a page: nothing. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'"

/** What our own pages may do: load from here. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

/** Headers of every answer. Private JSON is stored nowhere unless a route says otherwise. */
const headersFor = ({ publicUrl }: Env) => ({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': NOTHING,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  ...(publicUrl.protocol === 'https:'
    ? { 'Strict-Transport-Security': `max-age=${YEAR}; includeSubDomains` }
    : {}),
})

/** Gives an answer its headers and its request id; also where the router refused before any hook ran. */
export function secured(env: Env) {
  const headers = headersFor(env)
  return (request: FastifyRequest, reply: FastifyReply) =>
    reply.headers(headers).header('X-Request-Id', request.id)
}

export function addSecurityHeaders(fastify: FastifyInstance, env: Env): void {
  const secure = secured(env)
  fastify.addHook('onRequest', (request, reply, done) => {
    secure(request, reply)
    done()
  })
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    const type = reply.getHeader('Content-Type')
    if (typeof type === 'string' && type.startsWith('text/html'))
      reply.header('Content-Security-Policy', PAGE_POLICY)
    done()
  })
}
