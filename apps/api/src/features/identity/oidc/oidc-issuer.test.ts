import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBadIssuer, json, type BadIssuer } from '../../../../test/a-bad-issuer.ts'
import { aFreePort } from '../../../../test/a-passkey.ts'
import { pass } from '../../../../test/an-authenticator.ts'
import { Visitor } from '../../../../test/an-issuer.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

const MINUTE = 60_000

/** A part of a token. */
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('an issuer that cannot be believed', () => {
  let api: Api
  let issuer: BadIssuer
  let site: string
  const start = async () => {
    const port = await aFreePort()
    site = `http://localhost:${port}`
    issuer = await aBadIssuer()
    const { url, clientId, clientSecret } = issuer
    const settings = [{ id: 'bad', name: 'Bad', issuer: url, clientId, clientSecret }]
    api = await startApi({ env: { PORT: String(port), OIDC_ISSUERS: JSON.stringify(settings) } })
  }
  beforeAll(start)
  afterAll(async () => {
    await api.close()
    await issuer.close()
  })
  beforeEach(() => {
    for (const name of ['discovery', 'jwks', 'token'] as const) delete issuer.answers[name]
  })

  /** A whole sign-in, of which the issuer answers the code with `tokens`. Answers where the browser ends. */
  const signIn = async (tokens: (nonce: string) => unknown) => {
    const visitor = new Visitor()
    const { location } = await visitor.get(`${site}/v1/auth/oidc/bad/start`)
    const { searchParams } = new URL(location ?? '')
    const answer = await tokens(searchParams.get('nonce') ?? '')
    issuer.answers.token ??= json(answer)
    const state = searchParams.get('state')
    const back = await visitor.get(`${site}/v1/auth/oidc/bad/callback?code=x&state=${state}`)
    return back.location?.slice(site.length)
  }
  const withToken = (make: (nonce: string) => Promise<string>) =>
    signIn(async (nonce) => ({ id_token: await make(nonce), token_type: 'Bearer', access_token: 'x' }))
  const REFUSED = '/sign-in?problem=identity-refused'

  it('is believed when all is right', async () => {
    expect(await withToken((nonce) => issuer.idToken(nonce))).toBe('/')
  })

  it('9.2.1 is refused with a claim that is wrong or missing', async () => {
    const now = Math.floor(Date.now() / 1000)
    const changes: Record<string, unknown>[] = [
      { nonce: 'another' },
      { nonce: undefined },
      { iss: 'https://evil.example' },
      { iss: undefined },
      { aud: 'another-client' },
      { aud: undefined },
      { aud: [issuer.clientId, 'another-client'] },
      { azp: 'another-client' },
      { exp: now - 90 },
      { exp: undefined },
      { nbf: now + 3600 },
      { sub: '' },
      { sub: undefined },
      { sub: 'x'.repeat(256) },
    ]
    for (const change of changes) {
      delete issuer.answers.token
      expect(await withToken((nonce) => issuer.idToken(nonce, change)), JSON.stringify(change)).toBe(REFUSED)
    }
  })

  it('is believed with a clock that is a minute wrong', async () => {
    const now = Math.floor(Date.now() / 1000)
    for (const change of [{ exp: now - 50 }, { iat: now + 50, nbf: now + 50 }]) {
      delete issuer.answers.token
      expect(await withToken((nonce) => issuer.idToken(nonce, change))).toBe('/')
    }
  })

  it('9.1.1 is refused with a signature of nobody, of the client’s secret, of the public key, or of a key it brings', async () => {
    const own = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(own.publicKey)
    const payloadOf = async (nonce: string) => (await issuer.idToken(nonce)).split('.')[1] ?? ''
    const claimsOf = async (nonce: string) =>
      JSON.parse(Buffer.from(await payloadOf(nonce), 'base64url').toString()) as JWTPayload
    const forgeries: ((nonce: string) => Promise<string>)[] = [
      async (nonce) => `${part({ alg: 'none' })}.${await payloadOf(nonce)}.`,
      async (nonce) => `${part({ alg: 'ES256', kid: 'key-1' })}.${await payloadOf(nonce)}.AAAA`,
      ...[issuer.clientSecret, issuer.publicKey].map(
        (secret) => async (nonce: string) =>
          new SignJWT(await claimsOf(nonce))
            .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
            .sign(new TextEncoder().encode(secret)),
      ),
      ...[{ jwk }, { jku: `${issuer.url}/jwks` }, { kid: 'key-1' }, { kid: '../../etc/passwd' }].map(
        (header) => async (nonce: string) =>
          new SignJWT(await claimsOf(nonce))
            .setProtectedHeader({ alg: 'ES256', ...header })
            .sign(own.privateKey),
      ),
      async () => 'not.a.token',
    ]
    for (const [number, forge] of forgeries.entries()) {
      delete issuer.answers.token
      expect(await withToken(forge), `forgery ${number}`).toBe(REFUSED)
    }
  })

  it('15.3.2 is refused with a redirect, a status, no JSON, another shape, and more than can be read', async () => {
    const redirected = { to: 0 }
    issuer.answers.jwks = json({ keys: [] })
    const answers: [string, NonNullable<BadIssuer['answers']['token']>][] = [
      [
        'a redirect',
        (_request, response) => {
          redirected.to++
          response.writeHead(302, { Location: `${issuer.url}/jwks` }).end()
        },
      ],
      ['a status', (_request, response) => void response.writeHead(500).end('{}')],
      ['no JSON', (_request, response) => void response.end('<html>')],
      ['a list', json([])],
      ['null', json(null)],
      ['no token', json({ access_token: 'x' })],
      ['a token that is a number', json({ id_token: 1 })],
      [
        'a gigabyte',
        (_request, response) => {
          const megabyte = Buffer.alloc(1_000_000, ' ')
          let sent = 0
          const more = () => {
            while (!response.destroyed && sent < 1000) {
              sent++
              if (!response.write(megabyte)) return
            }
            response.end()
          }
          response.on('drain', more).on('error', () => {})
          more()
        },
      ],
    ]
    for (const [what, answer] of answers) {
      issuer.answers.token = answer
      expect(await signIn(() => ({})), what).toBe(REFUSED)
    }
    expect(redirected.to).toBe(1)
  })

  it('15.3.2 is given five seconds, also when it sends a little all the time', async () => {
    issuer.answers.token = (_request, response) => {
      const drip = setInterval(() => response.write(' '), 100)
      response.on('close', () => clearInterval(drip))
    }
    const began = performance.now()
    expect(await signIn(() => ({}))).toBe(REFUSED)
    expect(performance.now() - began).toBeLessThan(8000)
  })
})

describe('what an issuer says about itself', () => {
  it('is asked for when somebody comes; away, or somebody else, the page of sign-in says so', async () => {
    const away = '/sign-in?problem=unavailable'
    expect(await begin(metadata({}))).toBe('/a')
    expect(await begin(metadata({ issuer: 'https://evil.example' }))).toBe(away)
    expect(await begin(metadata({ token_endpoint: 'no address' }))).toBe(away)
    expect(
      await begin(
        (issuer) => (issuer.answers.discovery = (_q, response) => void response.writeHead(500).end()),
      ),
    ).toBe(away)
  })
})

describe('the keys of an issuer', () => {
  it('are asked for again when it changes them, at most once a minute', async () => {
    const issuer = await aBadIssuer()
    const { url, clientId, clientSecret } = issuer
    const port = await aFreePort()
    const site = `http://localhost:${port}`
    const OIDC_ISSUERS = JSON.stringify([{ id: 'bad', name: 'Bad', issuer: url, clientId, clientSecret }])
    const api = await startApi({ env: { PORT: String(port), OIDC_ISSUERS } })
    const signIn = async () => {
      const visitor = new Visitor()
      const { location } = await visitor.get(`${site}/v1/auth/oidc/bad/start`)
      const { searchParams } = new URL(location ?? '')
      const exp = Math.floor(Date.now() / 1000) + 3600
      issuer.answers.token = json({
        id_token: await issuer.idToken(searchParams.get('nonce') ?? '', { exp }),
      })
      const state = searchParams.get('state')
      return (await visitor.get(`${site}/v1/auth/oidc/bad/callback?code=x&state=${state}`)).location
    }
    expect(await signIn()).toBe(`${site}/`)
    await issuer.changeKey()
    expect(await signIn()).toContain('problem=identity-refused')
    expect(issuer.asked['jwks']).toBe(1)
    await pass(api, MINUTE)
    expect(await signIn()).toBe(`${site}/`)
    expect([issuer.asked['jwks'], issuer.asked['discovery']]).toEqual([2, 1])
    await api.close()
    await issuer.close()
  })
})

/** What a browser is told that comes to sign in there. */
async function begin(change: (issuer: BadIssuer) => void) {
  const issuer = await aBadIssuer()
  change(issuer)
  const { url, clientId, clientSecret } = issuer
  const port = await aFreePort()
  const OIDC_ISSUERS = JSON.stringify([{ id: 'bad', name: 'Bad', issuer: url, clientId, clientSecret }])
  const api = await startApi({ env: { PORT: String(port), OIDC_ISSUERS } })
  const answer = await api.fetchJson('/v1/auth/oidc/bad/start')
  await api.close()
  await issuer.close()
  const to = new URL(answer.headers.get('location') ?? '')
  return to.pathname + (to.pathname === '/a' ? '' : to.search)
}

const metadata = (change: Record<string, string>) => (issuer: BadIssuer) => {
  const { url } = issuer
  const standard = {
    issuer: url,
    authorization_endpoint: `${url}/a`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
  }
  issuer.answers.discovery = json({ ...standard, ...change })
}
