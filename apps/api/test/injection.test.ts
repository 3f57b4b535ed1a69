import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHousehold, type Home } from './a-household.ts'
import { aPerson, grant } from './a-person.ts'
import { startApi, type Api } from './harness.ts'
import { logQueries } from './query-log.ts'
import { addressOf, bodies, routes, type SampledRoute } from './samples.ts'
import { stored } from './stored.ts'

/** Found in a statement, it came there from a request. */
const MARK = 'zqxmark'

const hostile = [
  `${MARK}' OR 1=1 --`,
  `${MARK}'; drop table users; --`,
  `${MARK}") or true or ("`,
  `${MARK}\\'`,
  `${MARK}{"$gt":""}`,
  `${MARK}$1 \${1} $$`,
]

const unknown = hostile.map((text) => text.replace(MARK, `${MARK}never`))

const lists = {
  'administration.listUsers': ['q', 'status'],
  'administration.listAudit': ['event', 'userId'],
  'catalogue.listPlans': ['q', 'provider', 'kind'],
  'catalogue.listProviders': ['q'],
  'subscriptions.list': ['q', 'memberId', 'kind'],
  'billing.listCharges': ['subscriptionId', 'state'],
} as const

describe('text that would be a statement', () => {
  let api: Api
  let home: Home
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aHousehold(api)
    await grant(api, home.person.userId, 'administrator')
    await api.postgres.pool.query('update users set email_verified = true')
  })
  afterAll(() => api.close())

  const send = (route: SampledRoute, body?: unknown, query = '') =>
    home.person.send(addressOf(route, home) + query, {
      method: route.method,
      headers: { 'X-Client': 'mobile' },
      ...(body === undefined ? {} : { body }),
    })
  const count = async (table: string) =>
    (await api.postgres.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n

  it('1.2.4 is never part of one: what people type travels beside the statement, in every field of every route', async () => {
    const writes = routes.filter(
      ({ name, method }) => method !== 'GET' && name in bodies && name !== 'identity.signOut',
    )
    const people = await count('users')
    const log = logQueries()
    let sent = 0
    for (const route of writes)
      for (const [field, value] of Object.entries(bodies[route.name]?.(home) ?? {}))
        for (const text of typeof value === 'string' ? hostile.slice(0, 3) : [hostile[4] ?? '']) {
          const { status } = await send(route, { ...bodies[route.name]?.(home), [field]: text })
          expect(status, `${route.name} ${field} ${text}`).toBeLessThan(500)
          sent++
        }
    log.stop()
    expect(sent).toBeGreaterThan(150)
    expect((await home.person.get('/v1/me')).status).toBe(200)
    expect(log.queries.length).toBeGreaterThan(sent)
    expect(log.queries.filter(({ text }) => text.includes(MARK)).map(({ text }) => text)).toEqual([])
    // Registering with such a name is fine; nothing else makes people or removes them.
    expect((await count('users')) - people).toBeLessThan(20)
  })

  it('1.2.4 finds nothing more in a list, by whatever parameter, and changes nothing', async () => {
    const before = await stored(api, ['audit_entries', 'idempotent_answers'])
    const log = logQueries()
    for (const [name, parameters] of Object.entries(lists)) {
      const route = routes.find((candidate) => candidate.name === name)
      if (route === undefined) throw new Error(`There is no ${name}`)
      for (const parameter of parameters)
        for (const text of [...unknown, '%', '_', '%%', '\\']) {
          const query = `?${parameter}=${encodeURIComponent(text)}`
          const { status, body } = await send(route, undefined, query)
          expect([200, 400], `${name}${query}`).toContain(status)
          if (status === 200) expect(body.items, `${name}${query}`).toEqual([])
        }
    }
    log.stop()
    expect(log.queries.filter(({ text }) => text.includes(MARK))).toEqual([])
    expect(await stored(api, ['audit_entries', 'idempotent_answers'])).toEqual(before)
  })

  it('1.2.4 opens no account, and is kept to the letter where it is a name', async () => {
    const person = await aPerson(api)
    for (const text of hostile) {
      const body = { email: person.email, password: text }
      const signedIn = await api.fetchJson('/v1/auth/sign-in', { method: 'POST', body })
      expect([signedIn.status, signedIn.body.code], text).toEqual([401, 'wrong-credentials'])
      expect((await person.patch('/v1/me', { name: text })).body.name).toBe(text)
    }
  })
})

describe('text that takes long to look at', () => {
  let api: Api
  let home: Home
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aHousehold(api)
    await grant(api, home.person.userId, 'administrator')
  })
  afterAll(() => api.close())

  const shapes = [
    'a'.repeat(50_000),
    ' '.repeat(50_000) + 'x',
    'a@'.repeat(25_000),
    'a.'.repeat(25_000) + '@',
    '+9'.repeat(25_000),
    '-'.repeat(50_000),
    '\u0930\u093F'.repeat(8000),
  ]

  it('1.3.12 (L3) 50 kB of it in any field takes less than a tenth of a second of the processor', async () => {
    const slow: string[] = []
    for (const route of routes.filter(({ name }) => name in bodies && name !== 'identity.signOut'))
      for (const [field, value] of Object.entries(bodies[route.name]?.(home) ?? {})) {
        if (typeof value !== 'string') continue
        for (const [at, text] of shapes.entries()) {
          // The machine has other things to do as well: a slow pattern is slow each time.
          let ms = Infinity
          for (let attempt = 0; attempt < 3 && ms >= 100; attempt++) {
            const before = process.cpuUsage()
            const body = { ...bodies[route.name]?.(home), [field]: text }
            const { status } = await home.person.send(addressOf(route, home), { method: route.method, body })
            const { user, system } = process.cpuUsage(before)
            ms = Math.min(ms, (user + system) / 1000)
            expect(status, `${route.name} ${field} ${at}`).toBeLessThan(500)
          }
          if (ms >= 100) slow.push(`${route.name} ${field} ${at}: ${Math.round(ms)} ms`)
        }
      }
    expect(slow).toEqual([])
  })
})
