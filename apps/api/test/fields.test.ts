import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenApi, Schema } from '../src/platform/api-docs/openapi.ts'
import { aHousehold, type Home } from './a-household.ts'
import { aPerson, grant } from './a-person.ts'
import { copySubscription } from './copies.ts'
import { startApi, type Api } from './harness.ts'
import { addressOf, bodies, routes } from './samples.ts'
import { stored } from './stored.ts'

/** What somebody would like to set, and no route takes. */
const wished: Record<string, unknown> = {
  role: 'owner',
  roles: ['administrator'],
  permissions: ['users.read'],
  householdId: randomUUID(),
  id: randomUUID(),
  userId: randomUUID(),
  ownerId: randomUUID(),
  amountPaid: { amount: 1, currency: 'INR' },
  paid: 1,
  createdAt: '2020-01-01T00:00:00Z',
  emailVerified: true,
  status: 'ACTIVE',
  demo: false,
  revision: 7,
  passwordHash: 'x',
}

/** Objects without a fixed form: what browsers and authenticators say, what an event tells, the export of all there is. */
const open = new Set(['options', 'detail', 'get /v1/me/export 200'])

describe('fields', () => {
  let api: Api
  let home: Home
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aHousehold(api)
    await grant(api, home.person.userId, 'administrator')
  })
  afterAll(() => api.close())

  it('8.2.3 15.3.3 API3 that a route does not take are refused by name, and nothing is written', async () => {
    const before = await stored(api)
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const sample = bodies[route.name]?.(home) ?? {}
      for (const [field, value] of Object.entries(wished)) {
        if (field in sample) continue
        const { status, body } = await home.person.send(addressOf(route, home), {
          method: route.method,
          headers: { 'X-Client': 'mobile' },
          body: { ...sample, [field]: value },
        })
        expect([status, body.code], `${route.name} ${field}`).toEqual([400, 'invalid-input'])
      }
    }
    expect(await stored(api)).toEqual(before)
  })

  it('8.2.3 15.3.1 API3 of an answer are those of the contract and no others', async () => {
    const document: OpenApi = (await api.fetchJson('/v1/openapi.json')).body
    const loose: string[] = []
    const look = (schema: Schema, path: string): void => {
      const { properties, items, anyOf = [], oneOf = [], allOf = [] } = schema
      const name = path.split('.').at(-1) ?? ''
      if (
        properties !== undefined &&
        schema.additionalProperties !== false &&
        !open.has(name) &&
        !open.has(path)
      )
        loose.push(path)
      for (const [field, inner] of Object.entries(properties ?? {})) look(inner, `${path}.${field}`)
      for (const inner of [...anyOf, ...oneOf, ...allOf, ...(items === undefined ? [] : [items])])
        look(inner, path)
    }
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { responses }] of Object.entries(methods))
        for (const [status, { content = {} }] of Object.entries(responses))
          for (const { schema } of Object.values(content))
            if (schema !== undefined && status.startsWith('2')) look(schema, `${method} ${path} ${status}`)
    for (const [name, schema] of Object.entries(document.components.schemas))
      if (!name.startsWith('Problem')) look(schema, name)
    expect(loose).toEqual([])
  })

  it('8.2.3 API3 of an account are seen by its owner, never a secret, and by others not at all', async () => {
    const { person } = home
    const other = await aPerson(api)
    const texts: string[] = []
    for (const route of routes.filter(({ method, meta }) => method === 'GET' && meta.access !== 'public'))
      texts.push(JSON.stringify((await person.get(addressOf(route, home))).body))
    expect(texts.join('')).not.toMatch(/argon2|passwordHash|sealed|tokenHash|"hash"/)
    const { body } = await other.get(`/v1/admin/users/${person.userId}`)
    expect(body.code).toBe('forbidden')
    const seen = texts.filter((text) => text.includes(other.email))
    // The administrator's list of accounts is the one place.
    expect(seen).toHaveLength(1)
  })

  it('2.2.2 2.2.3 that contradict each other are refused together, with a place', async () => {
    const { person } = home
    const draft = { name: 'N', kind: 'ott', startsOn: '2026-11-23', renewal: 'automatic', taxIncluded: true }
    const terms = { interval: { count: 1, unit: 'month' }, price: { amount: 100, currency: 'INR' } }
    const subscribe = (more: object) =>
      person.post(`${person.home}/subscriptions`, { ...draft, ...terms, ...more })
    const pay = (more: object) => person.post(`${person.home}/charges/${home.chargeId}/payments`, more)
    const before = await stored(api)
    for (const [what, answer] of [
      [
        'a price before tax in two currencies',
        subscribe({ intro: { price: { amount: 1, currency: 'EUR' }, periods: 1 } }),
      ],
      ['an intro without periods', subscribe({ intro: { price: terms.price, periods: 0 } })],
      ['a split among nobody', subscribe({ split: { kind: 'equal', memberIds: [] } })],
      [
        'a split among the same twice',
        subscribe({ split: { kind: 'equal', memberIds: [person.memberId, person.memberId] } }),
      ],
      ['a plan that is another kind of thing', subscribe({ planId: 'no-such-plan' })],
      ['a payment in another currency', pay({ amount: { amount: 100, currency: 'EUR' } })],
      ['a payment of more than is open', pay({ amount: { amount: 99_999_900, currency: 'INR' } })],
      ['a payment of the future', pay({ amount: { amount: 100, currency: 'INR' }, paidOn: '2027-11-23' })],
      [
        'a country and a zone that do not exist',
        person.patch(person.home, { country: 'ZZ', timeZone: 'Mars/X' }),
      ],
    ] as const) {
      const { status, body } = await answer
      expect(status, `${what}: ${JSON.stringify(body).slice(0, 200)}`).toBeOneOf([400, 409, 422])
    }
    expect(await stored(api)).toEqual(before)
  })
})

describe('what costs much', () => {
  let api: Api
  let home: Home
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aHousehold(api)
    await grant(api, home.person.userId, 'administrator')
  })
  afterAll(() => api.close())

  it('15.2.2 API4 a list gives at most a hundred, however many there are', async () => {
    const { pool } = api.postgres
    await copySubscription(api, home.subscriptionId, 1000, (n) => `Stream ${n}`)
    await pool.query(
      `insert into audit_entries (id, at, event, actor_id, subject_id, detail)
       select gen_random_uuid(), '2026-11-23T06:00:00Z', 'signed-in', $1, $1, '{}' from generate_series(1, 1000)`,
      [home.person.userId],
    )
    const lists = routes.filter(
      ({ method, meta, name }) => method === 'GET' && meta.access !== 'public' && /\.list/.test(name),
    )
    expect(lists.length).toBeGreaterThan(8)
    for (const route of lists) {
      const address = addressOf(route, home)
      for (const query of ['', '?limit=100']) {
        const { status, body } = await home.person.get(address + query)
        expect([status, body.items.length <= 100], address + query).toEqual([200, true])
        expect(JSON.stringify(body).length, address + query).toBeLessThan(200_000)
      }
      expect((await home.person.get(`${address}?limit=101`)).status, address).toBe(400)
    }
    const { body } = await home.person.get(`${home.person.home}/subscriptions?limit=100`)
    expect([body.items.length, body.nextCursor === null]).toEqual([100, false])
  })

  it('15.2.2 13.2.6 (L3) no statement, no transaction and no request is waited for without end', async () => {
    const show = async (name: string) => (await api.postgres.pool.query(`show ${name}`)).rows[0][name]
    expect(await show('statement_timeout')).toBe('10s')
    expect(await show('idle_in_transaction_session_timeout')).toBe('30s')
    const { options } = api.postgres.pool as unknown as { options: Record<string, number> }
    expect(options).toMatchObject({ connectionTimeoutMillis: 10_000, query_timeout: 11_000, max: 5 })
    expect(api.app.getHttpServer()).toMatchObject({ requestTimeout: 30_000 })
  })
})
