import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Env } from '../../env.ts'
import { ProblemError } from './problem.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Nothing is changed for a page of another site, with whatever body or cookie (CSRF). Browsers say where a request
 * comes from and pages cannot make them lie; a program that says nothing is no browser.
 */
export function refuseForeignPages(fastify: FastifyInstance, { publicUrl }: Env): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const isRefused = !safeMethods.has(request.method) && isForeign(request, publicUrl)
    done(isRefused ? new ProblemError('csrf-refused') : undefined)
  })
}

function isForeign({ headers }: FastifyRequest, publicUrl: URL): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  if (origin === undefined || origin === publicUrl.origin) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
