import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionRepository } from '../src/features/identity/sessions/session.repository.ts'
import { AuditRepository } from '../src/features/audit/audit.repository.ts'
import { HouseholdsService } from '../src/features/households/households.service.ts'
import { Bridge } from '../src/platform/http/bridge.ts'
import { Limits } from '../src/platform/limits/limits.ts'
import { aHousehold } from './a-household.ts'
import { aPerson } from './a-person.ts'
import { withAuthenticator, ticketOf, redeem } from './an-authenticator.ts'
import { startApi, type Api } from './harness.ts'
import { tokenTo } from './mailbox.ts'
import { addressOf, bodies, routes } from './samples.ts'
import { stored } from './stored.ts'

const password = 'correct horse battery'

const surprise = () => {
  throw new TypeError('secret detail of table users at /srv/app.ts')
}

describe('a surprise', () => {
  let api: Api
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z', env: { LOG_LEVEL: 'silent' } })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await api.close()
  })

  it('16.5.1 16.5.2 16.5.4 in any layer is a 500 that tells nothing, changes nothing and ends nobody else’s request', async () => {
    const person = await aPerson(api)
    const layers: [string, () => unknown, () => Promise<{ status: number; body: unknown }>][] = [
      [
        'bridge',
        () => vi.spyOn(api.app.get(Bridge), 'answer').mockImplementation(surprise),
        () => person.get('/v1/me'),
      ],
      [
        'service',
        () => vi.spyOn(api.app.get(HouseholdsService), 'list').mockImplementation(surprise),
        () => person.get('/v1/households'),
      ],
      [
        'repository, in the middle of a transaction',
        () => vi.spyOn(api.app.get(AuditRepository), 'insert').mockImplementation(surprise),
        () => api.fetchJson('/v1/auth/sign-in', { method: 'POST', body: { email: person.email, password } }),
      ],
      [
        'registration, after the account was made',
        () => vi.spyOn(api.app.get(AuditRepository), 'insert').mockImplementation(surprise),
        () =>
          api.fetchJson('/v1/auth/register', {
            method: 'POST',
            body: { email: 'new@example.org', password, name: 'N' },
          }),
      ],
    ]
    const before = await stored(api)
    for (const [layer, breakIt, ask] of layers) {
      breakIt()
      const [{ status, body }, live] = await Promise.all([ask(), api.fetchJson('/health/live')])
      expect([status, live.status], layer).toEqual([500, 200])
      expect(body, layer).toMatchObject({ code: 'internal-error', status: 500 })
      expect(JSON.stringify(body), layer).not.toMatch(/secret detail|users|TypeError|\.ts|\bat /)
      vi.restoreAllMocks()
      expect((await person.get('/v1/me')).status, layer).toBe(200)
    }
    expect(await stored(api)).toEqual(before)
  })

  it('16.5.3 at the door lets nobody in: the question of access failed, so the answer is no', async () => {
    const { person } = await aHousehold(api)
    for (const breakIt of [
      () => vi.spyOn(api.app.get(SessionRepository), 'actor').mockImplementation(surprise),
      () => vi.spyOn(api.app.get(HouseholdsService), 'may').mockImplementation(surprise),
      () => vi.spyOn(api.app.get(HouseholdsService), 'require').mockImplementation(surprise),
    ]) {
      breakIt()
      const { status, body } = await person.get(`${person.home}/balances`)
      expect([status, body.code]).toEqual([500, 'internal-error'])
      vi.restoreAllMocks()
    }
    vi.spyOn(api.app.get(Limits), 'take').mockImplementation(surprise)
    const body = { email: person.email, password }
    expect((await api.fetchJson('/v1/auth/sign-in', { method: 'POST', body })).status).toBe(500)
  })

  it('16.5.4 of a tick does not stop the others', async () => {
    let ran = 0
    api.ticks.register({ name: 'broken', run: surprise })
    api.ticks.register({ name: 'after it', run: () => Promise.resolve(++ran) })
    await api.ticks.runAll()
    expect(ran).toBe(1)
  })
})

describe('the log', () => {
  it('16.2.5 holds no password, token, code, key or cookie, whatever was asked and whatever went wrong', async () => {
    const lines: string[] = []
    const { isTTY } = process.stdout
    process.stdout.isTTY = true
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
    const api = await startApi({ now: '2026-11-23T10:00:00Z', env: { LOG_LEVEL: 'trace' } })
    try {
      const home = await aHousehold(api)
      const { person } = home
      const verify = await tokenTo(api, person.email, 'welcome')
      await api.fetchJson('/v1/auth/verify-email', { method: 'POST', body: { token: verify } })
      const { key } = (await person.post('/v1/me/api-keys', { name: 'S', scopes: ['profile.read'] })).body
      await api.fetchJson('/v1/me', { token: key })
      const app = await withAuthenticator(api, person)
      const ticket = await ticketOf(api, person.email)
      await redeem(api, ticket, { recoveryCode: app.recoveryCodes[0] })
      const browser = await api.fetchJson('/v1/auth/register', {
        method: 'POST',
        body: { email: 'browser@example.org', password, name: 'B' },
      })
      const cookie = /refresh=([^;]+)/.exec(browser.headers.get('set-cookie') ?? '')?.[1] ?? ''
      await api.fetchJson('/v1/auth/refresh', {
        method: 'POST',
        body: {},
        headers: { Cookie: `__Host-streamline-refresh=${cookie}`, Origin: api.url },
      })
      await api.postgres.pool.query('alter table users rename column locale to language')
      for (const route of routes.filter(({ name }) => name !== 'identity.signOut')) {
        const body = route.method === 'GET' ? {} : { body: bodies[route.name]?.(home) ?? {} }
        await person.send(addressOf(route, home), { method: route.method, ...body })
      }
      const text = lines.join('')
      const secrets = {
        password,
        token: person.token,
        refresh: person.refreshToken,
        verify,
        key,
        totp: app.secret,
        recovery: app.recoveryCodes[0] ?? '',
        ticket,
        cookie,
      }
      expect(lines.length).toBeGreaterThan(50)
      expect(text).toContain('error')
      for (const [what, secret] of Object.entries(secrets)) {
        expect(secret.length, what).toBeGreaterThan(8)
        expect(text.includes(secret), what).toBe(false)
      }
      expect(text).not.toMatch(/argon2id\$|Bearer |PRIVATE KEY/)
    } finally {
      vi.restoreAllMocks()
      process.stdout.isTTY = isTTY
      await api.close()
    }
  })
})

describe('what is not for everybody', () => {
  it('13.4.5 13.4.2 is not there for a stranger: metrics, administration, the mailbox, the repository', async () => {
    const api = await startApi({ now: '2026-11-23T10:00:00Z' })
    const away = { 'X-Forwarded-For': '203.0.113.9' }
    const page = await api.fetchJson('/sign-in')
    for (const path of [
      '/metrics',
      '/debug',
      '/status',
      '/.git/config',
      '/.env',
      '/package.json',
      '/dev/mailbox',
      '/dev/mailbox.json',
      '/v1/test/clock',
      '/server-status',
      '/graphql',
    ]) {
      const { status, body } = await api.fetchJson(path, { headers: away })
      // Where the app is built, an address that could be one of its screens is its page, and that says nothing.
      if (status === 200) expect(body, path).toBe(page.body)
      else expect(status, path).toBe(404)
    }
    const administration = routes.filter(({ path }) => path.startsWith('/v1/admin'))
    expect(administration.length).toBeGreaterThan(4)
    for (const { method, path } of administration)
      expect((await api.fetchJson(path, { method })).status, path).toBe(401)
    // Public by decision 0012; it says what the contract says and no version of anything beneath.
    const docs = await api.fetchJson('/docs')
    expect(docs.status).toBe(200)
    expect(JSON.stringify(docs.body)).not.toMatch(/nestjs|fastify|node\/|postgres(ql)? \d/i)
    await api.close()
  })

  it('7.2.3 11.5.1 is made of what the system’s generator gives: nothing in the API draws by Math.random but a pause', () => {
    const source = join(import.meta.dirname, '..', 'src')
    const drawing = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /(?<!\.test)\.ts$/.test(file) && readFileSync(join(source, file), 'utf8').includes('Math.random'),
    )
    expect(drawing.toSorted()).toEqual([
      join('platform', 'postgres', 'postgres.ts'),
      join('platform', 'queue', 'job.ts'),
    ])
  })
})
