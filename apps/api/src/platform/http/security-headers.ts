import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import helmet, { contentSecurityPolicy } from 'helmet'
import type { Env } from '../../env.ts'

const YEAR = 31_536_000

/** What JSON and files may do when something shows them as a page: nothing. */
const nothing = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] }

/** What our own pages may do: load from here. */
const fromHere = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
}

/** What the service worker may do: fetch from here. It shows nothing. */
const fetchFromHere = { ...nothing, 'connect-src': ["'self'"] }

const pagePolicy = contentSecurityPolicy({ useDefaults: false, directives: fromHere })
const workerPolicy = contentSecurityPolicy({ useDefaults: false, directives: fetchFromHere })

/** Private JSON is stored nowhere unless a route says otherwise. */
const besideHelmet = {
  'Cache-Control': 'no-store',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Gives an answer its headers and its request id; also where the router refused before any hook ran. */
export function secured({ publicUrl }: Env) {
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: nothing },
    frameguard: { action: 'deny' },
    hsts: publicUrl.protocol === 'https:' && { maxAge: YEAR, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
    // For browsers that are gone, plug-ins that are gone, and what one origin per application makes true anyway.
    dnsPrefetchControl: false,
    hidePoweredBy: false,
    ieNoOpen: false,
    originAgentCluster: false,
    permittedCrossDomainPolicies: false,
    xssFilter: false,
  })
  return (request: FastifyRequest, reply: FastifyReply) => {
    protect(request.raw, reply.raw, rethrow)
    return reply.headers(besideHelmet).header('X-Request-Id', request.id)
  }
}

/** A 304 names no type; a browser takes its headers over into the page it kept, so it needs the same policy. */
export function allowPage({ request, raw }: FastifyReply): void {
  pagePolicy(request.raw, raw, rethrow)
}

/** The policy of its script is that of a worker, whatever page starts it. */
export function allowWorker({ request, raw }: FastifyReply): void {
  workerPolicy(request.raw, raw, rethrow)
}

export function addSecurityHeaders(fastify: FastifyInstance, env: Env): void {
  const secure = secured(env)
  fastify.addHook('onRequest', (request, reply, done) => {
    secure(request, reply)
    done()
  })
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    const type = reply.getHeader('Content-Type')
    if (typeof type === 'string' && type.startsWith('text/html')) allowPage(reply)
    done()
  })
}

function rethrow(error?: unknown): void {
  if (error !== undefined) throw error
}
