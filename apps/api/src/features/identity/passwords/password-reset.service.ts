import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import { Ticks } from '../../../platform/clock/ticks.ts'
import type { RequestOrigin } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Limits } from '../../../platform/limits/limits.ts'
import { networkOf } from '../../../platform/limits/network.ts'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'
import { resetPasswordMail } from '../../letters/address.mail.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { normalisedEmail } from '../../../platform/mail/normalised-email.ts'
import { linkLimit } from '../addresses/address.limits.ts'
import { resetLimits } from './password.limits.ts'
import { LettersService } from '../letters/letters.service.ts'
import { passwordChangedMail } from '../../letters/notice.mail.ts'
import { refuseCommonPassword } from './password-rules.ts'
import { PasswordHashingService } from './password-hashing.service.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { UserRepository } from '../users/user.repository.ts'
import { VerificationRepository } from '../addresses/verification.repository.ts'
import { WaysInService } from '../ways-in/ways-in.service.ts'

const LIFETIME = 30 * 60_000
const PAGE = '/reset-password'
const AFTER_THE_ANSWER = 300

/** Back into an account whose password is forgotten. */
@Injectable()
export class PasswordResetService implements OnModuleInit {
  private readonly log = new Logger('PasswordResetService')

  constructor(
    private readonly users: UserRepository,
    private readonly repository: VerificationRepository,
    private readonly passwords: PasswordHashingService,
    private readonly sessions: SessionsService,
    private readonly waysIn: WaysInService,
    private readonly letters: LettersService,
    private readonly secrets: Secrets,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
  ) {}

  onModuleInit(): void {
    this.ticks.register({ name: 'reset-requests', run: () => this.answerNext() })
  }

  /**
   * Answers before it looks whether there is such an account: neither the answer nor its time says. The request is a
   * row, so that a process that stops now leaves it to the next tick.
   */
  async ask(email: string, { address, userAgent }: RequestOrigin) {
    await this.limits.require(resetLimits.network, networkOf(address))
    const request = { id: v7(), emailNormalised: normalisedEmail(email), address, userAgent }
    await this.repository.insertResetRequest(request, this.clock.nowIso())
    // Not at once: what a known address sets off must not show in the time of this answer.
    setTimeout(() => {
      this.answerNext().catch((error: unknown) => {
        this.log.warn(`A reset waits for the next tick: ${String(error)}`)
      })
    }, AFTER_THE_ANSWER).unref()
    return {}
  }

  async reset(token: string, password: string, origin: RequestOrigin): Promise<void> {
    await this.limits.require(linkLimit, networkOf(origin.address))
    await this.postgres.transaction(async (tx) => {
      const hash = this.secrets.hashOfToken(token)
      const link = await this.repository.useLink(tx, hash, ['reset-password'], this.clock.nowIso())
      const user = link === undefined ? undefined : await this.users.lock(tx, link.userId)
      if (link === undefined || user?.status !== 'ACTIVE') throw new ProblemError('link-expired')
      // A refusal rolls back, so that the link still works for a better one.
      await refuseCommonPassword(password, user.email)
      const now = this.clock.nowIso()
      await this.users.setPassword(tx, user.id, await this.passwords.hash(password), now)
      // Who could read the link holds the address.
      if (link.email === user.email)
        await this.users.setEmail(tx, user.id, user.email, normalisedEmail(user.email), now)
      await this.repository.forgetLinks(tx, user.id, ['reset-password', 'change-email'])
      if (!user.emailVerified) await this.waysIn.forget(tx, user.id)
      await this.waysIn.withdrawTickets(tx, user.id)
      await this.sessions.endAllOf(tx, user.id, 'password-reset')
      await this.letters.notice(tx, passwordChangedMail, user)
      await this.audit.record({ event: 'password-reset', actorId: user.id, subjectId: user.id, origin }, tx)
    })
  }

  private answerNext(): Promise<number> {
    return this.postgres.transaction(async (tx) => {
      const request = await this.repository.takeResetRequest(tx)
      if (request === undefined) return 0
      await this.sendLink(tx, request)
      return 1
    })
  }

  private async sendLink(tx: Tx, request: RequestOrigin & { emailNormalised: string }): Promise<void> {
    const user = await this.users.byEmail(request.emailNormalised, tx)
    if (user?.status !== 'ACTIVE' || user.demoUntil !== null) return
    if ((await this.limits.takeIn(tx, resetLimits.account, user.id)).wait > 0) return
    const token = this.secrets.token()
    const now = this.clock.now()
    const link = { userId: user.id, purpose: 'reset-password' as const, email: user.email }
    const expiresAt = new Date(now + LIFETIME).toISOString()
    await this.repository.insertLink(
      tx,
      this.secrets.hashOfToken(token),
      link,
      new Date(now).toISOString(),
      expiresAt,
    )
    await this.letters.link(tx, resetPasswordMail, user, PAGE, token)
    await this.audit.record({ event: 'password-reset-asked', subjectId: user.id, origin: request }, tx)
  }
}
