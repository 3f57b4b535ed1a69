import { randomUUID } from 'node:crypto'
import { problems } from '@streamline/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHousehold, type Home } from './a-household.ts'
import { grant } from './a-person.ts'
import { fetchJson, startApi, type Answer, type Api } from './harness.ts'
import { addressOf, bodies, routes, type SampledRoute } from './samples.ts'
import { stored } from './stored.ts'

/** No field of any route takes one of these. */
const never: [string, unknown][] = [
  ['a list of lists', [['x']]],
  ['an operator', { $gt: '' }],
  ['a polluting object', { constructor: { prototype: { polluted: true } } }],
  ['50 kB', 'x'.repeat(50_000)],
  ['a null character', 'a\u0000b'],
  ['half a character', 'a\uD800'],
  ['a giant number', 1e308],
  ['a number below zero', -1],
]

const brokenBodies: [string, string][] = [
  ['no JSON', '{"a":'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['null', 'null'],
  ['__proto__', '{"__proto__":{"polluted":true}}'],
  ['nested __proto__', '{"name":{"__proto__":{"polluted":true}}}'],
  ['constructor.prototype', '{"constructor":{"prototype":{"polluted":true}}}'],
  ['nesting', `${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}`],
  ['an unknown field', '{"userId":"owner"}'],
]

const moneyFields: [string, unknown][] = [
  ['a fraction', { amount: 1.5, currency: 'INR' }],
  ['beyond safe integers', { amount: 2 ** 53, currency: 'INR' }],
  ['beyond every price', { amount: 9_007_199_254_740_991, currency: 'INR' }],
  ['no currency', { amount: 100, currency: 'XXX' }],
  ['digits for a currency, and nothing', { amount: 0, currency: '000' }],
  ['the largest number of a currency with four digits', { amount: 2 ** 53 - 1, currency: 'CLF' }],
  ['another field', { amount: 100, currency: 'INR', rate: 1 }],
]

/** Their samples have the right form and prove nothing. */
const unproved = new Set([
  'identity.secondFactor',
  'identity.passkeyOptions',
  'identity.passkeySignIn',
  'identity.confirmTotp',
  'identity.addPasskey',
])

const dates = ['2026-02-30', '2026-13-01', '0000-00-00', '2026-1-1', '2026-11-23T00:00:00Z', '']

describe('bad input', () => {
  let api: Api
  let home: Home
  let foreign: Home
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aHousehold(api)
    foreign = await aHousehold(api)
    await grant(api, home.person.userId, 'administrator')
  })
  afterAll(() => api.close())

  const send = (
    route: SampledRoute,
    options: { body?: unknown; query?: string; headers?: Record<string, string> },
  ) =>
    fetchJson(api.url + addressOf(route, home) + (options.query ?? ''), {
      method: route.method,
      headers: { 'X-Client': 'mobile', ...options.headers },
      ...(route.meta.access === 'public' ? {} : { token: home.person.token }),
      ...(options.body === undefined ? {} : { body: options.body }),
    })

  const everything = () => stored(api)

  /** Sends hostile requests, each of which must be refused with a pointer; nothing may be stored by any. */
  const refusesAll = async (attempts: [string, () => Promise<Answer>][]) => {
    const before = await everything()
    for (const [what, attempt] of attempts) refused(await attempt(), what, [400, 413, 415, 422])
    expect(await everything()).toEqual(before)
  }

  for (const route of routes.filter(({ method }) => method !== 'GET')) {
    it(`2.2.1 15.3.5 15.3.6 is refused in the body of ${route.method} ${route.path}`, () =>
      refusesAll([
        ...brokenBodies.map(([what, body]): [string, () => Promise<Answer>] => [
          what,
          () => send(route, { body }),
        ]),
        [
          'a form',
          () =>
            send(route, { body: 'a=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
        ],
        ['a query', () => send(route, { body: bodies[route.name]?.(home) ?? {}, query: '?name=x' })],
      ]))

    const fields = Object.keys(bodies[route.name]?.(placeholder) ?? {})
    if (fields.length > 0)
      it(`2.2.1 2.2.2 15.3.5 is refused in each field of ${route.method} ${route.path}`, () =>
        refusesAll(
          fields.flatMap((field) =>
            valuesFor(field).map(([what, value]): [string, () => Promise<Answer>] => [
              `${field}: ${what}`,
              () => send(route, { body: { ...bodies[route.name]?.(home), [field]: value } }),
            ]),
          ),
        ))
  }

  for (const route of routes.filter(({ method }) => method === 'GET'))
    it(`2.2.1 15.3.6 15.3.7 is refused in the query of ${route.path}`, () => {
      const isList =
        route.path.endsWith('s') && route.name !== 'settings.read' && route.name !== 'billing.readBalances'
      const queries = [
        '?unknown=1',
        '?__proto__=1',
        '?constructor[prototype]=1',
        '?limit[]=1',
        ...(isList ? badPages : []),
      ]
      return refusesAll(queries.map((query) => [query, () => send(route, { query })]))
    })

  it('2.2.1 is refused at the place of every currency, by 400', async () => {
    const attempts = routes.flatMap((route) =>
      Object.entries(bodies[route.name]?.(home) ?? {}).flatMap(([field, value]) =>
        currenciesIn(value, `/${field}`, field === 'from' || field === 'to' || field === 'currency').flatMap(
          (place) => wrongCurrencies.map((wrong) => ({ route, place, wrong })),
        ),
      ),
    )
    expect(new Set(attempts.map(({ route }) => route.name)).size).toBeGreaterThan(10)
    for (const { route, place, wrong } of attempts) {
      const body = withCurrency(bodies[route.name]?.(home) ?? {}, place.split('/').slice(1), wrong)
      const answer = await send(route, { body })
      const said = `${route.name} ${place} "${wrong}": ${JSON.stringify(answer.body)}`
      expect([answer.status, answer.body.code], said).toEqual([400, 'invalid-input'])
      const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
      expect(pointers, said).toContain(place)
    }
  })

  it('2.2.1 is refused in the ids of every path', async () => {
    for (const route of routes.filter(({ ids }) => ids.includes('householdId')))
      for (const id of ['x', '%00', '..%2F', '1'.repeat(150), "' OR 1=1"]) {
        const url = addressOf(route, home).replace(home.person.householdId, encodeURI(id))
        const body = route.method === 'GET' ? {} : { body: bodies[route.name]?.(home) ?? {} }
        refused(
          await fetchJson(api.url + url, { method: route.method, token: home.person.token, ...body }),
          url,
          [400, 404, 414],
        )
      }
  })

  it('is not what these tests start from: every sample is understood', async () => {
    const sampled = await aHousehold(api)
    await api.postgres.pool.query('update users set email_verified = true where id = $1', [
      sampled.person.userId,
    ])
    await grant(api, sampled.person.userId, 'administrator')
    for (const route of routes.filter(({ name }) => name in bodies && !unproved.has(name))) {
      const token = route.meta.access === 'public' ? {} : { token: sampled.person.token }
      const body = bodies[route.name]?.(sampled)
      const headers = { 'X-Client': 'mobile' }
      const answer = await fetchJson(api.url + addressOf(route, sampled), {
        method: route.method,
        body,
        headers,
        ...token,
      })
      expect([400, 401, 403, 405, 500], `${route.name}: ${JSON.stringify(answer.body)}`).not.toContain(
        answer.status,
      )
    }
  })

  it('answers 401 without a token, before it looks at anything', async () => {
    for (const route of routes.filter(({ meta }) => meta.access !== 'public')) {
      const answer = await fetchJson(api.url + addressOf(route, home), { method: route.method })
      expect([answer.status, answer.body.code], route.name).toEqual([401, 'unauthenticated'])
    }
  })

  it('answers 401 for every token that is not ours', async () => {
    const [head, payload, signature] = home.person.token.split('.') as [string, string, string]
    const none = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.`
    const flipped = `${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    for (const token of [
      none,
      flipped,
      'x',
      `${head}.${payload}`,
      home.person.refreshToken,
      'a'.repeat(5000),
    ]) {
      const answer = await fetchJson(`${api.url}/v1/me`, { token })
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated'])
    }
  })

  it('8.2.2 is a foreign household: 404 on every route, and nothing changes', async () => {
    const before = await everything()
    for (const route of routes.filter(({ ids }) => ids.includes('householdId'))) {
      const body = route.method === 'GET' ? {} : { body: bodies[route.name]?.(foreign) ?? {} }
      const request = { method: route.method, token: home.person.token, ...body }
      const answer = await fetchJson(api.url + addressOf(route, foreign), request)
      expect([answer.status, answer.body.code], route.name).toEqual([404, 'not-found'])
    }
    expect(await everything()).toEqual(before)
  })

  it("8.2.2 is a foreign thing in one's own household: 404, and nothing changes", async () => {
    const before = await everything()
    for (const route of routes.filter(({ ids }) => ids.includes('householdId') && ids.includes('id')))
      for (const id of [foreign.subscriptionId, foreign.chargeId, foreign.paymentId, randomUUID()]) {
        const url = route.path.replace('{householdId}', home.person.householdId).replace('{id}', id)
        const body = route.method === 'GET' ? {} : { body: bodies[route.name]?.(home) ?? {} }
        const answer = await fetchJson(api.url + url, {
          method: route.method,
          token: home.person.token,
          ...body,
        })
        expect([answer.status, answer.body.code], `${route.name} ${id}`).toEqual([404, 'not-found'])
      }
    expect(await everything()).toEqual(before)
  })

  it('2.2.3 is a foreign person: 422 wherever a member is named', async () => {
    const before = await everything()
    const stranger = foreign.person.memberId
    for (const route of routes.filter(
      ({ name }) => bodies[name] !== undefined && name.startsWith('subscriptions.'),
    ))
      for (const field of ['managedBy', 'usedBy', 'paidBy', 'split']) {
        const body = bodies[route.name]?.(home) ?? {}
        if (!(field in body)) continue
        const value =
          field === 'usedBy'
            ? [stranger]
            : field === 'split'
              ? { kind: 'equal', memberIds: [stranger] }
              : stranger
        const answer = await send(route, { body: { ...body, [field]: value } })
        expect([answer.status, answer.body.code], `${route.name} ${field}`).toEqual([422, 'unknown-member'])
      }
    expect(await everything()).toEqual(before)
  })
})

const badPages = ['0', '101', '-1', '1.5', 'abc', '1e99', '%00', '9'.repeat(400)]
  .map((limit) => `?limit=${limit}`)
  .concat(
    '?limit=1&limit=2',
    '?cursor=',
    '?cursor=%00',
    '?cursor=x',
    '?cursor=bnVsbA',
    `?cursor=${'A'.repeat(600)}`,
  )

const placeholder: Home = {
  person: { memberId: '', email: '', refreshToken: '' } as Home['person'],
  subscriptionId: '',
  lineId: '',
  chargeId: '',
  paymentId: '',
  usageId: '',
  guestId: '',
  againId: '',
  invitationId: '',
}

const wrongCurrencies = ['000', 'XXX', 'inr', '', '₹₹₹', 'INRR', '__proto__']

/** Pointers to everything that names a currency; a text at the top does where its field is one that does. */
function currenciesIn(value: unknown, at: string, isCurrency: boolean): string[] {
  if (typeof value === 'string') return isCurrency && /^[A-Z]{3}$/.test(value) ? [at] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    currenciesIn(part, `${at}/${key}`, key === 'currency'),
  )
}

/** With nothing for the amount beside it: no other place is wrong then. */
function withCurrency(value: object, [key = '', ...rest]: readonly string[], currency: string): object {
  const known = (value as Record<string, unknown>)[key]
  if (rest.length > 0) return { ...value, [key]: withCurrency(known as object, rest, currency) }
  return { ...value, ...('amount' in value ? { amount: 0 } : {}), [key]: currency }
}

function valuesFor(field: string): [string, unknown][] {
  if (field === 'price' || field === 'amount') return [...never, ...moneyFields]
  if (field.endsWith('On')) return [...never, ...dates.map((date): [string, unknown] => [`"${date}"`, date])]
  return never
}

function refused({ status, headers, body }: Answer, what: string, as: number[]): void {
  expect(as, `${what}: ${status} ${JSON.stringify(body).slice(0, 300)}`).toContain(status)
  expect(headers.get('content-type'), what).toBe('application/problem+json; charset=utf-8')
  expect(Object.keys(problems), what).toContain(body.code)
  if (body.code === 'invalid-input') expect(body.errors[0].pointer, what).toMatch(/^(\/|$)/)
}
