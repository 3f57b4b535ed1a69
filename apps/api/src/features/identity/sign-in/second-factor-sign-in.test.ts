import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../../test/a-person.ts'
import { pass, redeem, signIn, ticketOf, withAuthenticator } from '../../../../test/an-authenticator.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { kindsTo, mailTo, tokenTo } from '../../../../test/mailbox.ts'

const MINUTE = 60_000

describe('signing in with a second factor', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const protectedPerson = async () => {
    const person = await aPerson(api)
    return { ...person, app: await withAuthenticator(api, person) }
  }

  it('gives a ticket for the password and a session for the code', async () => {
    const { email, app } = await protectedPerson()
    const { status, body } = await signIn(api, email)
    expect([status, body.accessToken, body.refreshToken]).toEqual([200, undefined, undefined])
    expect(body.secondFactor.methods).toEqual(['totp', 'recoveryCode'])
    const code = await app.nextCode()
    const session = await redeem(api, body.secondFactor.ticket, { code })
    expect([session.status, session.body.user.email]).toEqual([200, email])
    expect((await api.fetchJson('/v1/me', { token: session.body.accessToken })).status).toBe(200)
    const again = await redeem(api, body.secondFactor.ticket, { code: app.code(1) })
    expect([again.status, again.body.code]).toEqual([401, 'session-ended'])
  })

  it('gives a browser its cookie and no token in the body', async () => {
    const { email, app } = await protectedPerson()
    const ticket = await ticketOf(api, email)
    const answer = await api.fetchJson('/v1/auth/second-factor', {
      method: 'POST',
      headers: { Origin: api.url },
      body: { ticket, code: await app.nextCode() },
    })
    expect(answer.body.refreshToken).toBeUndefined()
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-streamline-refresh=.*SameSite=Strict/)
  })

  it('6.5.1 refuses the code that was used, with every ticket', async () => {
    const { email, app } = await protectedPerson()
    const code = await app.nextCode()
    const tickets = [await ticketOf(api, email), await ticketOf(api, email)]
    const answers = await Promise.all(tickets.map((ticket) => redeem(api, ticket, { code })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
  })

  it('6.5.1 takes a recovery code once, however it is typed, and tells the owner', async () => {
    const { email, app, get } = await protectedPerson()
    const [recoveryCode = ''] = app.recoveryCodes
    const typed = recoveryCode.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O')
    expect((await redeem(api, await ticketOf(api, email), { recoveryCode: typed })).status).toBe(200)
    const again = await redeem(api, await ticketOf(api, email), { recoveryCode })
    expect(again.body.code).toBe('second-factor-failed')
    expect((await get('/v1/me/security')).body.recoveryCodesLeft).toBe(9)
    expect((await mailTo(api, email))[0]?.subject).toBe('A recovery code was used')
  })

  it('6.4.1 forgets the old recovery codes when new ones are made', async () => {
    const { email, app, post } = await protectedPerson()
    await post('/v1/me/recovery-codes')
    const [recoveryCode] = app.recoveryCodes
    const { body } = await redeem(api, await ticketOf(api, email), { recoveryCode })
    expect(body.code).toBe('second-factor-failed')
  })

  it('6.5.5 keeps a ticket for ten minutes', async () => {
    const { email, app } = await protectedPerson()
    const [early, late] = [await ticketOf(api, email), await ticketOf(api, email)]
    await pass(api, 9.5 * MINUTE)
    expect((await redeem(api, early, { code: app.code() })).status).toBe(200)
    await pass(api, MINUTE)
    const { body } = await redeem(api, late, { code: app.code() })
    expect(body.code).toBe('session-ended')
  })

  it('6.6.3 lets a ticket die with the fifth wrong code, and tells the owner who knows the password', async () => {
    const { email, app, get } = await protectedPerson()
    const ticket = await ticketOf(api, email)
    for (let guess = 0; guess < 5; guess++) {
      const { body } = await redeem(api, ticket, { code: String(guess).padStart(6, '9') })
      expect(body.code).toBe('second-factor-failed')
    }
    const right = await redeem(api, ticket, { code: await app.nextCode() })
    expect([right.status, right.body.code]).toEqual([401, 'session-ended'])
    expect((await mailTo(api, email))[0]?.subject).toContain('Somebody knows your password')
    const { body } = await get('/v1/me/audit')
    const events = body.items.map(({ event }: { event: string }) => event)
    expect(events.filter((event: string) => event === 'second-factor-failed')).toHaveLength(5)
  })

  it('6.6.3 counts five wrong codes also when they come at once', async () => {
    const { email, app } = await protectedPerson()
    const ticket = await ticketOf(api, email)
    const guesses = Array.from({ length: 8 }, (_, guess) => redeem(api, ticket, { code: `99999${guess}` }))
    const codes = (await Promise.all(guesses)).map(({ body }) => body.code)
    expect(codes.filter((code) => code === 'second-factor-failed')).toHaveLength(5)
    expect(codes.filter((code) => code === 'session-ended')).toHaveLength(3)
    expect((await redeem(api, ticket, { code: await app.nextCode() })).body.code).toBe('session-ended')
  })

  it('6.4.3 still asks after the password was reset', async () => {
    const { email, app } = await protectedPerson()
    // An address that was never proved is another story: account-takeover.test.ts.
    await api.postgres.pool.query('update users set email_verified = true where email = $1', [email])
    const before = await ticketOf(api, email)
    await api.fetchJson('/v1/auth/forgot-password', { method: 'POST', body: { email } })
    await api.ticks.runAll()
    const token = await tokenTo(api, email, 'reset-password')
    const password = 'a brand new passphrase'
    const reset = await api.fetchJson('/v1/auth/reset-password', {
      method: 'POST',
      body: { token, password },
    })
    expect([reset.status, reset.headers.get('set-cookie')]).toEqual([204, null])
    expect((await redeem(api, before, { code: await app.nextCode() })).body.code).toBe('session-ended')
    const ticket = await ticketOf(api, email, password)
    expect((await redeem(api, ticket, { code: await app.nextCode() })).status).toBe(200)
  })

  it('7.2.4 ends the session that the browser had before', async () => {
    const { email, app } = await protectedPerson()
    const browse = async (Cookie = '') =>
      api.fetchJson('/v1/auth/second-factor', {
        method: 'POST',
        headers: { Origin: api.url, Cookie },
        body: { ticket: await ticketOf(api, email), code: await app.nextCode() },
      })
    const former = await browse()
    const later = await browse(former.headers.get('set-cookie')?.split(';')[0])
    expect(later.status).toBe(200)
    expect((await api.fetchJson('/v1/me', { token: former.body.accessToken })).status).toBe(401)
    expect((await api.fetchJson('/v1/me', { token: later.body.accessToken })).status).toBe(200)
  })

  it('7.2.4 starts a session of its own each time', async () => {
    const { email, app, get } = await protectedPerson()
    await redeem(api, await ticketOf(api, email), { code: await app.nextCode() })
    const { rows } = await api.postgres.pool.query(
      'select count(*)::int as n from sessions join users u on u.id = user_id where u.email = $1',
      [email],
    )
    expect(rows).toEqual([{ n: 2 }])
    expect((await get('/v1/me')).status).toBe(200)
  })

  it('buys nothing for who was blocked meanwhile', async () => {
    const { email, userId, app } = await protectedPerson()
    const ticket = await ticketOf(api, email)
    await api.postgres.pool.query(`update users set status = 'BLOCKED' where id = $1`, [userId])
    expect((await redeem(api, ticket, { code: await app.nextCode() })).body.code).toBe('session-ended')
  })

  it('asks for exactly one factor, and takes no ticket of anybody’s making', async () => {
    const { email } = await protectedPerson()
    const ticket = await ticketOf(api, email)
    for (const factor of [{}, { code: '123456', recoveryCode: 'x' }])
      expect((await redeem(api, ticket, factor)).body.code).toBe('invalid-input')
    expect((await redeem(api, 'x'.repeat(43), { code: '123456' })).body.code).toBe('session-ended')
    const { rows } = await api.postgres.pool.query(
      `select encode(hash, 'base64') as hash from second_factor_tickets`,
    )
    expect(JSON.stringify(rows)).not.toContain(ticket)
  })

  it('sends no letter for a factor that was right', async () => {
    const { email, app } = await protectedPerson()
    const before = await kindsTo(api, email)
    await redeem(api, await ticketOf(api, email), { code: await app.nextCode() })
    expect(await kindsTo(api, email)).toEqual(before)
  })
})

describe('guessing at second factors', () => {
  let api: Api
  // One proxy is believed, so that the tests can come from many addresses.
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z', env: { LIMITS: 'on', TRUSTED_PROXIES: '1' } })
  })
  afterAll(() => api.close())

  const post = (path: string, body: unknown, address: string) =>
    api.fetchJson(`/v1/auth/${path}`, {
      method: 'POST',
      body,
      headers: { 'X-Client': 'mobile', 'X-Forwarded-For': address },
    })
  const guess = async (email: string, code: string, address: string) => {
    const { body } = await post('sign-in', { email, password: 'correct horse battery' }, address)
    return post('second-factor', { ticket: body.secondFactor.ticket, code }, address)
  }

  it('6.6.3 has to wait, however many tickets the password buys, and the owner elsewhere does not', async () => {
    const person = await aPerson(api)
    const app = await withAuthenticator(api, person)
    let refused = 0
    for (let network = 1; network <= 4; network++)
      for (let tried = 0; tried < 11; tried++) {
        const { status } = await guess(
          person.email,
          `99${tried}${network}99`.slice(0, 6).padEnd(6, '9'),
          `198.51.100.${network}`,
        )
        if (status === 429) refused++
        else expect(status).toBe(401)
      }
    // Ten for each network, thirty a day for all that are not known.
    expect(refused).toBe(4 * 11 - 30)
    const stranger = await guess(person.email, '999999', '198.51.100.200')
    expect([stranger.status, stranger.body.code]).toEqual([429, 'too-many-requests'])
    const { rows } = await api.postgres.pool.query('select address from sessions where user_id = $1', [
      person.userId,
    ])
    expect((await guess(person.email, await app.nextCode(), rows[0].address)).status).toBe(200)
  })
})
