import * as z from 'zod'
import { complaintAbout, issuersOf, issuersSchema } from './oidc-issuers.ts'
import { isLoopback, isOfThisMachine } from './platform/http/this-machine.ts'
import { rangeOf } from './platform/outgoing/address-rules.ts'
import { fcmAccountOf, type FcmAccount } from './platform/push/fcm-account.ts'
import { StartFailure } from './platform/start-failure.ts'

const onOff = z.enum(['on', 'off']).transform((text) => text === 'on')
const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .refine((number) => number >= min && number <= max, `must be between ${min} and ${max}`)

const fcmAccountSchema = z.string().transform((text, context): FcmAccount => {
  try {
    return fcmAccountOf(text)
  } catch (error) {
    const why = error instanceof SyntaxError ? 'no JSON' : error instanceof Error ? error.message : ''
    context.addIssue(`is no service account of Firebase (${why})`)
    return z.NEVER
  }
})

const rangesSchema = z
  .string()
  .transform((text) => text.split(',').map((range) => range.trim()))
  .refine(
    (ranges) => ranges.every((range) => rangeOf(range) !== undefined),
    'must be addresses or ranges, such as 192.168.1.0/24,fd00::/8',
  )

const postgresUrl = z
  .string()
  .refine(isUrlOf('postgres:', 'postgresql:'), 'must look like postgres://user:password@host:5432/name')

/** Every variable that the API and the worker read: its meaning and its default. */
const variables = z.object({
  /** `production` removes the test clock and everything else that only a developer needs. */
  NODE_ENV: z.string().default('development'),
  /** Port of web app and API. 0 takes a free one. */
  PORT: whole(0, 65_535).default(3000),
  /** Address to listen on. Other machines reach it only when this is 0.0.0.0 or an address of theirs. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /**
   * Where browsers find the installation: a host of its own, without a path; https unless it is this machine. Default
   * http://localhost:PORT.
   */
  PUBLIC_URL: z.string().refine(isUrlOf('http:', 'https:'), 'must be an http or https address').optional(),
  /** How many reverse proxies in front may be believed about the address of a visitor. */
  TRUSTED_PROXIES: whole(0, 10).default(0),
  /** `all` answers requests and does the timed work; `api` or `worker` does one of them. */
  SERVICE_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  /** PostgreSQL. `npm start` sets it to the embedded server unless it is set. */
  DATABASE_URL: postgresUrl.optional(),
  /** Connections kept per process. */
  DATABASE_POOL: whole(2, 200).default(10),
  /**
   * Seals signing keys, authenticator apps, letters and kept answers: 32 characters or more that nobody can guess. `npm
   * start` makes one for its own PostgreSQL.
   */
  APP_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** The signing key that is given up because the APP_SECRET it was sealed with is lost: the refusal to start names it. */
  APP_SECRET_LOST: z.string().max(100).optional(),
  /** Outgoing mail. Without it every message waits at /dev/mailbox; needed with NODE_ENV=production. */
  SMTP_URL: z
    .string()
    .refine(isUrlOf('smtp:', 'smtps:'), 'must look like smtp://user:password@host:587')
    .optional(),
  /** Sender of mail. Default: Streamline <no-reply@ the host of PUBLIC_URL>. */
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(/^[^\r\n]+@[^\r\n]+$/, 'must be an address, or Name <address>')
    .optional(),
  /** The account with this e-mail becomes the first administrator once its address is confirmed. */
  ADMIN_EMAIL: z.email().optional(),
  /**
   * Other places to sign in with, as JSON: [{"id", "name", "issuer", "clientId", "clientSecret"}]. The redirect address
   * to register there is PUBLIC_URL/v1/auth/oidc/ID/callback.
   */
  OIDC_ISSUERS: issuersSchema.optional(),
  /** The same for Google, whose id is `google`. */
  GOOGLE_CLIENT_ID: z.string().max(300).optional(),
  GOOGLE_CLIENT_SECRET: z.string().max(300).optional(),
  /** `off` counts no attempts: for tests that register hundreds of people; refused with NODE_ENV=production. */
  LIMITS: onOff.default(true),
  /** Documents in MongoDB, or a server that speaks its protocol; default: in PostgreSQL. */
  MONGODB_URL: z
    .string()
    // Several hosts, as replica sets have them, are no address to the URL of the web.
    .regex(
      /^mongodb(\+srv)?:\/\/[^\s/]+(\/\S*)?$/,
      'must look like mongodb://user:password@host:27017/streamline',
    )
    .optional(),
  /** Jobs in Redis or Valkey; default: in PostgreSQL. */
  REDIS_URL: z.string().refine(isUrlOf('redis:', 'rediss:'), 'must look like redis://host:6379').optional(),
  /** Notifications on Android phones: a service account of Firebase, as its JSON or the path of its file. */
  FCM_SERVICE_ACCOUNT: fcmAccountSchema.optional(),
  /** Where Firebase Cloud Messaging is; tests have one of their own. */
  FCM_URL: z
    .string()
    .refine(isUrlOf('https:'), 'must be an https address')
    .default('https://fcm.googleapis.com'),
  /**
   * Addresses and ranges besides the public internet that webhooks and push services of people may name, as
   * 192.168.1.0/24,fd00::/8. Default: none. Whoever has an account can then make this server call them.
   */
  OUTGOING_PRIVATE: rangesSchema.default([]),
  /** `off` removes the button "Look around a demo household". */
  DEMO: onOff.default(true),
  /** `on` lets this machine move the clock forward by PUT /v1/test/clock. */
  TEST_CLOCK: onOff.default(false),
  /** `trace`, `debug` (one line per request), `info`, `warn`, `error` or `silent`. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** `on` checks every answer against the contract; tests switch it on. */
  CHECK_ANSWERS: onOff.default(false),
})

export type Env = ReturnType<typeof readEnv>

/** Injection token of `Env`. */
export const ENV = Symbol('env')

/** The settings, or a `StartFailure` that lists everything wrong with them in one line. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  // `NAME=` in a compose file means "not set".
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success)
    throw new StartFailure(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '),
    )
  const values = parsed.data
  const isProduction = values.NODE_ENV === 'production'
  const publicUrl = new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`)
  const wrong = [
    values.DATABASE_URL === undefined
      ? 'DATABASE_URL is not set: use `npm start`, which brings a PostgreSQL, or name yours'
      : '',
    values.DATABASE_URL !== undefined && values.APP_SECRET === undefined
      ? 'APP_SECRET is not set: with a DATABASE_URL of yours it is needed, 32 random characters or more'
      : '',
    !values.LIMITS && isProduction ? 'LIMITS=off is refused with NODE_ENV=production' : '',
    isProduction && values.SMTP_URL === undefined
      ? 'SMTP_URL is not set: with NODE_ENV=production people must get their mail'
      : '',
    isProduction && values.PUBLIC_URL === undefined
      ? 'PUBLIC_URL is not set: with NODE_ENV=production the links in mails need the address people use'
      : '',
    values.TEST_CLOCK && isProduction ? 'TEST_CLOCK=on is refused with NODE_ENV=production' : '',
    complaintAbout(values, (url) => url.protocol === 'https:' || (!isProduction && isOfThisMachine(url))),
    publicUrl.protocol === 'https:' || isOfThisMachine(publicUrl)
      ? ''
      : `PUBLIC_URL must be https on another host than this machine: sessions would travel in the open`,
    isOrigin(publicUrl)
      ? ''
      : `PUBLIC_URL must be no more than scheme, host and port, such as ${publicUrl.origin}: Streamline lives at the root of a host of its own, not under a path`,
    values.PUBLIC_URL === undefined && !isProduction && !isLoopback(values.HOST)
      ? `HOST=${values.HOST} opens the server to other machines: set PUBLIC_URL to the https address they will use`
      : '',
  ].filter((line) => line !== '')
  if (wrong.length > 0) throw new StartFailure(wrong.join('; '))
  return {
    isProduction,
    port: values.PORT,
    host: values.HOST,
    publicUrl,
    trustedProxies: values.TRUSTED_PROXIES,
    role: values.SERVICE_ROLE,
    databaseUrl: values.DATABASE_URL ?? '',
    databasePool: values.DATABASE_POOL,
    mongodbUrl: values.MONGODB_URL,
    appSecret: values.APP_SECRET ?? '',
    lostSigningKey: values.APP_SECRET_LOST,
    smtpUrl: values.SMTP_URL,
    /** Whether who sits at this machine may read what would have been sent. */
    hasMailbox: !isProduction && isOfThisMachine(publicUrl),
    mailFrom: values.MAIL_FROM ?? `Streamline <no-reply@${publicUrl.hostname}>`,
    adminEmail: values.ADMIN_EMAIL,
    issuers: issuersOf(values),
    hasLimits: values.LIMITS,
    redisUrl: values.REDIS_URL,
    fcmAccount: values.FCM_SERVICE_ACCOUNT,
    fcmUrl: values.FCM_URL,
    outgoingPrivate: values.OUTGOING_PRIVATE,
    isDemoOffered: values.DEMO,
    hasTestClock: values.TEST_CLOCK,
    logLevel: values.LOG_LEVEL,
    checksAnswers: values.CHECK_ANSWERS,
  }
}

function isUrlOf(...protocols: string[]) {
  return (text: string) => URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

/** A scheme, a host and perhaps a port. */
function isOrigin(url: URL) {
  return url.href === `${url.origin}/`
}
