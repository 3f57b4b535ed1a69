import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.ts'
import { Ticks } from '../../../platform/clock/ticks.ts'
import type { Actor, RequestOrigin } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Limits } from '../../../platform/limits/limits.ts'
import { networkOf } from '../../../platform/limits/network.ts'
import type { Locale } from '../../../platform/mail/letter.ts'
import { constraintOf } from '../../../platform/postgres/outage.ts'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import { changeEmailMail, verifyEmailMail, welcomeMail } from '../../letters/address.mail.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { normalisedEmail } from '../../../platform/mail/normalised-email.ts'
import { FirstAdministratorService } from '../access/first-administrator.service.ts'
import { emailChangeLimit, linkLimit, takenNoticeLimit, verificationLimit } from './address.limits.ts'
import { LettersService } from '../letters/letters.service.ts'
import { emailChangedMail, emailTakenMail } from '../../letters/notice.mail.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'
import { UserRepository, type UserRow } from '../users/user.repository.ts'
import { VerificationRepository, type LinkPurpose, type LinkRow } from './verification.repository.ts'

const LIFETIME = 24 * 3_600_000
const PAGE = '/verify-email'

/** Which address belongs to whom, proved by a link that was sent there. */
@Injectable()
export class EmailVerificationService implements OnModuleInit {
  constructor(
    private readonly users: UserRepository,
    private readonly repository: VerificationRepository,
    private readonly letters: LettersService,
    private readonly secrets: Secrets,
    private readonly audit: AuditService,
    private readonly firstAdministrator: FirstAdministratorService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
  ) {}

  onModuleInit(): void {
    this.ticks.register({ name: 'link-tokens', run: () => this.repository.purgeLinks(this.clock.nowIso()) })
  }

  /** Part of registering. */
  async welcome(tx: Tx, user: UserRow, locale: Locale): Promise<void> {
    const token = await this.newLink(tx, { userId: user.id, purpose: 'verify-email', email: user.email })
    await this.letters.link(
      tx,
      welcomeMail,
      { email: user.email, locale: user.locale ?? locale },
      PAGE,
      token,
    )
  }

  /** Sends the link again. */
  async resend({ userId, demo }: Actor, locale: Locale) {
    if (demo) throw new ProblemError('forbidden')
    await this.limits.require(verificationLimit, userId)
    await this.postgres.transaction(async (tx) => {
      const user = await this.users.byId(userId, tx)
      if (user === undefined || user.emailVerified) return
      const token = await this.newLink(tx, { userId, purpose: 'verify-email', email: user.email })
      await this.letters.link(
        tx,
        verifyEmailMail,
        { email: user.email, locale: user.locale ?? locale },
        PAGE,
        token,
      )
    })
    return {}
  }

  /** The answer is the same for an address that somebody else has: its owner is told, the asker is not. */
  async change({ userId, demo }: Actor, email: string, locale: Locale) {
    if (demo) throw new ProblemError('forbidden')
    await this.limits.require(emailChangeLimit, userId)
    await this.postgres.transaction(async (tx) => {
      const user = await this.users.byId(userId, tx)
      const owner = await this.users.byEmail(normalisedEmail(email), tx)
      if (user === undefined) return
      await this.repository.forgetLinks(tx, userId, ['change-email'])
      if (owner !== undefined && owner.id !== userId) return this.notifyOwner(tx, owner)
      const token = await this.newLink(tx, { userId, purpose: 'change-email', email })
      await this.letters.link(tx, changeEmailMail, { email, locale: user.locale ?? locale }, PAGE, token)
    })
    return {}
  }

  /** Somebody came back with the link. */
  async verify(token: string, origin: RequestOrigin): Promise<{ email: string }> {
    await this.limits.require(linkLimit, networkOf(origin.address))
    const hash = this.secrets.hashOfToken(token)
    const purposes: LinkPurpose[] = ['verify-email', 'change-email']
    const verified = this.postgres.transaction(async (tx) => {
      const link = await this.repository.useLink(tx, hash, purposes, this.clock.nowIso())
      const user = link === undefined ? undefined : await this.users.lock(tx, link.userId)
      if (link === undefined || user?.status !== 'ACTIVE') throw new ProblemError('link-expired')
      return this.confirm(tx, user, link, origin)
    })
    return verified.catch((error: unknown) => {
      // Meanwhile somebody else proved that the address is theirs.
      if (constraintOf(error)?.startsWith('users_email')) throw new ProblemError('email-taken')
      throw error
    })
  }

  /** Tells the owner of an address that somebody tried to register with it, once a day at most. */
  async tellOwner(emailNormalised: string): Promise<void> {
    const owner = await this.users.byEmail(emailNormalised)
    if (owner !== undefined) await this.notifyOwner(this.postgres, owner)
  }

  private async confirm(tx: Tx, user: UserRow, { purpose, email }: LinkRow, origin: RequestOrigin) {
    // A link to an address that was given up meanwhile proves nothing about the new one.
    if (purpose === 'verify-email' && email !== user.email) throw new ProblemError('link-expired')
    const isChange = normalisedEmail(email) !== normalisedEmail(user.email)
    await this.users.setEmail(tx, user.id, email, normalisedEmail(email), this.clock.nowIso())
    const event = isChange ? 'email-changed' : 'email-verified'
    await this.audit.record({ event, actorId: user.id, subjectId: user.id, origin }, tx)
    if (isChange) {
      await this.repository.forgetLinks(tx, user.id, ['verify-email', 'reset-password'])
      await this.letters.emailChanged(tx, emailChangedMail, user, email)
    }
    await this.firstAdministrator.welcome(tx, user.id, email)
    return { email }
  }

  private async notifyOwner(on: Queries, owner: UserRow): Promise<void> {
    if ((await this.limits.takeIn(on, takenNoticeLimit, owner.id)).wait === 0)
      await this.letters.notice(on, emailTakenMail, owner)
  }

  private async newLink(tx: Tx, link: LinkRow): Promise<string> {
    const token = this.secrets.token()
    const now = this.clock.now()
    const expiresAt = new Date(now + LIFETIME).toISOString()
    await this.repository.insertLink(
      tx,
      this.secrets.hashOfToken(token),
      link,
      new Date(now).toISOString(),
      expiresAt,
    )
    return token
  }
}
