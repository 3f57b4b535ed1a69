import { Inject, Injectable } from '@nestjs/common'
import { emailSchema, nameSchema, type contract } from '@streamline/contract'
import { ENV, type Env } from '../../../env.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import { sessionOf, type Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import type { Call } from '../../../platform/http/route.ts'
import { Limits } from '../../../platform/limits/limits.ts'
import { networkOf } from '../../../platform/limits/network.ts'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { normalisedEmail } from '../../../platform/mail/normalised-email.ts'
import { RegistrationService } from './registration.service.ts'
import { LettersService } from '../letters/letters.service.ts'
import { OidcFlowService } from '../oidc/oidc-flow.service.ts'
import type { IssuerAnswer } from '../oidc/oidc.types.ts'
import type { Claims } from '../oidc/oidc-issuer.ts'
import { nextOnSite } from '../oidc/oidc-next.ts'
import { OidcRepository, type OidcStateRow } from '../oidc/oidc.repository.ts'
import type { SignedIn } from '../sessions/session.types.ts'
import { SessionRepository } from '../sessions/session.repository.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import type { ClientContext } from '../sessions/session.types.ts'
import { SignInService } from './sign-in.service.ts'
import { refuseDemo } from '../users/refuse-demo.ts'
import { UserRepository } from '../users/user.repository.ts'
import { WaysInService } from '../ways-in/ways-in.service.ts'
import type { SecondFactorTicket } from '../ways-in/ways-in.types.ts'

const STARTS = { name: 'oidc-starts', most: 60, windowMs: 15 * 60_000 }
/** Each answer that proves nothing is written down. */
const ANSWERS = { name: 'oidc-answers', most: 60, windowMs: 15 * 60_000 }
const SIGN_IN_PAGE = '/sign-in'
const SECURITY_PAGE = '/settings/security'

type Start = Omit<Call<typeof contract.identity.startOidc>['input'], 'issuer'>

/** What a browser brings along. */
interface BrowserCookies {
  /** Ours of this flow. */
  flow: string | undefined
  refreshToken: string | undefined
}

/** What somebody who came back gets: a session, a ticket for one, a linked account. */
type Outcome = SignedIn | SecondFactorTicket | 'linked'

/** Signing in with another issuer, and linking one to an account. Whoever comes back is sent to a page, never an error. */
@Injectable()
export class OidcSignInService {
  constructor(
    private readonly flow: OidcFlowService,
    private readonly repository: OidcRepository,
    private readonly signIn: SignInService,
    private readonly waysIn: WaysInService,
    private readonly registration: RegistrationService,
    private readonly users: UserRepository,
    private readonly sessions: SessionsService,
    private readonly sessionRows: SessionRepository,
    private readonly letters: LettersService,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Where a page goes that wants to sign in: the issuer, or back with what is wrong. */
  async begin(issuerId: string, start: Start, cookies: BrowserCookies, client: ClientContext) {
    this.flow.issuerUrl(issuerId)
    const { refreshToken } = cookies
    // Coming back from another site the browser does not show it: the session that ends then is written down now.
    const former = refreshToken === undefined ? undefined : await this.sessions.idOf(refreshToken)
    const errand = {
      next: nextOnSite(start.next, this.env.publicUrl),
      country: start.country ?? null,
      timeZone: start.timeZone ?? null,
      userId: null,
      sessionId: former ?? null,
    }
    try {
      await this.limits.require(STARTS, networkOf(client.address))
      return await this.flow.begin(issuerId, errand, cookies.flow)
    } catch (error) {
      return { url: this.pageFor(error, SIGN_IN_PAGE), cookie: null }
    }
  }

  /** The address at the issuer for somebody who links it to their account. */
  async beginLink(actor: Actor, issuerId: string, next: string | undefined, cookie: string | undefined) {
    refuseDemo(actor)
    const issuer = this.flow.issuerUrl(issuerId)
    const { userId } = actor
    const [user, linked] = await Promise.all([this.users.byId(userId), this.repository.ofUser(userId)])
    if (user?.emailVerified !== true) throw new ProblemError('email-not-verified')
    if (linked.some((identity) => identity.issuer === issuer)) throw new ProblemError('already-on')
    const errand = {
      next: nextOnSite(next ?? SECURITY_PAGE, this.env.publicUrl, SECURITY_PAGE),
      country: null,
      timeZone: null,
      userId,
      sessionId: sessionOf(actor),
    }
    return this.flow.begin(issuerId, errand, cookie)
  }

  /** Where to go from the callback, and with which session. */
  async finish(
    issuerId: string,
    answer: IssuerAnswer,
    cookie: string | undefined,
    client: ClientContext,
  ): Promise<{ to: string; signedIn: SignedIn | null }> {
    if ((await this.limits.take(ANSWERS, networkOf(client.address))).wait > 0)
      return { to: this.page(`${SIGN_IN_PAGE}?problem=too-many-requests`), signedIn: null }
    const state = await this.flow.takeState(issuerId, answer.state, cookie)
    try {
      if (state === undefined) throw new ProblemError('identity-refused')
      const claims = await this.flow.claimsOf(issuerId, answer, state)
      const outcome = await this.postgres.transaction((tx) =>
        state.userId === null
          ? this.enter(tx, issuerId, claims, state, client)
          : this.link(tx, claims, state, client),
      )
      if (outcome === 'linked') return { to: this.page(state.next), signedIn: null }
      if ('ticket' in outcome) return { to: this.pageForFactor(outcome, state.next), signedIn: null }
      if (state.sessionId !== null) await this.sessions.end(state.sessionId, client, 'signed-in-again')
      return { to: this.page(state.next), signedIn: outcome }
    } catch (error) {
      const subjectId = state?.userId ?? null
      const to = this.pageFor(error, subjectId === null ? SIGN_IN_PAGE : SECURITY_PAGE)
      const detail = { by: issuerId, because: new URL(to).searchParams.get('problem') ?? '' }
      await this.audit.record({ event: 'sign-in-failed', subjectId, origin: client, detail })
      return { to, signedIn: null }
    }
  }

  /** Only the pair of issuer and subject opens an account. An e-mail, verified or not, never does. */
  private async enter(
    tx: Tx,
    issuerId: string,
    { subject, email: claimed, emailVerified, name }: Claims,
    { issuer, country, timeZone }: OidcStateRow,
    client: ClientContext,
  ): Promise<Outcome> {
    const known = await this.repository.find(tx, issuer, subject)
    if (known !== undefined) {
      const user = await this.users.lock(tx, known.userId)
      if (user?.status !== 'ACTIVE') throw new ProblemError('identity-refused')
      const ticket = await this.waysIn.challenge(tx, user.id)
      return ticket ?? this.signIn.start(tx, user.id, client, issuerId)
    }
    const email = emailSchema.safeParse(claimed)
    if (!email.success || !emailVerified) throw new ProblemError('email-not-verified')
    if ((await this.users.byEmail(normalisedEmail(email.data), tx)) !== undefined)
      throw new ProblemError('email-taken')
    const person = { email: email.data, name: nameOf(name, email.data) }
    const home = { country: country ?? undefined, timeZone: timeZone ?? undefined }
    const made = await this.registration.registerVerified(tx, person, home, client)
    await this.repository.link(tx, { issuer, subject, userId: made.user.id, linkedAt: this.clock.nowIso() })
    return made
  }

  /** For the person who began it, as long as their session lives. */
  private async link(
    tx: Tx,
    { subject }: Claims,
    { issuer, userId, sessionId }: OidcStateRow,
    origin: ClientContext,
  ): Promise<Outcome> {
    const now = this.clock.nowIso()
    const isSignedIn =
      sessionId !== null && (await this.sessionRows.actor(sessionId, null, now, tx)) !== undefined
    if (userId === null || !isSignedIn) throw new ProblemError('session-ended')
    await this.users.lock(tx, userId)
    if (!(await this.repository.link(tx, { issuer, subject, userId, linkedAt: now })))
      throw new ProblemError('identity-taken')
    const entry = { event: 'identity-linked', actorId: userId, subjectId: userId, origin } as const
    await this.audit.record({ ...entry, detail: { issuer } }, tx)
    await this.letters.securityChanged(tx, userId, 'identity-linked')
    return 'linked'
  }

  private page(path: string): string {
    return this.env.publicUrl.origin + path
  }

  /** The page that says what was refused; a surprise stays one. */
  private pageFor(error: unknown, page: string): string {
    if (!(error instanceof ProblemError)) throw error
    return this.page(`${page}?problem=${error.code}`)
  }

  /** The ticket travels in the fragment, which browsers keep to themselves. */
  private pageForFactor({ ticket, methods }: SecondFactorTicket, next: string): string {
    const fragment = new URLSearchParams({ ticket, methods: methods.join(','), next })
    return this.page(`${SIGN_IN_PAGE}#${fragment.toString()}`)
  }
}

function nameOf(claimed: string | undefined, email: string): string {
  const name = nameSchema.safeParse(claimed)
  return name.success ? name.data : (email.split('@')[0] ?? email)
}
