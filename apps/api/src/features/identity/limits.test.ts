import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { kindsTo, mailTo } from '../../../test/mailbox.ts'

const HOUR = 3_600_000

const from = (address: string) => ({ 'X-Client': 'mobile', 'X-Forwarded-For': address })

describe('limits', () => {
  let api: Api
  // One proxy is believed, so that the tests can come from many addresses.
  beforeAll(async () => {
    const issuer = {
      id: 'work',
      name: 'Work',
      issuer: 'http://127.0.0.1:9',
      clientId: 'x',
      clientSecret: 'x',
    }
    const env = { LIMITS: 'on', TRUSTED_PROXIES: '1', OIDC_ISSUERS: JSON.stringify([issuer]) }
    api = await startApi({ now: '2026-11-23T10:00:00Z', env })
  })
  afterAll(() => api.close())

  let lastAddress = 0
  const anAddress = () => `198.51.${Math.floor(++lastAddress / 250)}.${lastAddress % 250}`
  const post = (path: string, body: unknown, address: string) =>
    api.fetchJson(`/v1/auth/${path}`, { method: 'POST', body, headers: from(address) })
  const person = async (address = anAddress()) => {
    const email = `${crypto.randomUUID()}@example.org`
    const made = await post('register', { email, password: 'correct horse battery', name: 'A' }, address)
    return { email, address, token: made.body.accessToken as string }
  }
  const signIn = (email: string, password: string, address: string) =>
    post('sign-in', { email, password }, address)

  const entries = async () =>
    (await api.postgres.pool.query('select count(*)::int as n from audit_entries')).rows[0].n

  it('2.4.1 6.3.1 makes somebody who guesses wait, and says how long', async () => {
    const { email } = await person()
    const address = anAddress()
    for (let guess = 0; guess < 10; guess++)
      expect((await signIn(email, `guess ${guess}`, address)).status).toBe(401)
    const next = await signIn(email, 'correct horse battery', address)
    expect([next.status, next.body.code]).toEqual([429, 'too-many-requests'])
    expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(next.headers.get('ratelimit-policy')).toBe('"sign-in";q=10;w=900')
    expect(next.headers.get('ratelimit-limit')).toBe('10')
    expect(next.headers.get('ratelimit-remaining')).toBe('0')
    expect(next.headers.get('ratelimit-reset')).toBe(next.headers.get('retry-after'))
  })

  it('6.3.1 never locks the owner out for what a stranger does elsewhere', async () => {
    const { email, address } = await person()
    for (let stranger = 0; stranger < 6; stranger++) {
      const elsewhere = anAddress()
      for (let guess = 0; guess < 10; guess++) await signIn(email, 'a wrong guess', elsewhere)
    }
    const slowed = performance.now()
    expect((await signIn(email, 'a wrong guess', anAddress())).status).toBe(401)
    expect(performance.now() - slowed).toBeGreaterThan(1400)
    const asEver = performance.now()
    expect((await signIn(email, 'correct horse battery', address)).status).toBe(200)
    expect(performance.now() - asEver).toBeLessThan(1400)
    expect((await signIn(email, 'correct horse battery', anAddress())).status).toBe(200)
  })

  it('6.3.1 makes no room for strangers by right passwords of the owner that it refused to count', async () => {
    const { email, address } = await person()
    for (let stranger = 0; stranger < 5; stranger++) {
      const elsewhere = anAddress()
      for (let guess = 0; guess < 10; guess++) await signIn(email, 'a wrong guess', elsewhere)
    }
    for (let time = 0; time < 10; time++)
      expect((await signIn(email, 'correct horse battery', address)).status).toBe(200)
    const slowed = performance.now()
    await signIn(email, 'a wrong guess', anAddress())
    expect(performance.now() - slowed).toBeGreaterThan(1400)
  })

  it('counts an address for all accounts it guesses at', async () => {
    const address = anAddress()
    // A busy machine takes long enough for some to be allowed again meanwhile.
    let refused = false
    for (let guess = 0; guess < 200 && !refused; guess++)
      refused = (await signIn(`victim-${guess}@example.org`, 'spring2026!', address)).status === 429
    expect(refused).toBe(true)
  })

  it('does not count right passwords', async () => {
    const { email, address } = await person()
    for (let time = 0; time < 15; time++)
      expect((await signIn(email, 'correct horse battery', address)).status).toBe(200)
  })

  it('2.4.1 bounds registrations from one address', async () => {
    const address = anAddress()
    for (let n = 0; n < 20; n++) expect((await person(address)).token).toBeTypeOf('string')
    const next = await post(
      'register',
      { email: 'more@example.org', password: 'correct horse battery', name: 'M' },
      address,
    )
    expect(next.status).toBe(429)
    expect((await person()).token).toBeTypeOf('string')
  })

  it('2.4.1 bounds resets from one address, and letters to one account without saying so', async () => {
    const { email } = await person()
    for (let n = 0; n < 8; n++) {
      expect((await post('forgot-password', { email }, anAddress())).status).toBe(202)
      await api.ticks.runAll()
    }
    expect((await kindsTo(api, email)).filter((kind) => kind === 'reset-password')).toHaveLength(5)
    const address = anAddress()
    const answers = []
    for (let n = 0; n < 11; n++)
      answers.push((await post('forgot-password', { email: `${n}@example.org` }, address)).status)
    expect(answers).toEqual([...Array(10).fill(202), 429])
  })

  it('2.4.1 bounds codes to a phone and letters of verification', async () => {
    const phone = '+919811111111'
    const ask = async () => {
      const { token } = await person()
      return api.fetchJson('/v1/me/phone', { method: 'POST', token, body: { phone } })
    }
    for (let n = 0; n < 5; n++) expect((await ask()).status).toBe(202)
    expect((await ask()).status).toBe(429)
    expect(await mailTo(api, phone)).toHaveLength(5)
    const { token } = await person()
    const again = () => api.fetchJson('/v1/me/email/verification', { method: 'POST', token, body: {} })
    for (let n = 0; n < 5; n++) expect((await again()).status).toBe(202)
    expect((await again()).status).toBe(429)
  })

  it('2.4.1 bounds guesses of who stole a session, from however many addresses', async () => {
    const { token } = await person()
    const confirm = (password: string) =>
      api.fetchJson('/v1/me/confirm', {
        method: 'POST',
        token,
        body: { password },
        headers: from(anAddress()),
      })
    for (let guess = 0; guess < 10; guess++) expect((await confirm(`guess ${guess}`)).status).toBe(401)
    expect((await confirm('correct horse battery')).status).toBe(429)
  })

  it('2.4.1 bounds what strangers write into the audit log by answers that nobody asked for', async () => {
    const address = anAddress()
    const response = { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'x' } }
    const before = await entries()
    const statuses = []
    for (let n = 0; n < 65; n++)
      statuses.push((await post('passkey/verify', { challengeId: 'x', response }, address)).status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(60)
    expect(statuses.at(-1)).toBe(429)
    const pages = []
    for (let n = 0; n < 65; n++) {
      const callback = `/v1/auth/oidc/work/callback?state=${'x'.repeat(43)}&code=x`
      pages.push((await api.fetchJson(callback, { headers: from(address) })).headers.get('location'))
    }
    expect(pages.at(0)).toContain('problem=identity-refused')
    expect(pages.at(-1)).toContain('problem=too-many-requests')
    expect((await entries()) - before).toBe(120)
  })

  it('is shared by two processes', async () => {
    const { databaseUrl } = (await import('../../env.ts')).readEnv({
      DATABASE_URL: (api.postgres.pool as { options: { connectionString?: string } }).options
        .connectionString,
      APP_SECRET: 'x'.repeat(32),
    })
    const other = await startApi({
      now: new Date(api.clock.now()).toISOString(),
      env: { LIMITS: 'on', TRUSTED_PROXIES: '1', DATABASE_URL: databaseUrl },
    })
    const { email } = await person()
    const address = anAddress()
    const guess = (on: Api) =>
      on.fetchJson('/v1/auth/sign-in', {
        method: 'POST',
        body: { email, password: 'a wrong guess' },
        headers: from(address),
      })
    const statuses = []
    for (let n = 0; n < 8; n++) statuses.push((await guess(api)).status, (await guess(other)).status)
    // The clocks of the two differ a little, and so does the moment at which a tenth try fits.
    expect(statuses.filter((status) => status === 401).length).toBeOneOf([9, 10, 11])
    expect(statuses.slice(-2)).toEqual([429, 429])
    await other.app.close()
  })

  it('4.1.3 believes no address that a visitor names', async () => {
    const direct = await startApi({ env: { LIMITS: 'on' } })
    const { email } = await aPerson(direct)
    const statuses = []
    for (let guess = 0; guess < 11; guess++)
      statuses.push(
        (
          await direct.fetchJson('/v1/auth/sign-in', {
            method: 'POST',
            body: { email, password: 'a wrong guess' },
            headers: { ...from(anAddress()), 'X-Real-IP': anAddress(), Forwarded: `for=${anAddress()}` },
          })
        ).status,
      )
    expect(statuses.at(-1)).toBe(429)
    const { rows } = await direct.postgres.pool.query('select distinct address from audit_entries')
    expect(rows).toEqual([{ address: '127.0.0.1' }])
    await direct.close()
  })

  it('opens again with time', async () => {
    const { email } = await person()
    const address = anAddress()
    for (let guess = 0; guess < 11; guess++) await signIn(email, 'a wrong guess', address)
    await api.clock.moveTo(new Date(api.clock.now() + HOUR).toISOString())
    expect((await signIn(email, 'correct horse battery', address)).status).toBe(200)
  })
})
