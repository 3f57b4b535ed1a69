import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const cookieName = '__Host-streamline-refresh'

const cookieOf = (answer: { headers: Headers }) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

describe('the door for browsers', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi()))
  afterAll(() => api.close())

  const register = (headers: Record<string, string>, body?: unknown) =>
    api.fetchJson('/v1/auth/register', {
      method: 'POST',
      headers,
      body: body ?? {
        email: `${crypto.randomUUID()}@example.org`,
        password: 'correct horse battery',
        name: 'Asha',
      },
    })

  it('keeps the refresh token in a cookie that no script reads', async () => {
    const answer = await register({ Origin: api.url })
    expect(answer.status).toBe(201)
    expect(answer.body.refreshToken).toBeUndefined()
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie.startsWith(`${cookieName}=`)).toBe(true)
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/'])
      expect(cookie).toContain(attribute)
    expect(cookie).not.toContain('Domain')
  })

  it('gives a page no body token, whatever it claims to be', async () => {
    expect((await register({ 'X-Client': 'mobile', Origin: api.url })).body.refreshToken).toBeUndefined()
    expect((await register({ 'X-Client': 'mobile' })).body.refreshToken).toBeTypeOf('string')
  })

  it('exchanges the cookie for our own page only', async () => {
    const Cookie = cookieOf(await register({ Origin: api.url }))
    const refresh = (headers: Record<string, string>) =>
      api.fetchJson('/v1/auth/refresh', { method: 'POST', body: {}, headers: { Cookie, ...headers } })
    const refused: Record<string, string>[] = [
      {},
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `${api.url}.evil.example` },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site', Origin: api.url },
    ]
    for (const headers of refused) {
      const { status, body } = await refresh(headers)
      expect([status, body.code], JSON.stringify(headers)).toEqual([403, 'csrf-refused'])
    }
    expect((await refresh({ Origin: api.url })).status).toBe(200)
  })

  it('refuses another site before it looks at the body', async () => {
    const answer = await register({ Origin: 'https://evil.example', 'Content-Type': 'text/plain' }, 'name=x')
    expect([answer.status, answer.body.code]).toEqual([403, 'csrf-refused'])
    expect((await register({ 'Content-Type': 'text/plain' }, 'name=x')).status).toBe(415)
  })

  it('does not let a family change how its tokens travel', async () => {
    const cookie = cookieOf(await register({ Origin: api.url }))
    const inBody = await api.fetchJson('/v1/auth/refresh', {
      method: 'POST',
      headers: { 'X-Client': 'mobile' },
      body: { refreshToken: cookie.slice(cookieName.length + 1) },
    })
    expect(inBody.body.code).toBe('session-ended')
    const { refreshToken } = await aPerson(api)
    const asCookie = await api.fetchJson('/v1/auth/refresh', {
      method: 'POST',
      headers: { Cookie: `${cookieName}=${refreshToken}`, Origin: api.url },
      body: {},
    })
    expect(asCookie.body.code).toBe('session-ended')
  })

  it('takes the cookie away at sign-out', async () => {
    const Cookie = cookieOf(await register({ Origin: api.url }))
    const headers = { Cookie, Origin: api.url }
    const out = await api.fetchJson('/v1/auth/sign-out', { method: 'POST', headers, body: {} })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(new RegExp(`^${cookieName}=; .*Max-Age=0`))
    expect((await api.fetchJson('/v1/auth/refresh', { method: 'POST', headers, body: {} })).status).toBe(401)
  })

  it('3.4.2 invites no other origin', async () => {
    const answer = await api.fetchJson('/v1/settings', { headers: { Origin: 'https://evil.example' } })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect((await api.fetchJson('/v1/settings', { method: 'OPTIONS' })).status).toBe(405)
  })

  it('sends its security headers with everything', async () => {
    for (const path of ['/v1/settings', '/v1/nothing', '/docs', '/health/live', '/v1/%zz', '/nowhere.js']) {
      const { headers } = await api.fetchJson(path)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
      expect(headers.get('referrer-policy'), path).toBe('same-origin')
      expect(headers.get('content-type'), path).toContain('charset=utf-8')
      expect(headers.get('x-powered-by'), path).toBeNull()
    }
    expect((await api.fetchJson('/v1/settings')).headers.get('cache-control')).toBe('no-store')
  })

  it('promises https for a year where it has https', async () => {
    const secure = await startApi({ env: { PUBLIC_URL: 'https://streamline.example' } })
    const { headers } = await secure.fetchJson('/v1/settings')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    await secure.close()
  })

  it('answers HEAD without a body', async () => {
    const { status, body } = await api.fetchJson('/v1/settings', { method: 'HEAD' })
    expect([status, body]).toEqual([200, undefined])
  })

  it('knows only the methods of the contract', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await api.fetchJson('/v1/me', { method, body: {} })
      if (method !== 'PATCH') expect([answer.status, answer.body.code]).toEqual([405, 'method-not-allowed'])
      if (method !== 'PATCH') expect(answer.headers.get('allow')).toBe('GET, HEAD, PATCH')
    }
    expect((await api.fetchJson('/v1/auth/register')).status).toBe(405)
    expect(await trace(api.url)).toBeGreaterThanOrEqual(400)
  })

  it('takes 100 kB and not one byte more', async () => {
    const fits = `{"name":"${'x'.repeat(99_000)}"}`
    const person = await aPerson(api)
    expect((await person.send('/v1/households', { method: 'POST', body: fits })).status).toBe(400)
    const large = await person.send('/v1/households', {
      method: 'POST',
      body: `{"name":"${'x'.repeat(100_000)}"}`,
    })
    expect([large.status, large.body.code]).toEqual([413, 'too-large'])
  })

  it('4.2.1 hangs up on requests with two lengths, broken chunks or endless headers', async () => {
    const start = 'POST /v1/auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
    const broken: [string, number][] = [
      [
        `${start}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/me HTTP/1.1\r\n\r\n`,
        400,
      ],
      [`${start}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
      [`${start}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}`, 400],
      [`GET /v1/settings HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
      ['nonsense\r\n\r\n', 400],
    ]
    for (const [text, status] of broken) {
      const answer = await raw(api.url, text)
      expect(answer.match(/HTTP\/1\.1 \d+/g), text.slice(0, 150)).toEqual([`HTTP/1.1 ${status}`])
      expect(answer).toContain('application/problem+json; charset=utf-8')
    }
  })

  it('compresses what is long, for who can read it', async () => {
    const response = await fetch(`${api.url}/v1/openapi.json`, { headers: { 'Accept-Encoding': 'br' } })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(await response.json()).toMatchObject({ openapi: '3.1.1' })
  })
})

/** Sends bytes as they are and answers all that comes back before the connection is closed. */
const raw = (url: string, text: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    socket.on('data', (part) => (answer += String(part)))
    socket.on('error', reject).on('close', () => resolve(answer))
  })

/** `fetch` refuses to send TRACE. */
const trace = (url: string) =>
  new Promise<number>((resolve, reject) => {
    httpRequest(`${url}/v1/me`, { method: 'TRACE' }, (response) => resolve(response.resume().statusCode ?? 0))
      .on('error', reject)
      .end()
  })
