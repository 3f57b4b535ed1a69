import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

const password = 'correct horse battery'
const asApp = { 'X-Client': 'mobile' }

describe('signing in', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const post = (path: string, body: unknown, headers: Record<string, string> = asApp) =>
    api.fetchJson(`/v1/auth/${path}`, { method: 'POST', body, headers })

  it('registers a person with a household in India', async () => {
    const person = await aPerson(api, { name: 'Asha' })
    const { body } = await person.get('/v1/me')
    expect(body).toMatchObject({
      name: 'Asha',
      email: person.email,
      emailVerified: false,
      demo: false,
      locale: null,
    })
    expect(body.households).toMatchObject([
      {
        country: 'IN',
        currency: 'INR',
        timeZone: 'Asia/Kolkata',
        role: 'owner',
        today: '2026-11-23',
        revision: 1,
      },
    ])
  })

  it('registers elsewhere with the currency of the country', async () => {
    const person = await aPerson(api, { country: 'JP' })
    const { body } = await person.get(person.home)
    expect(body).toMatchObject({ country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo' })
  })

  it('refuses a country and a time zone that do not exist, with a pointer', async () => {
    const draft = { email: 'nowhere@example.org', password, name: 'N' }
    expect((await post('register', { ...draft, country: 'ZZ' })).body.errors[0].pointer).toBe('/country')
    expect((await post('register', { ...draft, timeZone: 'Mars/Olympus' })).body.errors[0].pointer).toBe(
      '/timeZone',
    )
    expect((await post('sign-in', { email: draft.email, password })).status).toBe(401)
  })

  it('finds the account however the address is typed, and makes no second one', async () => {
    const { email } = await aPerson(api, { email: 'Mixed.Case@Example.org' })
    expect(email).toBe('Mixed.Case@Example.org')
    expect((await post('sign-in', { email: ' mixed.case@example.org ', password })).status).toBe(200)
    const again = await post('register', { email: 'MIXED.CASE@EXAMPLE.ORG', password, name: 'B' })
    expect([again.status, again.body.code]).toEqual([409, 'email-taken'])
  })

  it('makes one account of twenty registrations at once', async () => {
    const draft = { email: 'at-once@example.org', password, name: 'A' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('register', draft)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array.from({ length: 19 }, () => 409),
    ])
    const { rows } = await api.postgres.pool.query('select count(*)::int as n from users where email = $1', [
      draft.email,
    ])
    expect(rows).toEqual([{ n: 1 }])
  })

  it('6.3.8 tells nobody whose phone number it is, and lets nobody keep a number from its owner', async () => {
    const phone = '+919876543210'
    const draft = { password, name: 'P', phone }
    const first = await post('register', { ...draft, email: 'p1@example.org' })
    await api.postgres.pool.query('update users set phone_verified = true where id = $1', [
      first.body.user.id,
    ])
    const second = await post('register', { ...draft, email: 'p2@example.org' })
    expect([second.status, second.body.user]).toMatchObject([201, { phone, phoneVerified: false }])
  })

  it('6.3.8 says the same for a wrong password and an unknown address', async () => {
    const { email } = await aPerson(api)
    const wrong = await post('sign-in', { email, password: 'not the password' })
    const unknown = await post('sign-in', { email: 'nobody@example.org', password: 'not the password' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
  })

  it('6.2.8 takes passwords as typed: spaces, emoji, and beyond the 72nd byte', async () => {
    const long = `${'ж'.repeat(60)} 🎬 `
    const { email } = await aPerson(api, { password: long })
    expect((await post('sign-in', { email, password: long })).status).toBe(200)
    expect((await post('sign-in', { email, password: long.trimEnd() })).status).toBe(401)
  })

  it('6.2.1 6.2.9 accepts 8 and 128 characters, and neither 7 nor 129', async () => {
    for (const [length, status] of [
      [7, 400],
      [8, 201],
      [128, 201],
      [129, 400],
    ] as const) {
      const draft = {
        email: `length-${length}@example.org`,
        password: 'qf7 '.repeat(40).slice(0, length),
        name: 'L',
      }
      expect((await post('register', draft)).status, `${length}`).toBe(status)
    }
  })

  it('11.4.2 stores argon2id and never a token', async () => {
    const { refreshToken, email } = await aPerson(api)
    const { rows } = await api.postgres.pool.query('select password_hash from users where email = $1', [
      email,
    ])
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const { rows: tokens } = await api.postgres.pool.query(
      `select encode(hash, 'base64') as hash from refresh_tokens`,
    )
    expect(JSON.stringify(tokens)).not.toContain(refreshToken)
  })

  it('changes name and language', async () => {
    const person = await aPerson(api)
    const { status, body } = await person.patch('/v1/me', { name: 'Asha K', locale: 'hi' })
    expect([status, body.name, body.locale]).toEqual([200, 'Asha K', 'hi'])
  })

  it('knows the platform rights of a person at each request', async () => {
    const person = await aPerson(api)
    expect((await person.get('/v1/me')).body.permissions).toEqual([])
    const grant = `insert into user_roles (user_id, role_id, granted_at) values ($1, 'support', '2026-01-01T00:00:00Z')`
    await api.postgres.pool.query(grant, [person.userId])
    const { permissions } = (await person.get('/v1/me')).body
    expect(permissions.toSorted()).toEqual(['users.block', 'users.read'])
  })

  it('publishes the key that signed', async () => {
    const { token } = await aPerson(api)
    const { body, headers } = await api.fetchJson('/.well-known/jwks.json')
    const { kid, alg } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
    expect(alg).toBe('EdDSA')
    expect(body.keys.map((key: { kid: string }) => key.kid)).toContain(kid)
    expect(JSON.stringify(body)).not.toContain('"d"')
    expect(headers.get('content-type')).toContain('application/json')
  })
})
