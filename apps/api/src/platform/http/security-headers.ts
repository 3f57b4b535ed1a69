import type { FastifyInstance } from 'fastify'
import type { Env } from '../../env.ts'

const YEAR = 31_536_000

/** What JSON and files may do when something shows them as a page: nothing. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'"

/** What our own pages may do: load from here. */
export const PAGE_POLICY = [
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
export function addSecurityHeaders(fastify: FastifyInstance, env: Env): void {
  const isHttps = env.publicUrl.protocol === 'https:'
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': NOTHING,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(isHttps ? { 'Strict-Transport-Security': `max-age=${YEAR}; includeSubDomains` } : {}),
  }
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('X-Request-Id', request.id)
    done()
  })
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    const type = reply.getHeader('Content-Type')
    if (typeof type === 'string' && type.startsWith('text/html'))
      reply.header('Content-Security-Policy', PAGE_POLICY)
    done()
  })
}
