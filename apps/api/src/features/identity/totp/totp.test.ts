import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../../test/a-person.ts'
import { codeOf, pass, withAuthenticator } from '../../../../test/an-authenticator.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { kindsTo, mailTo } from '../../../../test/mailbox.ts'
import { stepOfCode } from './totp.ts'

const MINUTE = 60_000

describe('the code of an authenticator app', () => {
  // RFC 6238, appendix B, cut to six digits: the secret is `12345678901234567890`.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

  it('is the one of the standard', () => {
    for (const [seconds, code] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [20_000_000_000, '353130'],
    ] as const)
      expect(stepOfCode(secret, code, seconds * 1000, null)).toBe(Math.floor(seconds / 30))
  })

  it('6.5.5 is good for its step and the two beside it', () => {
    const at = 1_000_000_000_000
    const isGood = (steps: number) => stepOfCode(secret, codeOf(secret, at + steps * 30_000), at, null)
    expect([-2, -1, 0, 1, 2].map((steps) => isGood(steps) !== undefined)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })

  it('6.5.1 is refused at its step and before, once a step was used', () => {
    const at = 1_000_000_000_000
    const step = at / 30_000
    const used = stepOfCode(secret, codeOf(secret, at), at, null) ?? 0
    expect(used).toBe(Math.floor(step))
    for (const steps of [-1, 0])
      expect(stepOfCode(secret, codeOf(secret, at + steps * 30_000), at, used)).toBeUndefined()
    expect(stepOfCode(secret, codeOf(secret, at + 30_000), at, used)).toBe(used + 1)
    // The clock of the machine went back: nothing is accepted rather than anything twice.
    expect(stepOfCode(secret, codeOf(secret, at), at, used + 5)).toBeUndefined()
  })
})

describe('an authenticator app', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  it('goes on with its first right code, and says so to the owner', async () => {
    const person = await aPerson(api)
    const { body } = await person.post('/v1/me/totp')
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(new URL(body.uri).searchParams.get('secret')).toBe(body.secret)
    expect(decodeURIComponent(body.uri)).toContain(person.email)
    const wrong = await person.post('/v1/me/totp/confirm', { code: '000000' })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'second-factor-failed'])
    expect((await person.get('/v1/me/security')).body).toMatchObject({ totp: false, recoveryCodesLeft: 0 })
    const code = codeOf(body.secret, api.clock.now())
    const right = await person.post('/v1/me/totp/confirm', { code })
    expect([right.status, right.body.recoveryCodes.length]).toEqual([200, 10])
    expect((await person.get('/v1/me/security')).body).toMatchObject({ totp: true, recoveryCodesLeft: 10 })
    expect(await mailTo(api, person.email)).toMatchObject([
      { kind: 'security-changed', subject: 'An authenticator app was added' },
      { kind: 'welcome' },
    ])
    const { body: audit } = await person.get('/v1/me/audit')
    expect(audit.items[0]).toMatchObject({ event: 'totp-on', actorId: person.userId })
  })

  it('takes the newest secret while it is not on, and none when it is', async () => {
    const person = await aPerson(api)
    const first = await person.post('/v1/me/totp')
    const second = await person.post('/v1/me/totp')
    const now = api.clock.now()
    const old = await person.post('/v1/me/totp/confirm', { code: codeOf(first.body.secret, now) })
    expect(old.body.code).toBe('second-factor-failed')
    const done = await person.post('/v1/me/totp/confirm', { code: codeOf(second.body.secret, now) })
    expect(done.status).toBe(200)
    for (const [path, body] of [
      ['/v1/me/totp', {}],
      ['/v1/me/totp/confirm', { code: '123456' }],
    ] as const)
      expect((await person.post(path, body)).body.code).toBe('already-on')
  })

  it('keeps neither the secret nor the recovery codes readable', async () => {
    const person = await aPerson(api)
    const { secret, recoveryCodes } = await withAuthenticator(api, person)
    const { rows } = await api.postgres.pool.query(
      `select t::text, encode(convert_to(t::text, 'UTF8'), 'escape') as raw, r::text as codes
        from totp_secrets t join recovery_codes r using (user_id) where user_id = $1`,
      [person.userId],
    )
    const kept = JSON.stringify(rows)
    for (const hidden of [secret, ...recoveryCodes]) {
      expect(kept).not.toContain(hidden)
      expect(kept).not.toContain(Buffer.from(hidden).toString('hex'))
    }
  })

  it('6.4.1 makes recovery codes of 120 bits, ten at a time, of which none comes twice', async () => {
    const person = await aPerson(api)
    const { recoveryCodes } = await withAuthenticator(api, person)
    const renewed = (await person.post('/v1/me/recovery-codes')).body.recoveryCodes
    const all = [...recoveryCodes, ...renewed]
    expect(new Set(all).size).toBe(20)
    for (const code of all) expect(code).toMatch(/^([\da-hjkmnp-tv-z]{4}-){5}[\da-hjkmnp-tv-z]{4}$/)
    expect((await kindsTo(api, person.email)).filter((kind) => kind === 'security-changed')).toHaveLength(2)
  })

  it('has no recovery codes before it is on', async () => {
    const person = await aPerson(api)
    const { status, body } = await person.post('/v1/me/recovery-codes')
    expect([status, body.code]).toEqual([409, 'illegal-transition'])
  })

  it('goes off with its codes, and then another one may come', async () => {
    const person = await aPerson(api)
    await withAuthenticator(api, person)
    expect((await person.send('/v1/me/totp', { method: 'DELETE', body: {} })).status).toBe(204)
    expect((await person.get('/v1/me/security')).body).toMatchObject({ totp: false, recoveryCodesLeft: 0 })
    expect((await person.post('/v1/me/totp')).status).toBe(200)
  })

  it('7.5.1 changes only for who has just proved who they are', async () => {
    const person = await aPerson(api)
    const { code } = await withAuthenticator(api, person)
    await pass(api, 11 * MINUTE)
    for (const [method, path, body] of [
      ['POST', '/v1/me/totp', {}],
      ['POST', '/v1/me/totp/confirm', { code: '123456' }],
      ['DELETE', '/v1/me/totp', {}],
      ['POST', '/v1/me/recovery-codes', {}],
      ['POST', '/v1/me/passkeys/options', {}],
      ['DELETE', `/v1/me/passkeys/${crypto.randomUUID()}`, {}],
    ] as const) {
      const answer = await person.send(path, { method, body })
      expect([answer.status, answer.body.code], path).toEqual([403, 'fresh-sign-in-needed'])
    }
    const confirmed = await person.post('/v1/me/confirm', { code: code() })
    expect(confirmed.status).toBe(200)
    expect((await person.send('/v1/me/totp', { method: 'DELETE', body: {} })).status).toBe(204)
  })

  it('6.5.1 confirms with a code once', async () => {
    const person = await aPerson(api)
    const { nextCode } = await withAuthenticator(api, person)
    const code = await nextCode()
    expect((await person.post('/v1/me/confirm', { code })).status).toBe(200)
    const again = await person.post('/v1/me/confirm', { code })
    expect([again.status, again.body.code]).toEqual([401, 'second-factor-failed'])
  })

  it('is not for a demo visitor', async () => {
    const demo = await api.fetchJson('/v1/auth/demo', {
      method: 'POST',
      body: {},
      headers: { 'X-Client': 'mobile' },
    })
    if (demo.status !== 201) return
    const token = demo.body.accessToken
    for (const path of ['/v1/me/totp', '/v1/me/passkeys/options'])
      expect((await api.fetchJson(path, { method: 'POST', token, body: {} })).body.code).toBe('forbidden')
  })
})
