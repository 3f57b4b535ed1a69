import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import { problems, type Problem, type ProblemCode } from '@streamline/contract'
import { DomainError } from '@streamline/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isOutage } from '../postgres/outage.ts'
import { ProblemError, type ProblemExtra } from './problem.ts'

/** Seconds after which a store that is away may be asked again. */
const RETRY_AFTER = 2

/** The one way out for everything that is thrown: RFC 9457 problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())
  }
}

const log = new Logger('Request')

/** With a page, whoever asks for one sees that instead of the document; the status is the same. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  pageOf?: (code: ProblemCode) => string,
): void {
  const refusal = refusalOf(error, request)
  if (refusal.code === 'internal-error') {
    log.error({ err: error, requestId: request.id, method: request.method, route: request.routeOptions.url })
  }
  if (reply.sent) return
  const { status, title } = problems[refusal.code]
  const { retryAfter = RETRY_AFTER, limit, ...extra } = refusal.extra
  const body: Problem = {
    type: `/docs#${refusal.code}`,
    title,
    status,
    detail: refusal.message,
    code: refusal.code,
    ...extra,
    requestId: request.id,
  }
  if (status === 503 || status === 429) reply.header('Retry-After', retryAfter)
  if (status === 405) reply.header('Allow', request.server.knownPaths.methodsAt(request.url).join(', '))
  if (limit !== undefined) reply.headers(limitHeaders(limit, retryAfter))
  if (status === 401) reply.header('WWW-Authenticate', 'Bearer')
  const isPage = pageOf !== undefined && asksForPage(request)
  reply
    .status(status)
    .header('Content-Type', isPage ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(isPage ? pageOf(refusal.code) : JSON.stringify(body))
}

/** A browser names what it can show; a program that takes anything gets the document. */
const asksForPage = ({ headers: { accept = '' } }: FastifyRequest): boolean =>
  accept.split(',').some((type) => /^\s*text\/html\s*(?:;|$)/i.test(type))

const limitHeaders = ({ name, most, seconds }: NonNullable<ProblemExtra['limit']>, retryAfter: number) => ({
  'RateLimit-Policy': `"${name}";q=${most};w=${seconds}`,
  'RateLimit-Limit': most,
  'RateLimit-Remaining': 0,
  'RateLimit-Reset': retryAfter,
})

function refusalOf(error: unknown, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof DomainError) return ofDomain(error)
  if (isOutage(error)) return new ProblemError('unavailable')
  if (error instanceof HttpException) return ofStatus(error.getStatus(), request)
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown }
  // Fastify says with a status below 500 what it refuses by itself: a body too large, not JSON, a broken path.
  if (
    typeof statusCode === 'number' &&
    statusCode < 500 &&
    (typeof code === 'string' || error instanceof SyntaxError)
  )
    return ofStatus(statusCode, request)
  return new ProblemError('internal-error')
}

const isDeclared = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

function ofDomain(error: DomainError): ProblemError {
  return new ProblemError(isDeclared(error.code) ? error.code : 'invalid-terms', error.message)
}

function ofStatus(status: number, request: FastifyRequest): ProblemError {
  if (status === 413) return new ProblemError('too-large')
  if (status === 415) return new ProblemError('unsupported-media-type')
  if (status === 404) return request.server.knownPaths.refusalOf(request.url)
  if (status === 429) return new ProblemError('too-many-requests')
  return new ProblemError('invalid-input', undefined, {
    errors: [{ pointer: '', message: 'cannot be read' }],
  })
}
