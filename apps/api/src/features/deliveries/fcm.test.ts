import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/a-person.ts'
import { anFcm, fcmError, type FcmPeer } from '../../../test/an-fcm.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { aReminded, walkIndia } from '../../../test/reminded.ts'
import { readEnv } from '../../env.ts'
import { Fcm } from '../../platform/push/fcm.ts'
import type { Outcome } from '../../platform/deliveries/delivery.types.ts'

const MINUTE = 60_000

const usual: FcmPeer['answer'] = () => ({ status: 200, body: {} })
const test = async (person: Person) =>
  (await person.post('/v1/me/notifications/test', { way: 'push' })).body.deliveries

const count = (outcomes: readonly Outcome[], is: Outcome['is']) =>
  outcomes.filter((one) => one.is === is).length

describe('a message to an Android phone', () => {
  let api: Api
  let fcm: FcmPeer
  beforeAll(async () => {
    fcm = await anFcm()
    api = await startApi({ now: '2026-11-23T06:00:00Z', env: { ...fcm.env, LOG_LEVEL: 'silent' } })
  })
  afterEach(async () => {
    fcm.answer = usual
    fcm.tokenAnswer = () => null
    // What one row was told to wait for is over for the next.
    await later(61 * MINUTE)
    fcm.messages.splice(0)
    fcm.got.splice(0)
  })
  afterAll(async () => {
    await api.close()
    await fcm.close()
  })

  let phones = 0
  const register = async (person: Person) => {
    const token = `phone-${phones++}`.padEnd(160, 'x')
    const body = { kind: 'fcm', token, name: 'Pixel 7' }
    expect((await person.post('/v1/me/devices', body)).status).toBe(201)
    return token
  }
  const aPhone = async () => {
    const person = await aVerifiedPerson(api)
    return { person, token: await register(person) }
  }
  const rows = async (text: string, ...values: unknown[]) =>
    (await api.postgres.pool.query(text, values)).rows
  const devicesOf = ({ userId }: Person) => rows('select id from devices where user_id = $1', userId)
  const stateOf = ({ userId }: Person) =>
    rows(
      `select answer, attempts, sent_at is not null as sent, failed_at is not null as failed
      from deliveries where user_id = $1 order by id desc`,
      userId,
    )
  const later = (ms: number) => api.clock.moveTo(new Date(api.clock.now() + ms).toISOString())
  const sends = () => fcm.got.filter(({ path }) => path !== '/token').length

  it('says what, where it leads and which one it replaces, by a token that the account signed for', async () => {
    const { person } = await aReminded(api, {}, { startsOn: '2026-11-05' })
    const token = await register(person)
    await walkIndia(api, '2026-11-27', '2026-12-02')
    expect(fcm.messages).toMatchObject([
      {
        token,
        data: {
          title: 'Netflix: ₹649 in 7 days',
          message: expect.stringContaining('₹649 will be debited'),
          tag: expect.stringContaining('renewal'),
          channelId: 'renewal',
          categoryId: 'later',
        },
        android: {
          priority: 'HIGH',
          ttl: '86400s',
          collapse_key: expect.stringMatching(/^[\w-]{32}$/),
        },
      },
      { data: { title: 'Netflix: ₹649 in 3 days' } },
    ])
    // What FCM shows by itself has no buttons.
    expect(fcm.messages.some((message) => 'notification' in message)).toBe(false)
    const [first] = fcm.messages as unknown as { data: Record<string, string> }[]
    expect(JSON.parse(first?.data['body'] ?? '')).toEqual({
      id: expect.any(String),
      path: expect.stringMatching(/^\/subscriptions\//),
      kind: 'renewal',
      tag: first?.data['tag'],
      messageId: expect.any(String),
      about: {
        householdId: expect.any(String),
        subscriptionId: expect.any(String),
        on: '2026-12-05',
      },
    })
    const keys = fcm.messages.map((message) => (message['android'] as { collapse_key: string }).collapse_key)
    expect(new Set(keys).size).toBe(1)
    expect(fcm.assertions[0]).toMatchObject({
      iss: 'push@streamline-tests.iam.gserviceaccount.com',
      scope: 'https://www.googleapis.com/auth/firebase.messaging',
    })
    expect(fcm.assertions).toHaveLength(1)
  })

  it('404 UNREGISTERED and 403 SENDER_ID_MISMATCH take the phone out of the list, at once', async () => {
    for (const [status, code] of [
      [404, 'UNREGISTERED'],
      [403, 'SENDER_ID_MISMATCH'],
    ] as const) {
      const { person } = await aPhone()
      fcm.answer = () => fcmError(status, 'NOT_FOUND', { code })
      expect(await test(person)).toMatchObject([{ state: 'failed', answer: `${status} ${code}` }])
      expect(await devicesOf(person)).toEqual([])
    }
    expect(await rows('select from jobs')).toEqual([])
  })

  it('400 INVALID_ARGUMENT takes it out where the token is at fault, and keeps it where the message is', async () => {
    const one = await aPhone()
    fcm.answer = () => fcmError(400, 'INVALID_ARGUMENT', { code: 'INVALID_ARGUMENT' })
    await test(one.person)
    expect(await devicesOf(one.person)).toEqual([])
    const other = await aPhone()
    fcm.answer = () =>
      fcmError(400, 'INVALID_ARGUMENT', { code: 'INVALID_ARGUMENT', fields: ['message.android.ttl'] })
    expect(await test(other.person)).toMatchObject([{ state: 'failed', answer: '400 INVALID_ARGUMENT' }])
    expect(await devicesOf(other.person)).toHaveLength(1)
    const before = sends()
    await later(30 * MINUTE)
    expect(sends()).toBe(before)
    expect(await rows('select kind from jobs where failed_at is not null')).toEqual([{ kind: 'deliver.fcm' }])
    await rows('delete from jobs')
  })

  it('401 THIRD_PARTY_AUTH_ERROR stops all of them: one asks again after a while, no storm', async () => {
    const some = await Promise.all(Array.from({ length: 8 }, aPhone))
    fcm.answer = () => fcmError(401, 'UNAUTHENTICATED', { code: 'THIRD_PARTY_AUTH_ERROR' })
    const [first] = some
    if (first === undefined) return
    expect(await test(first.person)).toMatchObject([
      { state: 'waiting', answer: '401 THIRD_PARTY_AUTH_ERROR' },
    ])
    for (const { person } of some.slice(1))
      expect(await test(person)).toMatchObject([{ state: 'waiting', answer: 'FCM asked to wait' }])
    expect(sends()).toBe(1)
    fcm.answer = usual
    for (let minute = 0; minute < 4; minute++) await later(10 * MINUTE)
    expect(fcm.messages).toHaveLength(8)
    expect(await devicesOf(first.person)).toHaveLength(1)
  })

  it('an account that is refused stops all of them as well, and is asked for again', async () => {
    const { person } = await aPhone()
    fcm.tokenAnswer = () => ({ status: 400, body: { error: 'invalid_grant' } })
    // The token that is there still works; one that was taken back does not.
    fcm.answer = () => fcmError(401, 'UNAUTHENTICATED')
    expect(await test(person)).toMatchObject([{ state: 'waiting', answer: '401 UNAUTHENTICATED' }])
    await later(17 * MINUTE)
    expect(await stateOf(person)).toMatchObject([{ answer: 'the token exchange was refused (400)' }])
    fcm.tokenAnswer = () => null
    fcm.answer = usual
    await later(20 * MINUTE)
    expect(await stateOf(person)).toMatchObject([{ sent: true }])
  })

  it.each([
    ['in seconds', { 'Retry-After': '300' }, 300_000],
    ['not at all', {}, 60_000],
  ])('429 waits for as long as it says: %s', async (_how, headers, ms) => {
    const { person } = await aPhone()
    fcm.answer = () => fcmError(429, 'RESOURCE_EXHAUSTED', { code: 'QUOTA_EXCEEDED', headers })
    expect(await test(person)).toMatchObject([{ state: 'waiting', answer: '429 QUOTA_EXCEEDED' }])
    await later(ms - 5000)
    expect(sends()).toBe(1)
    fcm.answer = usual
    await later(30_000)
    expect(fcm.messages).toHaveLength(1)
  })

  it('429 and 503 wait until a date as well', async () => {
    const { person } = await aPhone()
    const until = new Date(api.clock.now() + 10 * MINUTE)
    fcm.answer = () =>
      fcmError(503, 'UNAVAILABLE', { code: 'UNAVAILABLE', headers: { 'Retry-After': until.toUTCString() } })
    await test(person)
    await later(9 * MINUTE)
    expect(sends()).toBe(1)
    fcm.answer = usual
    await later(2 * MINUTE)
    expect(fcm.messages).toHaveLength(1)
  })

  it('500 backs off, and gives up after a day and a night, to be seen', async () => {
    const { person } = await aPhone()
    fcm.answer = () => fcmError(500, 'INTERNAL', { code: 'INTERNAL' })
    await test(person)
    for (let hour = 0; hour < 25; hour++) await later(60 * MINUTE)
    expect(await stateOf(person)).toMatchObject([{ failed: false, sent: false, answer: '500 INTERNAL' }])
    for (let hour = 0; hour < 3; hour++) await later(60 * MINUTE)
    expect(await stateOf(person)).toMatchObject([{ failed: true, answer: '500 INTERNAL' }])
    expect(sends()).toBeLessThan(120)
    expect(await rows('select from jobs where failed_at is not null')).toHaveLength(1)
    await rows('delete from jobs')
    expect(await devicesOf(person)).toHaveLength(1)
  })

  it('of a thousand that meet a 503 each asks at most once in each Retry-After, and all arrive', async () => {
    const sender = api.app.get(Fcm)
    const message = {
      id: crypto.randomUUID(),
      title: 'x',
      body: 'y',
      path: '/',
      tag: 't',
      kind: 'due',
      messageId: null,
      subject: null,
    }
    fcm.answer = () => fcmError(503, 'UNAVAILABLE', { code: 'UNAVAILABLE', headers: { 'Retry-After': '60' } })
    const all = () => Promise.all(Array.from({ length: 1000 }, (_, n) => sender.send(message, `t${n}`)))
    expect(count(await all(), 'later')).toBe(1000)
    const asked = sends()
    expect(asked).toBeLessThanOrEqual(1000)
    expect(count(await all(), 'later')).toBe(1000)
    expect(sends()).toBe(asked)
    fcm.answer = usual
    await later(61_000)
    expect(count(await all(), 'sent')).toBe(1000)
  })

  it('is never longer than FCM takes', async () => {
    const message = { id: crypto.randomUUID(), title: 'ब'.repeat(200), body: 'बिल "\\ '.repeat(2000) }
    const outcome = await api.app
      .get(Fcm)
      .send(
        { ...message, path: '/home', tag: 'x'.repeat(100), kind: 'due', messageId: null, subject: null },
        'x'.repeat(200),
      )
    expect(outcome).toEqual({ is: 'sent', answer: '200' })
  })
})

const start = (account: string) => () =>
  readEnv({ DATABASE_URL: 'postgres://x/y', APP_SECRET: 'x'.repeat(32), FCM_SERVICE_ACCOUNT: account })

describe('FCM_SERVICE_ACCOUNT', () => {
  it('that is none stops the start, and says what is missing and nothing else of it', () => {
    expect(start('{"project_id":"p","private_key":"secret"}')).toThrow(
      /FCM_SERVICE_ACCOUNT is no service account of Firebase \(client_email, private_key, token_uri\)/,
    )
    expect(start('/nowhere/account.json')).toThrow(/FCM_SERVICE_ACCOUNT/)
    expect(start('{"private_key":"secret')).toThrow(/^(?!.*secret)/)
  })
})
