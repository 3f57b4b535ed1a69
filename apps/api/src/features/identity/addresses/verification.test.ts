import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { kindsTo, mailTo, tokenTo } from '../../../../test/mailbox.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const aPhone = () => `+9198${String(Math.random()).slice(2, 10)}`

describe('proving addresses and numbers', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const ahead = (ms: number) => api.clock.moveTo(new Date(api.clock.now() + ms).toISOString())
  const verify = (token: string) =>
    api.fetchJson('/v1/auth/verify-email', { method: 'POST', body: { token } })
  const refreshed = async (person: Person) => {
    const { body } = await api.fetchJson('/v1/auth/refresh', {
      method: 'POST',
      headers: { 'X-Client': 'mobile' },
      body: { refreshToken: person.refreshToken },
    })
    return { token: body.accessToken as string }
  }

  it('welcomes with a link that proves the address, in the language of the browser', async () => {
    const { body } = await api.fetchJson('/v1/auth/register', {
      method: 'POST',
      headers: { 'X-Client': 'mobile', 'Accept-Language': 'hi-IN,en;q=0.5' },
      body: { email: 'asha@example.org', password: 'correct horse battery', name: 'Asha' },
    })
    const [welcome] = await mailTo(api, 'asha@example.org')
    expect(welcome).toMatchObject({ kind: 'welcome', locale: 'hi' })
    expect((await verify(await tokenTo(api, 'asha@example.org', 'welcome'))).body).toEqual({
      email: 'asha@example.org',
    })
    const me = await api.fetchJson('/v1/me', { token: body.accessToken })
    expect(me.body.emailVerified).toBe(true)
  })

  it('6.5.1 takes a link once, and not after a day', async () => {
    const person = await aPerson(api)
    const token = await tokenTo(api, person.email, 'welcome')
    expect((await verify(token)).status).toBe(200)
    expect((await verify(token)).body.code).toBe('link-expired')
    const late = await aPerson(api)
    await ahead(24 * HOUR + MINUTE)
    expect((await verify(await tokenTo(api, late.email, 'welcome'))).body.code).toBe('link-expired')
    expect(
      (await late.send('/v1/me/email/verification', { method: 'POST', body: {}, ...(await refreshed(late)) }))
        .status,
    ).toBe(202)
    expect((await verify(await tokenTo(api, late.email, 'verify-email'))).status).toBe(200)
  })

  it('never writes what a stranger typed to an address that is not proved', async () => {
    const { email } = await aPerson(api, { name: 'Win at evil.example' })
    expect(JSON.stringify(await mailTo(api, email))).not.toContain('evil.example')
  })

  it('6.3.7 changes an address when the new one is proved, and tells the old one', async () => {
    const person = await aPerson(api)
    const next = `next-${person.email}`
    expect((await person.post('/v1/me/email', { email: next })).status).toBe(202)
    expect((await person.get('/v1/me')).body.email).toBe(person.email)
    expect((await verify(await tokenTo(api, next, 'change-email'))).body).toEqual({ email: next })
    expect((await person.get('/v1/me')).body).toMatchObject({ email: next, emailVerified: true })
    const [told] = await mailTo(api, person.email)
    expect([told?.kind, told?.text.includes(next)]).toEqual(['email-changed', true])
    // The link to the address that was given up proves nothing any more.
    expect((await verify(await tokenTo(api, person.email, 'welcome'))).body.code).toBe('link-expired')
  })

  it('does not tell whether somebody else has the new address, but tells them', async () => {
    const owner = await aPerson(api)
    const person = await aPerson(api)
    expect(await person.post('/v1/me/email', { email: owner.email })).toMatchObject({ status: 202, body: {} })
    expect(await kindsTo(api, owner.email)).toEqual(['email-taken', 'welcome'])
  })

  it('gives an address to who proves it first', async () => {
    const [one, two] = [await aPerson(api), await aPerson(api)]
    const email = `both-${one.email}`
    await one.post('/v1/me/email', { email })
    const first = await tokenTo(api, email, 'change-email')
    await two.post('/v1/me/email', { email })
    const [newest] = await mailTo(api, email)
    const second = new URL(newest?.links[0] ?? '').searchParams.get('token') ?? ''
    expect((await verify(second)).status).toBe(200)
    expect((await verify(first)).body.code).toBe('email-taken')
    expect((await one.get('/v1/me')).body.email).toBe(one.email)
  })

  it('tells the owner when somebody registers with their address', async () => {
    const { email } = await aPerson(api)
    await expect(aPerson(api, { email })).rejects.toThrow('email-taken')
    expect(await kindsTo(api, email)).toEqual(['email-taken', 'welcome'])
  })

  it('7.5.1 asks for a fresh proof before an address or password changes', async () => {
    const person = await aPerson(api)
    await ahead(11 * MINUTE)
    for (const [path, body] of [
      ['/v1/me/email', { email: 'x@example.org' }],
      ['/v1/me/password', { password: 'another long one' }],
    ] as const)
      expect((await person.post(path, body)).body.code).toBe('fresh-sign-in-needed')
    expect((await person.post('/v1/me/confirm', { password: 'wrong' })).body.code).toBe('wrong-credentials')
    const confirmed = await person.post('/v1/me/confirm', { password: 'correct horse battery' })
    expect(Date.parse(confirmed.body.freshUntil) - api.clock.now()).toBeGreaterThan(9 * MINUTE)
    expect((await person.post('/v1/me/password', { password: 'another long one' })).status).toBe(204)
  })

  const phoneCode = async (phone: string) =>
    /\d{6}/.exec((await mailTo(api, phone))[0]?.text ?? '')?.[0] ?? ''

  it('proves a number by the code that was sent there', async () => {
    const person = await aPerson(api)
    const phone = aPhone()
    expect((await person.post('/v1/me/phone', { phone })).status).toBe(202)
    const code = await phoneCode(phone)
    expect((await person.post('/v1/me/phone/verify', { code })).body).toEqual({ phone })
    expect((await person.get('/v1/me')).body).toMatchObject({ phone, phoneVerified: true })
    expect((await person.post('/v1/me/phone/verify', { code })).body.code).toBe('link-expired')
  })

  it('6.5.5 forgets a code after ten minutes', async () => {
    const person = await aPerson(api)
    const phone = aPhone()
    await person.post('/v1/me/phone', { phone })
    await ahead(10 * MINUTE + 1000)
    const late = await person.post('/v1/me/phone/verify', { code: await phoneCode(phone) })
    expect(late.body.code).toBe('link-expired')
  })

  it('6.6.3 kills a code with the fifth wrong guess', async () => {
    const person = await aPerson(api)
    const phone = aPhone()
    await person.post('/v1/me/phone', { phone })
    const code = await phoneCode(phone)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let guess = 0; guess < 5; guess++) await person.post('/v1/me/phone/verify', { code: wrong })
    expect((await person.post('/v1/me/phone/verify', { code })).body.code).toBe('link-expired')
  })

  it('gives a number to who proves it, not to who typed it first', async () => {
    const phone = aPhone()
    const body = { email: `typed-${phone}@example.org`, password: 'correct horse battery', name: 'T', phone }
    expect((await api.fetchJson('/v1/auth/register', { method: 'POST', body })).status).toBe(201)
    const [owner, late] = [await aPerson(api), await aPerson(api)]
    await owner.post('/v1/me/phone', { phone })
    expect((await owner.post('/v1/me/phone/verify', { code: await phoneCode(phone) })).status).toBe(200)
    await late.post('/v1/me/phone', { phone })
    expect((await late.post('/v1/me/phone/verify', { code: await phoneCode(phone) })).body.code).toBe(
      'phone-taken',
    )
  })
})
