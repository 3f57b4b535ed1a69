import 'reflect-metadata'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { inject } from 'vitest'
import { createDatabase, dropDatabase } from '../../../tools/postgres/test-server.mjs'
import { AppModule } from '../src/app.module.ts'
import { mongoDatabase } from './mongo-databases.ts'
import { readEnv } from '../src/env.ts'
import { Clock } from '../src/platform/clock/clock.ts'
import { TestClock } from '../src/platform/clock/test-clock.ts'
import { Ticks } from '../src/platform/clock/ticks.ts'
import { createServer, listen } from '../src/platform/http/server.ts'
import { DocumentStore } from '../src/platform/documents/document-store.ts'
import { Postgres } from '../src/platform/postgres/postgres.ts'

export interface Answer {
  status: number
  headers: Headers
  /** Parsed JSON, undefined without a body. */
  // eslint-disable-next-line typescript/no-explicit-any
  body: any
}

export interface RequestOptions {
  method?: string
  token?: string
  headers?: Record<string, string>
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown
}

export interface Api {
  url: string
  databaseUrl: string
  app: NestFastifyApplication
  postgres: Postgres
  /** Documents, whichever store they are in: no test asks for their tables. */
  documents: DocumentStore
  clock: {
    now(): number
    /** As `PUT /v1/test/clock`: everything due by then is done when it returns. */
    moveTo(instant: string): Promise<void>
  }
  ticks: Ticks
  fetchJson(path: string, options?: RequestOptions): Promise<Answer>
  close(): Promise<void>
}

export interface StartOptions {
  /** Where time stands at the start; it flows from there. */
  now?: string
  testClock?: boolean
  env?: Record<string, string>
  /** The catalogue is not left as it was. */
  changesCatalogue?: boolean
  /** Changes the way to the database. */
  through?: (databaseUrl: string) => string
  throughMongodb?: (mongodbUrl: string) => string
  /** What is added to the application before it boots. */
  before?: (app: NestFastifyApplication) => void
}

/** The whole application over real HTTP, on a fresh database. */
export async function startApi(options: StartOptions = {}): Promise<Api> {
  const { server, template } = inject('postgres')
  const databaseUrl = await createDatabase(server, template)
  const mongo = await mongoDatabase(inject('mongodb'), {
    databaseUrl,
    fresh: options.changesCatalogue === true,
  })
  const env = readEnv({
    ...(mongo === undefined ? {} : { MONGODB_URL: options.throughMongodb?.(mongo.url) ?? mongo.url }),
    DATABASE_URL: options.through?.(databaseUrl) ?? databaseUrl,
    DATABASE_POOL: '5',
    APP_SECRET: 'a secret that only the tests know, not used elsewhere',
    TEST_CLOCK: options.testClock === false ? 'off' : 'on',
    CHECK_ANSWERS: 'on',
    // Hundreds of people register from one address; what is about limits switches them on.
    LIMITS: 'off',
    LOG_LEVEL: 'error',
    PORT: '0',
    // Tests say themselves when time passes; a worker that asks every minute would answer for them.
    SERVICE_ROLE: 'api',
    ...options.env,
  })
  const app = await createServer(AppModule.with(env), env)
  const clock = app.get(Clock)
  options.before?.(app)
  if (options.now !== undefined) clock.shiftTo(Date.parse(options.now))
  const url = await listen(app, env)
  const ticks = app.get(Ticks)
  return {
    url,
    databaseUrl,
    app,
    postgres: app.get(Postgres),
    documents: app.get(DocumentStore),
    ticks,
    clock: {
      now: () => clock.now(),
      moveTo: (instant) => app.get(TestClock).moveTo(Date.parse(instant)),
    },
    fetchJson: (path, request) => fetchJson(url + path, request),
    close: async () => {
      await app.close()
      await dropDatabase(databaseUrl)
      mongo?.giveBack()
    },
  }
}

export async function fetchJson(url: string, options: RequestOptions = {}): Promise<Answer> {
  const { method = 'GET', token, headers = {}, body } = options
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parseJson(text) }
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}
