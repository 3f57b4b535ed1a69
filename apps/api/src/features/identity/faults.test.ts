import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../test/a-person.ts'
import { aRoad } from '../../../test/a-road.ts'
import { startApi, type Answer, type Api } from '../../../test/harness.ts'
import { PasswordHashingService } from './passwords/password-hashing.service.ts'

const asApp = { 'X-Client': 'mobile' }
const password = 'correct horse battery'

/** Cyrillic, full width, a ligature, a letter with nothing in it, a mark, another dot and another @. */
const alike = [
  'p\u0430ypal@example.org',
  '\uFF50aypal@example.org',
  'o\uFB03ce@example.org',
  'pay\u200Bpal@example.org',
  'pa\u0301ypal@example.org',
  'paypal@example\u3002org',
  'paypal\uFF20example.org',
  'paypal@ex\u0430mple.org',
]

describe('faults', () => {
  it('13.2.6 (L3) 16.5.3 is 503 within two seconds when PostgreSQL goes away while somebody signs in, and leaves no half of a session', async () => {
    const road = await aRoad()
    const api = await startApi({ through: road.through, env: { LOG_LEVEL: 'silent' } })
    const { email, userId } = await aPerson(api)
    const answers: Answer[] = []
    for (const after of [0, 5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 80]) {
      const asked = performance.now()
      const answer = api.fetchJson('/v1/auth/sign-in', {
        method: 'POST',
        headers: asApp,
        body: { email, password },
      })
      await pause(after)
      await road.close()
      answers.push(await answer)
      expect(performance.now() - asked, `closed after ${after} ms`).toBeLessThan(2000)
      await road.open()
      await api.fetchJson('/health/ready')
    }
    for (const { status, body } of answers) expect([200, 503], JSON.stringify(body)).toContain(status)
    expect(answers.map(({ status }) => status)).toContain(503)
    for (const { status, headers } of answers)
      if (status === 503) expect(headers.get('retry-after')).toBe('2')
    // A session that was committed has its token and its entry in the audit log; a commit may be unheard, never half.
    const { rows } = await api.postgres.pool.query(
      `select (select count(*)::int from sessions where user_id = $1) as sessions,
        (select count(*)::int from refresh_tokens t join sessions s on s.id = t.session_id where s.user_id = $1) as tokens,
        (select count(*)::int from audit_entries where subject_id = $1 and event in ('signed-in', 'registered')) as told`,
      [userId],
    )
    expect(rows[0].tokens).toBe(rows[0].sessions)
    expect(rows[0].told).toBe(rows[0].sessions)
    await api.close()
    await road.close()
  })

  describe('and bad input', () => {
    let api: Api
    beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
    afterAll(() => api.close())

    const post = (path: string, body: unknown, headers: Record<string, string> = asApp) =>
      api.fetchJson(`/v1/auth/${path}`, { method: 'POST', body, headers })
    const count = async () =>
      (await api.postgres.pool.query('select count(*)::int as n from users')).rows[0].n

    it('takes no address that only looks like another, and knows one however it is typed', async () => {
      const draft = { password, name: 'A' }
      expect((await post('register', { ...draft, email: 'paypal@example.org' })).status).toBe(201)
      const before = await count()
      for (const email of alike)
        for (const path of ['register', 'sign-in', 'forgot-password']) {
          const { status, body } = await post(path, {
            ...(path === 'register' ? draft : {}),
            ...(path === 'sign-in' ? { password } : {}),
            email,
          })
          expect([status, body.errors?.[0]?.pointer], `${path} ${email}`).toEqual([400, '/email'])
        }
      expect(await count()).toBe(before)
      for (const email of ['PayPal@EXAMPLE.org', ' paypal@example.org'])
        expect((await post('register', { ...draft, email })).body.code).toBe('email-taken')
    })

    it('refuses null, control and turning characters and over-long addresses, and writes nothing', async () => {
      const before = await count()
      for (const email of [
        'a\u0000@example.org',
        'a\r\nBcc: b@example.org',
        '<a@example.org>',
        'a@example.org,b@example.org',
        `${'a'.repeat(250)}@example.org`,
        'a@b',
        '@example.org',
      ])
        expect((await post('register', { email, password, name: 'A' })).status, email).toBe(400)
      for (const name of ['a\u0000', 'a\r\nb', '', 'gnp\u202Eexe', '\u2066a\u2069', '\u200B\u2060'])
        expect((await post('register', { email: 'n@example.org', password, name })).status).toBe(400)
      expect(await count()).toBe(before)
    })

    it('answers hostile headers with a clear 4xx or not at all differently', async () => {
      const person = await aPerson(api)
      const hostile: Record<string, string>[] = [
        { 'User-Agent': 'x'.repeat(7000) },
        { 'Accept-Language': 'hi,'.repeat(1000) },
        { 'X-Forwarded-For': "' or 1=1 --" },
        { 'X-User-Id': person.userId, 'X-Client': 'mobile; admin' },
        { 'If-Match': '"1" or "2"' },
        { 'X-HTTP-Method-Override': 'DELETE' },
      ]
      for (const headers of hostile) {
        const { status } = await person.get('/v1/me', headers)
        expect([200, 400, 431], JSON.stringify(headers).slice(0, 80)).toContain(status)
      }
      for (const Authorization of [
        'Bearer',
        'Bearer ',
        'Basic YTpi',
        `Bearer ${person.token} x`,
        `Bearer\t${person.token}`,
      ])
        expect((await api.fetchJson('/v1/me', { headers: { Authorization } })).status, Authorization).toBe(
          401,
        )
      expect((await person.get('/v1/me', { 'X-Filler': 'x'.repeat(20_000) })).status).toBe(431)
    })

    it('6.3.8 does the same work for an address that nobody has', async () => {
      const { email } = await aPerson(api)
      const passwords = api.app.get(PasswordHashingService)
      const verified: (string | null)[] = []
      const matches = passwords.matches.bind(passwords)
      passwords.matches = (typed, stored) => {
        verified.push(stored)
        return matches(typed, stored)
      }
      const statements: string[] = []
      const query = api.postgres.query.bind(api.postgres)
      api.postgres.query = (statement, values) => {
        statements.push(statement.name)
        return query(statement, values)
      }
      const workOf = async (address: string) => {
        statements.splice(0)
        await post('sign-in', { email: address, password: 'not the password' })
        return statements.filter((name) => name !== 'test-clock.read')
      }
      const known = await workOf(email)
      expect(await workOf('nobody@example.org')).toEqual(known)
      expect([verified[0] === null, verified[1] === null]).toEqual([false, true])
      const decoy = performance.now()
      await passwords.matches('x', null)
      expect(performance.now() - decoy).toBeGreaterThan(5)
      Object.assign(passwords, { matches })
      Object.assign(api.postgres, { query })
    })
  })
})
