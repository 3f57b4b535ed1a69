import { createHash } from 'node:crypto'
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { errors } from 'jose'
import { ENV, type Env } from '../../../env.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import { Ticks } from '../../../platform/clock/ticks.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { SealedBox } from '../../../platform/secrets/sealed-box.ts'
import { IssuerFailure } from './oidc-fetch.ts'
import { OidcIssuer, type Claims } from './oidc-issuer.ts'
import { OidcRepository, type OidcStateRow } from './oidc.repository.ts'
import type { Errand, IssuerAnswer } from './oidc.types.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'

const LIFETIME = 10 * 60_000

/** The way to an issuer and back: code flow with PKCE, state and nonce, bound to the browser that began it. */
@Injectable()
export class OidcFlowService implements OnModuleInit {
  private readonly log = new Logger('OIDC')
  private readonly box: SealedBox
  private readonly issuers: ReadonlyMap<string, OidcIssuer>

  constructor(
    private readonly repository: OidcRepository,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'sign-ins elsewhere')
    this.issuers = new Map(env.issuers.map((settings) => [settings.id, new OidcIssuer(settings, clock)]))
  }

  onModuleInit(): void {
    this.ticks.register({ name: 'oidc-states', run: () => this.repository.purge(this.clock.nowIso()) })
  }

  /** The URL by which an issuer calls itself, for the one that is offered under this id. */
  issuerUrl(id: string): string {
    return this.issuerOf(id).settings.issuer
  }

  /** The address at the issuer, and the cookie that binds what follows to this browser. */
  async begin(issuerId: string, errand: Errand, cookie: string | undefined) {
    const issuer = this.issuerOf(issuerId)
    const [state, nonce, verifier] = [this.secrets.token(), this.secrets.token(), this.secrets.token()]
    // The one it has stays, so that two tabs can do this at once.
    const browser = cookie ?? this.secrets.token()
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const redirectUri = this.redirectUri(issuerId)
    const url = await issuer.authorizationUrl({ redirectUri, state, nonce, challenge }).catch(asUnavailable)
    const expiresAt = new Date(this.clock.now() + LIFETIME).toISOString()
    await this.repository.begin(
      this.secrets.hashOfToken(state),
      this.secrets.hashOfToken(browser),
      expiresAt,
      {
        ...errand,
        issuer: issuer.settings.issuer,
        nonce,
        sealedVerifier: this.box.seal(verifier),
      },
    )
    return { url: url.href, cookie: browser }
  }

  /** What the browser that brings this state and cookie was sent for; once, and for ten minutes. */
  async takeState(issuerId: string, state: string | undefined, cookie: string | undefined) {
    const { issuer } = this.issuerOf(issuerId).settings
    if (state === undefined || cookie === undefined) return undefined
    const [hash, cookieHash] = [this.secrets.hashOfToken(state), this.secrets.hashOfToken(cookie)]
    return this.repository.take(hash, cookieHash, issuer, this.clock.nowIso())
  }

  /** Who signed in at the issuer, or a refusal for everything that does not prove it. */
  async claimsOf(issuerId: string, { code, error, iss }: IssuerAnswer, state: OidcStateRow): Promise<Claims> {
    const issuer = this.issuerOf(issuerId)
    try {
      if (error !== undefined || code === undefined || !(await issuer.hasAnswered(iss)))
        throw new ProblemError('identity-refused')
      const verifier = this.box.open(state.sealedVerifier)
      if (verifier === undefined) throw new ProblemError('identity-refused')
      return await issuer.claimsFor(code, verifier, state.nonce, this.redirectUri(issuerId))
    } catch (failure) {
      if (!(failure instanceof IssuerFailure) && !(failure instanceof errors.JOSEError)) throw failure
      this.log.warn(`Signing in at ${issuerId} failed: ${failure.message}`)
      throw new ProblemError('identity-refused')
    }
  }

  private issuerOf(id: string): OidcIssuer {
    const issuer = this.issuers.get(id)
    if (issuer === undefined) throw new ProblemError('not-offered')
    return issuer
  }

  /** Exactly what is registered at the issuer. */
  private redirectUri(issuerId: string): string {
    return `${this.env.publicUrl.origin}/v1/auth/oidc/${issuerId}/callback`
  }
}

function asUnavailable(error: unknown): never {
  if (error instanceof IssuerFailure) throw new ProblemError('unavailable', error.message, { retryAfter: 30 })
  throw error
}
