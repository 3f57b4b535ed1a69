import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import type { DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Env } from '../../env.ts'
import { createLog, NestLog } from '../log/log.ts'
import { Bridge } from './bridge.ts'
import { answerBrokenRequest } from './broken-request.ts'
import { compressAnswers } from './compression.ts'
import { knowPaths } from './known-path.ts'
import { ProblemError } from './problem.ts'
import { sendProblem } from './problem.filter.ts'
import { refuseForeignPages } from './same-origin.ts'
import { addSecurityHeaders, secured } from './security-headers.ts'
import { answerUnchanged } from './unchanged.ts'
import { serveWebApp } from './web-app.ts'

const BODY_LIMIT = 100_000
const FORMS: ReadonlySet<string | undefined> = new Set(['/v1/unsubscribe', '/v1/letter'])

/** The HTTP server over a composed application, not yet listening. */
export async function createServer(application: DynamicModule, env: Env): Promise<NestFastifyApplication> {
  const log = createLog(env)
  const secure = secured(env)
  const processTag = randomUUID().slice(0, 8)
  let requests = 0
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address: string, hop: number) => hop < env.trustedProxies,
    // Never the caller's own: a request id is evidence.
    genReqId: () => `${processTag}-${(requests++).toString(36)}`,
    requestIdHeader: false,
    skipMiddie: true,
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => answerBrokenRequest(error, socket),
    // Who sends a request byte by byte does not keep us waiting.
    requestTimeout: 30_000,
    // How long a segment may be is for the contract to say; Node bounds the whole head of a request.
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: true },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, secure(request, reply)),
  })
  const app = await NestFactory.create<NestFastifyApplication>(application, adapter, {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
  })
  const fastify: FastifyInstance = adapter.getInstance()
  const bridge = app.get(Bridge)
  fastify.decorate('bridge', bridge)
  addSecurityHeaders(fastify, env)
  refuseForeignPages(fastify, env)
  knowPaths(fastify)
  await fastify.register(cookie)
  answerUnchanged(fastify)
  await compressAnswers(fastify)
  logRequests(fastify)
  onlyJson(fastify)
  await serveWebApp(fastify, env)
  return app
}

/** Opens the port and answers its address. Fastify is asked itself: Nest would log what our start-up says in one line. */
export async function listen(app: NestFastifyApplication, env: Pick<Env, 'host' | 'port'>): Promise<string> {
  await app.init()
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance()
  return fastify.listen({
    port: env.port,
    host: env.host,
    listenTextResolver: (address) => `Listening at ${address}`,
  })
}

/** Bodies are JSON objects; `__proto__` and `constructor.prototype` in them are refused; an empty body is none. */
function onlyJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error')
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined)
    else void parse(request, body as string, done)
  })
  // What a mail program sends to end letters (RFC 8058), or a button of a letter's page, says nothing that its address does not. Nothing
  // else takes a form.
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1000 },
    (request, _body, done) => {
      done(FORMS.has(request.routeOptions.url) ? null : new ProblemError('unsupported-media-type'), undefined)
    },
  )
}

/** One line per request for who asks for it: the route, never the address with its ids, nor headers or bodies. */
function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { id, method, routeOptions, log } = request
    const ms = Math.round(reply.elapsedTime)
    log.debug({ requestId: id, method, route: routeOptions.url, status: reply.statusCode, ms })
    done()
  })
}
