import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../../../platform/http/problem.ts'
import { originOf } from '../../../platform/http/request-origin.ts'
import { refreshCookieOf } from './refresh-cookie.ts'
import type { ClientContext } from './session.types.ts'

/**
 * Where a sign-in comes from. A refresh token travels in a body only to an app that says so and cannot be a page: a
 * browser always sends `Origin` with a POST.
 */
export function clientContextOf(request: FastifyRequest): ClientContext {
  const { headers } = request
  const isApp =
    headers['x-client'] === 'mobile' && headers.origin === undefined && refreshCookieOf(request) === undefined
  return {
    ...originOf(request),
    transport: isApp ? 'body' : 'cookie',
    locale: /^\s*hi\b/i.test(headers['accept-language'] ?? '') ? 'hi' : 'en',
  }
}

/** A cookie counts only on a request that says where it comes from; a foreign origin was refused at the door. */
export function refuseUnexplainedCookie(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (refreshCookieOf(request) !== undefined && origin === undefined && site === undefined)
    throw new ProblemError('csrf-refused')
}
