import { createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto'
import { SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { SigningKeysService } from './signing-keys.service.ts'

describe('an access token', () => {
  let api: Api
  let person: Person
  let key: { id: string; privateKey: CryptoKey }
  beforeAll(async () => {
    api = await startApi()
    person = await aPerson(api)
    key = await api.app.get(SigningKeysService).current()
  })
  afterAll(() => api.close())

  const claims = () => JSON.parse(Buffer.from(person.token.split('.')[1] ?? '', 'base64url').toString())
  const status = async (token: string) => (await api.fetchJson('/v1/me', { token })).status
  const signed = (
    change: Record<string, unknown>,
    header: Partial<JWTHeaderParameters> = {},
    by: CryptoKey | KeyObject | Uint8Array = key.privateKey,
  ) =>
    new SignJWT({ ...claims(), ...change })
      .setProtectedHeader({ alg: 'EdDSA', kid: key.id, typ: 'at+jwt', ...header })
      .sign(by)

  it('is what our key signed, for us, of the right kind', async () => {
    expect(await status(await signed({}))).toBe(200)
  })

  it('is refused for another audience, issuer or kind, expired, or without an end', async () => {
    const past = Math.floor(Date.now() / 1000) - 60
    const wrong = [
      { aud: 'other' },
      { iss: 'https://evil.example' },
      { exp: past },
      { exp: undefined },
      { sid: undefined },
    ]
    for (const change of wrong) expect(await status(await signed(change)), JSON.stringify(change)).toBe(401)
    expect(await status(await signed({}, { typ: 'JWT' }))).toBe(401)
  })

  it('is refused when signed by a key of somebody else, whatever the header says about it', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const jwk = publicKey.export({ format: 'jwk' }) as JsonWebKey & { kty: string }
    for (const header of [
      {},
      { kid: 'x' },
      { kid: '../../etc/passwd' },
      { jwk },
      { jku: 'https://evil.example/jwks' },
    ])
      expect(await status(await signed({}, header, privateKey)), JSON.stringify(header)).toBe(401)
  })

  it('is refused when our public key was used as a shared secret', async () => {
    const [jwk] = (await api.app.get(SigningKeysService).jwks()).keys
    const pem = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    })
    expect(await status(await signed({}, { alg: 'HS256' }, Buffer.from(pem)))).toBe(401)
  })

  it('names a session that lives: another id is refused', async () => {
    expect(await status(await signed({ sid: crypto.randomUUID() }))).toBe(401)
    expect(await status(await signed({ sid: 'not an id' }))).toBe(401)
  })
})
