import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT, type JWTHeaderParameters } from 'jose'
import { aFreePort } from './a-passkey.ts'

type Answering = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** An issuer that says whatever a test wants it to. */
export interface BadIssuer {
  url: string
  clientId: string
  clientSecret: string
  /** The public key as bytes that a careless relying party would take for a secret. */
  publicKey: string
  /** What one of its addresses does next: `discovery`, `jwks` or `token`. */
  answers: Partial<Record<'discovery' | 'jwks' | 'token', Answering>>
  /** How often each was asked. */
  asked: Record<string, number>
  /** A right token, but for what is changed. */
  idToken(
    nonce: string,
    payload?: Record<string, unknown>,
    header?: Partial<JWTHeaderParameters>,
  ): Promise<string>
  /** From now on it signs with another key. */
  changeKey(): Promise<void>
  close(): Promise<void>
}

export const json =
  (body: unknown): Answering =>
  (_request, response) => {
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(body))
  }

async function keyNamed(kid: string) {
  const pair = await generateKeyPair('ES256', { extractable: true })
  return { pair, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256', use: 'sig' } }
}

export async function aBadIssuer(): Promise<BadIssuer> {
  const port = await aFreePort()
  const url = `http://127.0.0.1:${port}`
  const [clientId, clientSecret] = ['streamline', 'a secret that both sides know, long enough']
  let keys = 1
  let key = await keyNamed('key-1')
  const answers: BadIssuer['answers'] = {}
  const asked: Record<string, number> = {}
  const standard: Record<string, () => Answering> = {
    discovery: () =>
      json({
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
      }),
    jwks: () => json({ keys: [key.jwk] }),
  }
  const server = createServer((request, response) => {
    const name =
      request.url === '/.well-known/openid-configuration' ? 'discovery' : (request.url ?? '').slice(1)
    asked[name] = (asked[name] ?? 0) + 1
    const answer = answers[name as keyof typeof answers] ?? standard[name]?.()
    if (answer === undefined) response.writeHead(404).end()
    else void answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url,
    clientId,
    clientSecret,
    publicKey: JSON.stringify(key.jwk),
    answers,
    asked,
    idToken: (nonce, payload = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1000)
      const sub = crypto.randomUUID()
      const claims = { iss: url, aud: clientId, sub, iat: now, exp: now + 300, nonce }
      const person = { email: `${sub}@bad.example`, email_verified: true }
      return new SignJWT({ ...claims, ...person, ...payload })
        .setProtectedHeader({ alg: 'ES256', kid: key.jwk.kid, ...header })
        .sign(key.pair.privateKey)
    },
    changeKey: async () => {
      key = await keyNamed(`key-${++keys}`)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
