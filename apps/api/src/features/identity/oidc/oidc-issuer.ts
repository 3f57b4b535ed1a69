import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose'
import * as z from 'zod'
import type { Clock } from '../../../platform/clock/clock.ts'
import type { OidcIssuerSettings } from '../../../oidc-issuers.ts'
import { IssuerFailure, issuerJson } from './oidc-fetch.ts'

/** Signatures only: no `none`, and no secret that we would share with the issuer. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const SKEW_SECONDS = 60
const KNOWN_FOR = 3_600_000
/** Who sends tokens of unknown keys makes us ask no more often than this. */
const ASKED_AGAIN_AFTER = 60_000

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
})
const jwksSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) })
const tokensSchema = z.object({ id_token: z.string().max(20_000), access_token: z.string().optional() })

const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.literal('true'), z.literal('false')]).optional(),
  name: z.string().optional(),
})

export interface Claims {
  subject: string
  email: string | undefined
  emailVerified: boolean
  name: string | undefined
}

export interface AuthorizationRequest {
  redirectUri: string
  state: string
  nonce: string
  challenge: string
}

/** One issuer as a relying party sees it: its metadata and keys, kept for an hour, and the code flow with PKCE. */
export class OidcIssuer {
  private metadata: { until: number; value: z.infer<typeof metadataSchema> } | undefined
  private keys: { askedAt: number; value: JSONWebKeySet } | undefined
  private readonly mayBePlain: boolean

  constructor(
    readonly settings: OidcIssuerSettings,
    private readonly clock: Clock,
  ) {
    this.mayBePlain = settings.issuer.startsWith('http:')
  }

  async authorizationUrl({ redirectUri, state, nonce, challenge }: AuthorizationRequest): Promise<URL> {
    const { authorization_endpoint } = await this.discover()
    const url = new URL(authorization_endpoint)
    if (url.protocol !== 'https:' && !this.mayBePlain) throw new IssuerFailure(`${url.origin} is not https`)
    const parameters = {
      client_id: this.settings.clientId,
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: redirectUri,
      state,
      nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
    return url
  }

  /** Whether the answer names this issuer, where it has to (RFC 9207: somebody mixed issuers up otherwise). */
  async hasAnswered(iss: string | undefined): Promise<boolean> {
    const { authorization_response_iss_parameter_supported: mustName = false } = await this.discover()
    return iss === undefined ? !mustName : iss === this.settings.issuer
  }

  /** Who signed in there. Throws `IssuerFailure` or a `JOSEError` for everything that does not prove it. */
  async claimsFor(code: string, verifier: string, nonce: string, redirectUri: string): Promise<Claims> {
    const tokens = await this.exchange(code, verifier, redirectUri)
    const payload = await this.verified(tokens.id_token)
    if (payload.nonce !== nonce) throw new IssuerFailure('The token belongs to another sign-in')
    const said = parsed(claimsSchema, payload)
    const claims =
      said.email === undefined ? { ...said, ...(await this.userInfo(said.sub, tokens.access_token)) } : said
    return {
      subject: said.sub,
      email: claims.email,
      emailVerified: claims.email_verified === true || claims.email_verified === 'true',
      name: claims.name,
    }
  }

  private async exchange(code: string, verifier: string, redirectUri: string) {
    const { token_endpoint, token_endpoint_auth_methods_supported: methods } = await this.discover()
    const { clientId, clientSecret } = this.settings
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
    })
    const headers: Record<string, string> = {}
    if (methods?.includes('client_secret_basic') === false) {
      body.set('client_id', clientId)
      body.set('client_secret', clientSecret)
    } else {
      const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`
      headers['Authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`
    }
    return parsed(tokensSchema, await this.json(token_endpoint, { method: 'POST', headers, body }))
  }

  private async verified(idToken: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(idToken, async (header, token) => this.keyOf(header, token), {
      issuer: this.settings.issuer,
      audience: this.settings.clientId,
      algorithms: ALGORITHMS,
      currentDate: new Date(this.clock.now()),
      clockTolerance: SKEW_SECONDS,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    })
    const isForOthersToo = Array.isArray(payload.aud) && payload.aud.length > 1
    if ((isForOthersToo || payload['azp'] !== undefined) && payload['azp'] !== this.settings.clientId)
      throw new IssuerFailure('The token was given to somebody else')
    return payload
  }

  /** Keys come from the issuer's own address, never from where a token says. */
  private async keyOf(...[header, token]: Parameters<ReturnType<typeof createLocalJWKSet>>) {
    try {
      return await createLocalJWKSet(await this.jwks())(header, token)
    } catch (error) {
      const isOld = this.keys !== undefined && this.keys.askedAt + ASKED_AGAIN_AFTER <= this.clock.now()
      if (!(error instanceof errors.JWKSNoMatchingKey) || !isOld) throw error
      this.keys = undefined
      return createLocalJWKSet(await this.jwks())(header, token)
    }
  }

  private async jwks(): Promise<JSONWebKeySet> {
    const now = this.clock.now()
    if (this.keys !== undefined && this.keys.askedAt + KNOWN_FOR > now) return this.keys.value
    const { jwks_uri } = await this.discover()
    const value = parsed(jwksSchema, await this.json(jwks_uri))
    this.keys = { askedAt: now, value }
    return value
  }

  /** Many issuers say the address only here. It is about the same person, or it counts for nothing. */
  private async userInfo(subject: string, accessToken: string | undefined) {
    const { userinfo_endpoint } = await this.discover()
    if (userinfo_endpoint === undefined || accessToken === undefined) return {}
    const headers = { Authorization: `Bearer ${accessToken}` }
    const said = parsed(claimsSchema, await this.json(userinfo_endpoint, { headers }))
    return said.sub === subject ? said : {}
  }

  private async discover() {
    const now = this.clock.now()
    if (this.metadata !== undefined && this.metadata.until > now) return this.metadata.value
    const base = this.settings.issuer.replace(/\/$/, '')
    const value = parsed(metadataSchema, await this.json(`${base}/.well-known/openid-configuration`))
    if (value.issuer !== this.settings.issuer) throw new IssuerFailure('The issuer calls itself otherwise')
    this.metadata = { until: now + KNOWN_FOR, value }
    return value
  }

  private json(url: string, init?: RequestInit): Promise<unknown> {
    return issuerJson(new URL(url), this.mayBePlain, init)
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.infer<Schema> {
  const result = schema.safeParse(answer)
  if (!result.success) throw new IssuerFailure('The issuer answered something unexpected')
  return result.data
}
