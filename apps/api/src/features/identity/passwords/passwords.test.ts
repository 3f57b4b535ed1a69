import { Algorithm, hash } from '@node-rs/argon2'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { kindsTo, tokenTo } from '../../../../test/mailbox.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import { commonPasswords, refuseCommonPassword } from './password-rules.ts'
import { PasswordHashingService } from './password-hashing.service.ts'

const MINUTE = 60_000
const asApp = { 'X-Client': 'mobile' }

describe('passwords', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const post = (path: string, body: unknown) =>
    api.fetchJson(`/v1/auth/${path}`, { method: 'POST', body, headers: asApp })
  const signIn = (email: string, password: string) => post('sign-in', { email, password })
  const ahead = (ms: number) => api.clock.moveTo(new Date(api.clock.now() + ms).toISOString())
  const hashOf = async (email: string): Promise<string> =>
    (await api.postgres.pool.query('select password_hash as h from users where email = $1', [email])).rows[0]
      .h

  const forgotten = async (email: string) => {
    const answer = await post('forgot-password', { email })
    await api.ticks.runAll()
    return answer
  }

  it('6.2.4 6.2.12 refuses every listed password that fits the policy, however it is capitalised', async () => {
    const listed = await commonPasswords()
    expect(listed.size).toBeGreaterThan(10_000)
    const refused = { code: 'password-too-common' }
    for (const password of listed)
      await expect(refuseCommonPassword(password, 'a@b.c')).rejects.toMatchObject(refused)
    await expect(refuseCommonPassword('PassWord1', 'a@b.c')).rejects.toMatchObject(refused)
    const answer = await post('register', { email: 'listed@example.org', password: '1qaz2wsx', name: 'L' })
    expect([answer.status, answer.body.code]).toEqual([422, 'password-too-common'])
  })

  it('refuses the name of the service or of the account with little else', async () => {
    for (const password of [
      'streamline',
      'Streamline1!',
      'asha.kumar',
      'Kumar2026',
      'ashakumar',
      'streamlinekumar',
    ])
      await expect(refuseCommonPassword(password, 'asha.kumar@example.org'), password).rejects.toThrow()
    for (const password of ['kumar likes rain', 'streamline of thought', 'abcd efgh'])
      await refuseCommonPassword(password, 'asha.kumar@example.org')
  })

  it('6.2.5 6.2.8 asks for no kinds of characters and takes every one as typed', async () => {
    for (const password of ['aaaa bbbb cccc!', '🎬🎬🎬🎬🎬🎬🎬🎬', ' trailing space ', 'ẞ is a letter']) {
      const { email } = await aPerson(api, { password })
      expect((await signIn(email, password)).status, password).toBe(200)
      expect((await signIn(email, password.trim())).status === 200, password).toBe(
        password === password.trim(),
      )
    }
  })

  /** The same password as another keyboard codes it. */
  const spellings: [string, string][] = [
    ['ma\u00f1ana por la tarde', 'man\u0303ana por la tarde'],
    ['\u0958लम और दवात', '\u0915\u093cलम और दवात'],
    ['\u212bngstr\u00f6m 1868', 'A\u030angstro\u0308m 1868'],
    ['\ud55c\uad6d\uc5b4 \uc554\ud638 \ub9d0', '한국어 암호 말'.normalize('NFD')],
  ]

  it('6.2.8 is the same however a keyboard codes its letters', async () => {
    for (const pair of spellings)
      for (const [first, other] of [pair, pair.toReversed()] as [string, string][]) {
        const person = await aPerson(api, { password: first })
        expect((await signIn(person.email, other)).status, other).toBe(200)
        expect((await signIn(person.email, first)).status, first).toBe(200)
        expect((await person.post('/v1/me/confirm', { password: other })).status).toBe(200)
        expect((await signIn(person.email, `${other}!`)).status).toBe(401)
      }
  })

  it('6.2.8 hashes again what was hashed as typed, with a second factor too', async () => {
    const current = {
      algorithm: 2 satisfies Algorithm.Argon2id,
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
    }
    for (const [typed, other] of spellings.map((pair) =>
      pair[0] === pair[0].normalize('NFC') ? pair.toReversed() : pair,
    ) as [string, string][])
      for (const hasFactor of [false, true]) {
        const { email, userId } = await aPerson(api)
        const old = await hash(typed, current)
        await api.postgres.pool.query('update users set password_hash = $2 where email = $1', [email, old])
        if (hasFactor)
          await api.postgres.pool.query(
            `insert into totp_secrets (user_id, sealed_secret, created_at, confirmed_at)
             values ($1, 'x', '2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z')`,
            [userId],
          )
        expect((await signIn(email, other)).status).toBe(401)
        expect((await signIn(email, typed)).status).toBe(200)
        expect(await hashOf(email)).not.toBe(old)
        expect((await signIn(email, other)).status).toBe(200)
        const kept = await hashOf(email)
        expect((await signIn(email, typed)).status).toBe(200)
        expect(await hashOf(email)).toBe(kept)
      }
  })

  const statusOf = async (password: string) => {
    const body = { email: `${crypto.randomUUID()}@example.org`, password, name: 'N' }
    return (await post('register', body)).status
  }

  it('6.2.1 6.2.9 counts 8 to 128 characters as they are hashed', async () => {
    expect(await statusOf('e\u0301'.repeat(7))).toBe(400)
    expect(await statusOf('e\u0301'.repeat(8))).toBe(201)
    expect(await statusOf('\u0958'.repeat(64))).toBe(201)
    expect(await statusOf('\u0958'.repeat(65))).toBe(400)
    // The longest that 128 characters can be typed as: four units each.
    expect(await statusOf('\u1f82'.repeat(128).normalize('NFD'))).toBe(201)
    expect(await statusOf('\u1f82'.repeat(129).normalize('NFD'))).toBe(400)
  })

  it('6.2.8 finds any text right in each of its canonical forms', async () => {
    const passwords = api.app.get(PasswordHashingService)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), async (text) => {
        const stored = await passwords.hash(text)
        for (const form of ['NFC', 'NFD'] as const)
          expect(await passwords.matches(text.normalize(form), stored)).toBe(true)
        expect(await passwords.needsNewHash(stored, text.normalize('NFD'))).toBe(false)
      }),
      { numRuns: 15, seed: 20_261_128 },
    )
  })

  it('6.2.10 lets one password serve for years: none runs out by itself', async () => {
    const years = await startApi({ now: '2026-11-23T10:00:00Z' })
    const { email } = await aPerson(years)
    years.app.get(Clock).shiftTo(Date.parse('2036-11-23T10:00:00Z'))
    const body = { email, password: 'correct horse battery' }
    const { status } = await years.fetchJson('/v1/auth/sign-in', { method: 'POST', body })
    expect(status).toBe(200)
    await years.close()
  })

  it('11.4.2 hashes again at sign-in when the cost has risen', async () => {
    const { email } = await aPerson(api)
    const cheap = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 8192, timeCost: 1, parallelism: 1 }
    const old = await hash('correct horse battery', cheap)
    await api.postgres.pool.query('update users set password_hash = $2 where email = $1', [email, old])
    expect((await signIn(email, 'wrong')).status).toBe(401)
    expect(await hashOf(email)).toBe(old)
    expect((await signIn(email, 'correct horse battery')).status).toBe(200)
    expect(await hashOf(email)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect((await signIn(email, 'correct horse battery')).status).toBe(200)
  })

  it('7.4.3 ends the other sessions when the password changes, unless they are kept', async () => {
    const person = await aPerson(api)
    const other = (await signIn(person.email, 'correct horse battery')).body.accessToken
    const keep = { password: 'a second long one', keepOtherSessions: true }
    expect((await person.post('/v1/me/password', keep)).status).toBe(204)
    expect((await api.fetchJson('/v1/me', { token: other })).status).toBe(200)
    expect((await person.post('/v1/me/password', { password: 'a third long one' })).status).toBe(204)
    expect((await api.fetchJson('/v1/me', { token: other })).body.code).toBe('session-ended')
    expect((await person.get('/v1/me')).status).toBe(200)
    expect((await kindsTo(api, person.email)).filter((kind) => kind === 'password-changed')).toHaveLength(2)
    expect((await signIn(person.email, 'correct horse battery')).status).toBe(401)
  })

  it('7.4.1 6.4.1 sets a new one by a link, once, and ends every session', async () => {
    const person = await aPerson(api)
    expect(await forgotten(person.email.toUpperCase())).toMatchObject({ status: 202, body: {} })
    const token = await tokenTo(api, person.email, 'reset-password')
    const common = await post('reset-password', { token, password: 'password1' })
    expect(common.body.code).toBe('password-too-common')
    expect((await post('reset-password', { token, password: 'brand new and long' })).status).toBe(204)
    expect((await post('reset-password', { token, password: 'brand new and long' })).body.code).toBe(
      'link-expired',
    )
    expect((await person.get('/v1/me')).body.code).toBe('session-ended')
    expect((await post('refresh', { refreshToken: person.refreshToken })).body.code).toBe('session-ended')
    expect((await signIn(person.email, 'correct horse battery')).status).toBe(401)
    expect((await signIn(person.email, 'brand new and long')).status).toBe(200)
    expect(await kindsTo(api, person.email)).toContain('password-changed')
  })

  it('forgets a reset link after thirty minutes, and with every new password', async () => {
    const person = await aPerson(api)
    await forgotten(person.email)
    const first = await tokenTo(api, person.email, 'reset-password')
    await person.post('/v1/me/password', { password: 'meanwhile another' })
    expect((await post('reset-password', { token: first, password: 'by an old link' })).body.code).toBe(
      'link-expired',
    )
    await forgotten(person.email)
    const second = await tokenTo(api, person.email, 'reset-password')
    await ahead(30 * MINUTE + 1000)
    expect((await post('reset-password', { token: second, password: 'by a late link' })).body.code).toBe(
      'link-expired',
    )
  })

  it('6.3.8 answers a reset for nobody as for somebody, and sends nothing', async () => {
    const { email } = await aPerson(api)
    const known = await forgotten(email)
    const unknown = await forgotten('nobody@example.org')
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    expect(await kindsTo(api, 'nobody@example.org')).toEqual([])
  })

  it('keeps links and codes only as hashes', async () => {
    const { email } = await aPerson(api)
    await forgotten(email)
    const token = await tokenTo(api, email, 'reset-password')
    const { rows } = await api.postgres.pool.query(
      `select encode(hash, 'base64') as hash, t.* from link_tokens t`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('refuses 100 kB of password without hashing it, and null characters', async () => {
    for (const password of ['x'.repeat(90_000), 'x'.repeat(110_000), 'a\u0000bcdefgh'])
      for (const path of ['register', 'sign-in'])
        expect((await post(path, { email: 'big@example.org', password, name: 'B' })).status).toBeOneOf([
          400, 413,
        ])
  })
})
