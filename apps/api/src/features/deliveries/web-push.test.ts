import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aBrowserPush } from '../../../test/a-browser-push.ts'
import type { Person } from '../../../test/a-person.ts'
import { aTlsPeer, type Got, type Reply, type TlsPeer } from '../../../test/a-tls-peer.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { aReminded, signedInAgain, walkIndia } from '../../../test/reminded.ts'

const test = async (person: Person) =>
  (await person.post('/v1/me/notifications/test', { way: 'push' })).body.deliveries
const devices = async (person: Person) => (await person.get('/v1/me/devices')).body.items.length

const accepted = (_got: Got): Reply => ({ status: 201 })

describe('a message to a browser', () => {
  let api: Api
  let peer: TlsPeer
  let reply = accepted
  beforeAll(async () => {
    peer = await aTlsPeer((got) => reply(got))
    const env = { OUTGOING_PRIVATE: '127.0.0.0/8', LOG_LEVEL: 'silent' }
    api = await startApi({ now: '2026-11-23T06:00:00Z', env })
  })
  afterEach(() => {
    peer.got.splice(0)
    reply = accepted
  })
  afterAll(async () => {
    await api.close()
    await peer.close()
  })

  const subscribe = async (person: Person, path = '/send/one') => {
    const browser = aBrowserPush()
    const body = { kind: 'webPush', endpoint: `${peer.url}${path}`, ...browser.keys, name: 'Firefox' }
    expect((await person.post('/v1/me/devices', body)).status).toBe(201)
    return browser
  }
  const later = (ms: number) => api.clock.moveTo(new Date(api.clock.now() + ms).toISOString())

  it('is sealed for it alone, signed with the key it subscribed to, and replaces what was said of the same before', async () => {
    const { person } = await aReminded(api)
    const browser = await subscribe(person)
    const { publicKey } = (await person.get('/v1/me/push-key')).body
    // The session lives; only its token is old by then.
    await walkIndia(api, '2026-11-24', '2026-11-30')
    const said = peer.got.map(({ body }) => JSON.parse(browser.opened(body)))
    expect(said.map(({ title }) => title)).toEqual(['Netflix: ₹649 in 7 days', 'Netflix: ₹649 in 3 days'])
    expect(said[0]).toMatchObject({
      body: expect.stringContaining('₹649 will be debited on Thu, 3 Dec'),
      path: expect.stringMatching(/^\/subscriptions\/[0-9a-f-]{36}$/),
      kind: 'renewal',
    })
    expect(new Set(said.map(({ tag }) => tag)).size).toBe(1)
    expect(new Set(said.map(({ id }) => id)).size).toBe(2)
    const headers = peer.got[0]?.headers ?? {}
    expect(headers).toMatchObject({ ttl: '86400', 'content-encoding': 'aes128gcm', urgency: 'high' })
    expect(headers['topic']).toMatch(/^[\w-]{32}$/)
    expect(new Set(peer.got.map((got) => got.headers['topic'])).size).toBe(1)
    const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
    expect(key).toBe(publicKey)
    const point = Buffer.from(publicKey, 'base64url')
    const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33), y: point.subarray(33) }
    const verifying = await importJWK(
      { ...jwk, x: jwk.x.toString('base64url'), y: jwk.y.toString('base64url') },
      'ES256',
    )
    const { payload } = await jwtVerify(token, verifying, { audience: peer.url })
    expect(decodeProtectedHeader(token)).toEqual({ typ: 'JWT', alg: 'ES256' })
    expect((payload.exp ?? 0) * 1000 - Date.now()).toBeLessThan(24 * 3_600_000)
  })

  it('is shown beside letters in the history, by the name of the device', async () => {
    const person = await aVerifiedPerson(api)
    await subscribe(person, '/send/history')
    expect(await test(person)).toMatchObject([
      { channel: 'webPush', recipient: 'Firefox', state: 'sent', answer: '201' },
    ])
    expect((await person.get('/v1/me/deliveries')).body.items).toHaveLength(1)
  })

  it.each([404, 410])('that nobody takes any more (%i) takes the device out of the list', async (status) => {
    const person = await aVerifiedPerson(api)
    await subscribe(person, `/send/${status}`)
    reply = () => ({ status })
    expect(await test(person)).toMatchObject([{ state: 'failed', answer: String(status) }])
    expect(await devices(person)).toBe(0)
    expect((await api.postgres.pool.query('select from jobs where failed_at is not null')).rows).toEqual([])
    expect(await test(person)).toEqual([])
  })

  it('that is too long (413) is sent once more, shorter', async () => {
    const person = await aVerifiedPerson(api)
    await subscribe(person, '/send/long')
    reply = () => ({ status: peer.got.length === 1 ? 413 : 201 })
    expect(await test(person)).toMatchObject([{ state: 'sent' }])
    expect(peer.got).toHaveLength(2)
  })

  it('waits for as long as the service asks (429, 503), and is sent once then', async () => {
    const person = await aVerifiedPerson(api)
    const browser = await subscribe(person, '/send/busy')
    reply = () => ({ status: 429, headers: { 'Retry-After': '600' } })
    expect(await test(person)).toMatchObject([{ state: 'waiting', answer: '429' }])
    await later(595_000)
    expect(peer.got).toHaveLength(1)
    reply = () => ({ status: 503 })
    await later(20_000)
    expect(peer.got).toHaveLength(2)
    reply = accepted
    await later(120_000)
    await later(120_000)
    expect(peer.got).toHaveLength(3)
    expect(new Set(peer.got.map(({ body }) => JSON.parse(browser.opened(body)).id)).size).toBe(1)
    expect((await person.get('/v1/me/deliveries')).body.items).toMatchObject([{ state: 'sent', attempts: 3 }])
  })

  it('outlives a service that is away for hours, and is given up after a day, to be seen', async () => {
    const person = await aVerifiedPerson(api)
    await subscribe(person, '/send/away')
    reply = () => (response) => void response.destroy()
    expect(await test(person)).toMatchObject([{ state: 'waiting', answer: 'ECONNRESET' }])
    for (let hour = 0; hour < 5; hour++) await later(3_600_000)
    expect(peer.got.length).toBeGreaterThan(5)
    for (let hour = 0; hour < 22; hour++) await later(3_600_000)
    const items = async () =>
      (await (await signedInAgain(api, person)).get('/v1/me/deliveries')).body.items as { state: string }[]
    expect((await items())[0]).toMatchObject({ state: 'failed', answer: 'ECONNRESET' })
    expect(peer.got.length).toBeLessThan(80)
  })

  it('goes to nobody whose session has ended, and to no address inside', async () => {
    const person = await aVerifiedPerson(api)
    await subscribe(person, '/send/ended')
    await person.send('/v1/me/devices', {})
    await api.fetchJson('/v1/auth/sign-out', {
      method: 'POST',
      body: { refreshToken: person.refreshToken },
      headers: { 'X-Client': 'mobile' },
    })
    const here = await signedInAgain(api, person)
    expect(await test(here)).toEqual([])
    const inside = { kind: 'webPush', endpoint: 'https://10.0.0.1/', ...aBrowserPush().keys }
    expect((await here.post('/v1/me/devices', inside)).status).toBe(201)
    expect(await test(here)).toMatchObject([
      { state: 'failed', answer: expect.stringContaining('not public') },
    ])
    expect(peer.got).toEqual([])
  })
})
