import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, grant, type Person } from '../../../test/a-person.ts'
import { startApi, type Answer, type Api } from '../../../test/harness.ts'
import { bodies, routes, type SampledRoute } from '../../../test/samples.ts'
import { stored } from '../../../test/stored.ts'

const PUBLIC = 'https://streamline.example'
const foreign = [
  'https://evil.example',
  'null',
  `${PUBLIC}.evil.example`,
  'https://evilstreamline.example',
  'http://streamline.example',
  `${PUBLIC}:8443`,
]

describe('every route of the contract', () => {
  let api: Api
  let person: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z', env: { PUBLIC_URL: PUBLIC } })
    person = await aPerson(api)
    await grant(api, person.userId, 'administrator')
  })
  afterAll(() => api.close())

  const addressOf = ({ path }: SampledRoute) =>
    path.replace('{householdId}', person.householdId).replaceAll(/\{\w+\}/g, randomUUID())
  const bodyOf = (route: SampledRoute) =>
    route.method === 'GET' ? {} : { body: bodies[route.name]?.({ person } as never) ?? {} }
  const call = (route: SampledRoute, headers: Record<string, string> = {}, more = {}) =>
    api.fetchJson(addressOf(route), {
      method: route.method,
      token: person.token,
      headers,
      ...bodyOf(route),
      ...more,
    })

  /** Each route as answered, as refused for what it was sent, and as refused without a token. */
  const allAnswers = async () => {
    const answers: [string, Answer][] = []
    for (const route of routes) {
      answers.push([
        `${route.name} refused`,
        await call(route, {}, route.method === 'GET' ? {} : { body: '{' }),
      ])
      answers.push([
        `${route.name} anonymous`,
        await api.fetchJson(addressOf(route), { method: route.method }),
      ])
      if (route.method === 'GET') answers.push([route.name, await call(route)])
    }
    return answers
  }

  it('3.2.1 3.4.1 3.4.3 3.4.4 3.4.5 3.4.6 4.1.1 13.4.6 API8 14.3.2 sends every header of protection with every answer', async () => {
    for (const [name, { status, headers }] of await allAnswers()) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(headers.get('strict-transport-security'), name).toBe('max-age=31536000; includeSubDomains')
      expect(policy, name).toContain("default-src 'none'")
      expect(policy, name).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options'), name).toBe('nosniff')
      expect(headers.get('referrer-policy'), name).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy'), name).toBe('same-origin')
      const isCatalogue = name.startsWith('catalogue.')
      expect(headers.get('cache-control'), name).toMatch(isCatalogue ? /no-store|max-age/ : /^no-store$/)
      expect([headers.get('x-powered-by'), headers.get('server')], name).toEqual([null, null])
      if (status !== 204 && status !== 302)
        expect(headers.get('content-type'), name).toMatch(/; charset=utf-8$|^application\/pdf$/)
    }
  })

  it('3.4.2 gives no other origin a word: no CORS header, whoever asks', async () => {
    for (const route of routes)
      for (const Origin of foreign) {
        const { headers } = await call(route, { Origin }, { body: undefined })
        expect(headers.get('access-control-allow-origin'), `${route.name} ${Origin}`).toBeNull()
        expect(headers.get('access-control-allow-credentials'), `${route.name} ${Origin}`).toBeNull()
      }
  })

  it('3.5.1 3.5.2 refuses whatever a page of another site sends, and nothing changes', async () => {
    const before = await stored(api, ['test_clock'])
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      for (const Origin of foreign) {
        const { status, body } = await call(route, { Origin })
        expect([status, body.code], `${route.name} ${Origin}`).toEqual([403, 'csrf-refused'])
      }
      for (const site of ['cross-site', 'same-site'])
        expect((await call(route, { 'Sec-Fetch-Site': site })).body.code, `${route.name} ${site}`).toBe(
          'csrf-refused',
        )
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ])
        expect(
          (await call(route, { 'Content-Type': type }, { body: 'a=1' })).status,
          `${route.name} ${type}`,
        ).toBe(415)
    }
    expect(await stored(api, ['test_clock'])).toEqual(before)
  })

  it('3.5.3 changes nothing on GET, whatever the query', async () => {
    // The first screen keeps what it derived; that is a cache and no change. Who takes their data away is written down.
    const caches = ['test_clock', 'overviews', 'audit_entries', 'idempotent_answers', 'oidc_states']
    const reads = routes.filter(({ method }) => method === 'GET')
    for (const route of reads) await call(route)
    const before = await stored(api, caches)
    for (const route of reads)
      for (const query of ['', '?_method=DELETE', '?action=delete&id=1'])
        await api.fetchJson(addressOf(route) + query, {
          token: person.token,
          headers: { 'X-HTTP-Method-Override': 'DELETE' },
        })
    expect(await stored(api, caches)).toEqual(before)
  })

  it('4.1.4 answers only its methods', async () => {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
    for (const path of new Set(routes.map((route) => route.path))) {
      const offered = routes.filter((route) => route.path === path)
      const [first] = offered
      if (first === undefined) continue
      for (const method of methods.filter((name) => offered.every((route) => route.method !== name))) {
        const body = method === 'GET' ? {} : { body: {} }
        const { status } = await api.fetchJson(addressOf(first), { method, token: person.token, ...body })
        // `/v1/me/passkeys/options` is also `{id}` of another route, and no id.
        expect([400, 404, 405], `${method} ${path}`).toContain(status)
      }
    }
  })

  it('3.3.1 3.3.2 3.3.3 3.3.4 sets only cookies that no script, no other host and no other site can use', async () => {
    const answers = []
    const credentials = { email: person.email, password: 'correct horse battery' }
    for (const [path, body] of [
      ['sign-in', credentials],
      ['register', { ...credentials, email: `${randomUUID()}@example.org`, name: 'A' }],
      ['sign-out', {}],
    ] as const)
      answers.push(
        await api.fetchJson(`/v1/auth/${path}`, { method: 'POST', headers: { Origin: PUBLIC }, body }),
      )
    const Cookie = answers[0]?.headers.get('set-cookie')?.split(';')[0] ?? ''
    answers.push(
      await api.fetchJson('/v1/auth/refresh', {
        method: 'POST',
        headers: { Origin: PUBLIC, Cookie },
        body: {},
      }),
    )
    for (const { status, headers } of answers) {
      expect([200, 201, 204]).toContain(status)
      const cookies = headers.getSetCookie()
      expect(cookies).toHaveLength(1)
      for (const cookie of cookies) {
        expect(cookie).toMatch(/^__Host-[\w-]+=/)
        const attributes = cookie.split('; ').slice(1)
        expect(attributes).toEqual(
          expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']),
        )
        expect(cookie).not.toContain('Domain')
      }
    }
  })

  it('3.4.3 lets our pages load from here and nowhere else', async () => {
    const { headers } = await api.fetchJson('/docs')
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part)
    expect(policy).not.toMatch(/unsafe-(inline|eval)/)
  })
})
