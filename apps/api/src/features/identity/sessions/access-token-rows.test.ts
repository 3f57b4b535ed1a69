import { createHmac } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { SigningKeysService } from './signing-keys.service.ts'

const MINUTE = 60_000

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
const flip = (text: string, at: number) => {
  const bytes = Buffer.from(text, 'base64url')
  bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << (at % 8))
  return bytes.toString('base64url')
}

describe('an access token', () => {
  let api: Api
  let person: Person
  let claims: JWTPayload
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    person = await aPerson(api)
    claims = JSON.parse(Buffer.from(person.token.split('.')[1] ?? '', 'base64url').toString())
  })
  afterAll(() => api.close())

  const me = (token: string) => api.fetchJson('/v1/me', { token })
  const refused = async (token: string, why: string) => {
    const { status, body } = await me(token)
    expect([status, body.code], why).toEqual([401, 'unauthenticated'])
  }
  const signed = async (payload: Record<string, unknown>, header: Record<string, unknown> = {}) => {
    const { id, privateKey } = await api.app.get(SigningKeysService).current()
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'EdDSA', kid: id, typ: 'at+jwt', ...header })
      .sign(privateKey)
  }

  it('is accepted when it is ours: what is changed below is what makes the difference', async () => {
    expect((await me(await signed(claims))).status).toBe(200)
  })

  it('9.1.1 is refused with any bit of it flipped', async () => {
    const [head = '', payload = '', signature = ''] = person.token.split('.')
    for (let at = 0; at < 24; at++) {
      await refused([head, flip(payload, at * 5), signature].join('.'), `payload ${at}`)
      await refused([head, payload, flip(signature, at * 3)].join('.'), `signature ${at}`)
    }
  })

  it('9.1.2 is refused with another algorithm than ours, above all none and HMAC with the public key', async () => {
    const { keys } = (await api.fetchJson('/.well-known/jwks.json')).body
    const payload = encoded(claims)
    for (const alg of ['none', 'None', 'NONE', ''])
      await refused(`${encoded({ alg, typ: 'at+jwt' })}.${payload}.`, alg)
    for (const secret of [JSON.stringify(keys[0]), keys[0].x, Buffer.from(keys[0].x, 'base64url')]) {
      const head = encoded({ alg: 'HS256', typ: 'at+jwt', kid: keys[0].kid })
      const mac = createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url')
      await refused(`${head}.${payload}.${mac}`, 'HS256')
    }
  })

  it('9.1.3 takes its key from our rows only, whatever the header offers', async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    const jwk = await exportJWK(publicKey)
    const { id } = await api.app.get(SigningKeysService).current()
    const headers: Record<string, unknown>[] = [
      { kid: id },
      { jwk },
      { kid: id, jwk },
      { kid: id, jku: 'https://evil.example/jwks.json' },
      { kid: id, x5u: 'https://evil.example/x.pem' },
      { kid: '../../../../dev/null' },
      { kid: "' or 1=1 --" },
      { kid: '' },
      {},
    ]
    for (const header of headers) {
      const protectedHeader = { alg: 'EdDSA', typ: 'at+jwt', ...header }
      const token = await new SignJWT(claims).setProtectedHeader(protectedHeader).sign(privateKey)
      await refused(token, JSON.stringify(header))
    }
  })

  it('9.2.1 is refused after its time and before it', async () => {
    const now = Math.floor(api.clock.now() / 1000)
    await refused(await signed({ ...claims, exp: now - 3600 }), 'exp')
    await refused(await signed({ ...claims, nbf: now + 3600 }), 'nbf')
    await refused(await signed({ ...claims, exp: undefined }), 'no exp')
  })

  it('9.2.2 is refused as another kind of token, and other tokens are refused as it', async () => {
    for (const typ of ['JWT', 'refresh', 'id_token', undefined])
      await refused(await signed(claims, { typ }), `${typ}`)
    await refused(person.refreshToken, 'a refresh token')
    const asRefresh = await api.fetchJson('/v1/auth/refresh', {
      method: 'POST',
      headers: { 'X-Client': 'mobile' },
      body: { refreshToken: person.token.slice(0, 200) },
    })
    expect(asRefresh.status).toBe(401)
  })

  it('9.2.3 is refused when it is meant for somebody else or comes from somebody else', async () => {
    for (const aud of ['another', ['another'], undefined])
      await refused(await signed({ ...claims, aud }), `aud ${String(aud)}`)
    for (const iss of ['https://evil.example', undefined])
      await refused(await signed({ ...claims, iss }), `iss ${iss}`)
    for (const change of [{ sub: undefined }, { sid: undefined }, { sid: 7 }])
      await refused(await signed({ ...claims, ...change }), JSON.stringify(change))
  })

  it('says nothing of a session that is not there', async () => {
    const { body } = await me(await signed({ ...claims, sid: crypto.randomUUID() }))
    expect(body.code).toBe('session-ended')
  })

  it('9.2.1 still works when the clocks of two machines differ by a minute', async () => {
    const now = Math.floor(api.clock.now() / 1000)
    expect((await me(await signed({ ...claims, iat: now + 55, nbf: now + 55 }))).status).toBe(200)
    expect((await me(await signed({ ...claims, exp: now - 55 }))).status).toBe(200)
    await refused(await signed({ ...claims, exp: now - 65 }), 'more than a minute')
  })

  it('7.2.3 belongs to a session whose id and refresh token nobody can guess', async () => {
    const tokens = new Set<string>()
    const { RefreshTokensService } = await import('./refresh-tokens.service.ts')
    const made = api.app.get(RefreshTokensService)
    for (let n = 0; n < 10_000; n++) tokens.add(made.first())
    expect(tokens.size).toBe(10_000)
    expect([...tokens].every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true)
  })

  it('7.2.4 is new with every sign-in, and a browser’s former session ends', async () => {
    const Origin = api.url
    const body = { email: person.email, password: 'correct horse battery' }
    const first = await api.fetchJson('/v1/auth/sign-in', { method: 'POST', headers: { Origin }, body })
    const Cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    const second = await api.fetchJson('/v1/auth/sign-in', {
      method: 'POST',
      headers: { Origin, Cookie },
      body,
    })
    expect(second.body.accessToken).not.toBe(first.body.accessToken)
    expect((await me(first.body.accessToken)).body.code).toBe('session-ended')
    expect((await me(second.body.accessToken)).status).toBe(200)
  })

  it('15.3.7 is taken from the header only, never from an address', async () => {
    for (const query of ['access_token', 'token', 'authorization'])
      expect((await api.fetchJson(`/v1/me?${query}=${person.token}`)).status).toBe(401)
    await api.clock.moveTo(new Date(api.clock.now() + 20 * MINUTE).toISOString())
    await refused(person.token, 'late')
  })
})
