import { createHash } from 'node:crypto'
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { emailSchema, nameSchema, type contract } from '@streamline/contract'
import { errors } from 'jose'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../../platform/clock/clock.ts'
import { Ticks } from '../../platform/clock/ticks.ts'
import { sessionOf, type Actor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Call } from '../../platform/http/route.ts'
import { Limits } from '../../platform/limits/limits.ts'
import { networkOf } from '../../platform/limits/network.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { SealedBox } from '../../platform/secrets/sealed-box.ts'
import { AuditService } from './audit.service.ts'
import { normalisedEmail } from './email.ts'
import { IdentityService } from './identity.service.ts'
import { Letters } from './letters.ts'
import { IssuerFailure } from './oidc-fetch.ts'
import { OidcIssuer, type Claims } from './oidc-issuer.ts'
import { nextOnSite } from './oidc-next.ts'
import { OidcRepository, type OidcStateRow } from './oidc.repository.ts'
import { Secrets } from './secrets.ts'
import type { SignedIn } from './session-answer.ts'
import { SessionRepository } from './session.repository.ts'
import type { ClientContext } from './sessions.service.ts'
import { SignInService } from './sign-in.service.ts'
import { refuseDemo } from './totp.service.ts'
import { UserRepository } from './user.repository.ts'
import { WaysIn, type SecondFactorTicket } from './ways-in.ts'

const LIFETIME = 10 * 60_000
const STARTS = { name: 'oidc-starts', most: 60, windowMs: 15 * 60_000 }
const SIGN_IN_PAGE = '/sign-in'
const SECURITY_PAGE = '/settings/security'

type Start = Omit<Call<typeof contract.identities.start>['input'], 'issuer'>
type Answer = Pick<Call<typeof contract.identities.callback>['input'], 'state' | 'code' | 'error' | 'iss'>
type Linking = { userId: string; sessionId: string } | null

/** What somebody who came back gets: a session, a ticket for one, a linked account. */
type Outcome = SignedIn | SecondFactorTicket | 'linked'

/** Signing in with another issuer: code flow with PKCE, state and nonce, bound to the browser that began it. */
@Injectable()
export class OidcSignIn implements OnModuleInit {
  private readonly log = new Logger('OIDC')
  private readonly box: SealedBox
  private readonly issuers: ReadonlyMap<string, OidcIssuer>

  constructor(
    private readonly repository: OidcRepository,
    private readonly signIn: SignInService,
    private readonly waysIn: WaysIn,
    private readonly identity: IdentityService,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly secrets: Secrets,
    private readonly letters: Letters,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
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

  /** The address at the issuer, and the cookie that binds what follows to this browser. */
  async begin(issuerId: string, start: Start, cookie: string | undefined, client: ClientContext) {
    await this.limits.require(STARTS, networkOf(client.address))
    return this.begun(this.issuerOf(issuerId), start, cookie, null)
  }

  /** The same for somebody who links the issuer to their account. */
  async beginLink(actor: Actor, issuerId: string, next: string | undefined, cookie: string | undefined) {
    refuseDemo(actor)
    const issuer = this.issuerOf(issuerId)
    const [user, identities] = await Promise.all([
      this.users.byId(actor.userId),
      this.repository.ofUser(actor.userId),
    ])
    if (user?.emailVerified !== true) throw new ProblemError('email-not-verified')
    if (identities.some((identity) => identity.issuer === issuer.settings.issuer))
      throw new ProblemError('already-on')
    const linking = { userId: actor.userId, sessionId: sessionOf(actor) }
    return this.begun(issuer, { next: next ?? SECURITY_PAGE }, cookie, linking)
  }

  /** Where to go from the callback, and with which session; every refusal is a page that says so. */
  async finish(
    issuerId: string,
    answer: Answer,
    cookie: string | undefined,
    client: ClientContext,
  ): Promise<{ to: string; signedIn: SignedIn | null }> {
    const issuer = this.issuerOf(issuerId)
    const state = await this.takeState(issuer, answer.state, cookie)
    try {
      if (state === undefined) throw new ProblemError('identity-refused')
      const claims = await this.claimsOf(issuer, answer, state)
      const outcome = await this.postgres.transaction((tx) =>
        state.userId === null
          ? this.enter(tx, issuer, claims, state, client)
          : this.link(tx, claims, state, client),
      )
      if (outcome === 'linked') return { to: this.page(state.next), signedIn: null }
      if ('ticket' in outcome) return { to: this.pageForFactor(outcome, state.next), signedIn: null }
      return { to: this.page(state.next), signedIn: outcome }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const detail = { by: issuerId, because: error.code }
      await this.audit.record({
        event: 'sign-in-failed',
        subjectId: state?.userId ?? null,
        origin: client,
        detail,
      })
      const page = state === undefined || state.userId === null ? SIGN_IN_PAGE : SECURITY_PAGE
      return { to: this.page(`${page}?problem=${error.code}`), signedIn: null }
    }
  }

  private async begun(issuer: OidcIssuer, start: Start, cookie: string | undefined, linking: Linking) {
    const [state, nonce, verifier] = [this.secrets.token(), this.secrets.token(), this.secrets.token()]
    const browser = cookie ?? this.secrets.token()
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const redirectUri = this.redirectUri(issuer)
    const url = await issuer.authorizationUrl({ redirectUri, state, nonce, challenge }).catch(asUnavailable)
    const expiresAt = new Date(this.clock.now() + LIFETIME).toISOString()
    await this.repository.begin(
      this.secrets.hashOfToken(state),
      this.secrets.hashOfToken(browser),
      expiresAt,
      {
        issuer: issuer.settings.issuer,
        nonce,
        sealedVerifier: this.box.seal(verifier),
        next: nextOnSite(start.next, this.env.publicUrl),
        country: start.country ?? null,
        timeZone: start.timeZone ?? null,
        userId: linking?.userId ?? null,
        sessionId: linking?.sessionId ?? null,
      },
    )
    return { url: url.href, cookie: browser }
  }

  private async takeState({ settings }: OidcIssuer, state: string | undefined, cookie: string | undefined) {
    if (state === undefined || cookie === undefined) return undefined
    const [hash, cookieHash] = [this.secrets.hashOfToken(state), this.secrets.hashOfToken(cookie)]
    return this.repository.take(hash, cookieHash, settings.issuer, this.clock.nowIso())
  }

  private async claimsOf(
    issuer: OidcIssuer,
    { code, error, iss }: Answer,
    state: OidcStateRow,
  ): Promise<Claims> {
    try {
      if (error !== undefined || code === undefined || !(await issuer.hasAnswered(iss)))
        throw new ProblemError('identity-refused')
      const verifier = this.box.open(state.sealedVerifier)
      return await issuer.claimsFor(code, verifier, state.nonce, this.redirectUri(issuer))
    } catch (failure) {
      if (!(failure instanceof IssuerFailure) && !(failure instanceof errors.JOSEError)) throw failure
      this.log.warn(`Signing in at ${issuer.settings.id} failed: ${failure.message}`)
      throw new ProblemError('identity-refused')
    }
  }

  /** Only the pair of issuer and subject opens an account. An e-mail, verified or not, never does. */
  private async enter(
    tx: Tx,
    { settings }: OidcIssuer,
    { subject, email: claimed, emailVerified, name }: Claims,
    { country, timeZone }: OidcStateRow,
    client: ClientContext,
  ): Promise<Outcome> {
    const known = await this.repository.find(tx, settings.issuer, subject)
    if (known !== undefined) {
      const user = await this.users.lock(tx, known.userId)
      if (user?.status !== 'ACTIVE') throw new ProblemError('identity-refused')
      const ticket = await this.waysIn.challenge(tx, user.id, client)
      return ticket ?? this.signIn.start(tx, user.id, client, settings.id)
    }
    const email = emailSchema.safeParse(claimed)
    if (!email.success || !emailVerified) throw new ProblemError('email-not-verified')
    if ((await this.users.byEmail(normalisedEmail(email.data), tx)) !== undefined)
      throw new ProblemError('email-taken')
    const person = { email: email.data, name: nameOf(name, email.data) }
    const home = { country: country ?? undefined, timeZone: timeZone ?? undefined }
    const made = await this.identity.registerVerified(tx, person, home, client)
    const linkedAt = this.clock.nowIso()
    await this.repository.link(tx, { issuer: settings.issuer, subject, userId: made.user.id, linkedAt })
    return made
  }

  /** For the person who began it, as long as their session lives. */
  private async link(
    tx: Tx,
    { subject }: Claims,
    state: OidcStateRow,
    origin: ClientContext,
  ): Promise<Outcome> {
    const { issuer, userId, sessionId } = state
    const now = this.clock.nowIso()
    const isSignedIn =
      sessionId !== null && (await this.sessions.actor(sessionId, null, now, tx)) !== undefined
    if (userId === null || !isSignedIn) throw new ProblemError('session-ended')
    await this.users.lock(tx, userId)
    if (!(await this.repository.link(tx, { issuer, subject, userId, linkedAt: now })))
      throw new ProblemError('identity-taken')
    const detail = { issuer }
    await this.audit.record(
      { event: 'identity-linked', actorId: userId, subjectId: userId, origin, detail },
      tx,
    )
    await this.letters.securityChanged(tx, userId, 'identity-linked')
    return 'linked'
  }

  private issuerOf(id: string): OidcIssuer {
    const issuer = this.issuers.get(id)
    if (issuer === undefined) throw new ProblemError('not-offered')
    return issuer
  }

  /** Exactly what is registered at the issuer. */
  private redirectUri({ settings }: OidcIssuer): string {
    return this.page(`/v1/auth/oidc/${settings.id}/callback`)
  }

  private page(path: string): string {
    return this.env.publicUrl.origin + path
  }

  /** The ticket travels in the fragment, which browsers keep to themselves. */
  private pageForFactor({ ticket, methods }: SecondFactorTicket, next: string): string {
    const fragment = new URLSearchParams({ ticket, methods: methods.join(','), next })
    return this.page(`${SIGN_IN_PAGE}#${fragment.toString()}`)
  }
}

function asUnavailable(error: unknown): never {
  if (error instanceof IssuerFailure) throw new ProblemError('unavailable', error.message, { retryAfter: 30 })
  throw error
}

function nameOf(claimed: string | undefined, email: string): string {
  const name = nameSchema.safeParse(claimed)
  return name.success ? name.data : (email.split('@')[0] ?? email)
}
