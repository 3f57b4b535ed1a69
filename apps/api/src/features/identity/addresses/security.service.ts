import { Injectable } from '@nestjs/common'
import { parseCalendarDate } from '@streamline/domain'
import { Clock } from '../../../platform/clock/clock.ts'
import { sessionOf, type Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Limits } from '../../../platform/limits/limits.ts'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { freshUntil } from '../../../platform/http/freshness.ts'
import { confirmLimit } from '../identity.limits.ts'
import { Letters } from '../letters/letters.ts'
import { passwordChangedMail } from '../letters/notice.mail.ts'
import { refuseCommonPassword } from '../passwords/password-rules.ts'
import { Passwords } from '../passwords/passwords.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { UserRepository, type UserRow } from '../accounts/user.repository.ts'
import { VerificationRepository } from './verification.repository.ts'
import { WaysIn, type Proof } from '../second-factors/ways-in.ts'

/** How an account is secured, and the changes of it that need a fresh proof. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly users: UserRepository,
    private readonly repository: VerificationRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly waysIn: WaysIn,
    private readonly letters: Letters,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor) {
    const [user, ways] = await Promise.all([this.userOf(actor), this.waysIn.summary(actor.userId)])
    return {
      hasPassword: user.passwordHash !== null,
      ...ways,
      deletionOn: user.deletionOn === null ? null : parseCalendarDate(user.deletionOn),
      freshUntil: freshUntil(actor.confirmedAt, this.clock.now()),
    }
  }

  /** A proof opens changes of security for ten minutes, in this session only. */
  async confirm(actor: Actor, { password, ...proof }: Proof & { password?: string | undefined }) {
    const sessionId = sessionOf(actor)
    await this.limits.require(confirmLimit, sessionId)
    if (password === undefined) {
      if (!(await this.waysIn.proves(actor, proof))) return this.refuse(actor, 'second-factor-failed')
    } else {
      const user = await this.userOf(actor)
      if (!(await this.passwords.matches(password, user.passwordHash)))
        return this.refuse(actor, 'wrong-credentials')
    }
    await this.limits.forget(confirmLimit, sessionId)
    await this.postgres.transaction(async (tx) => {
      await this.sessions.confirm(tx, sessionId)
      await this.audit.own(actor, 'confirmed', tx)
    })
    return this.read({ ...actor, confirmedAt: this.clock.nowIso() })
  }

  async changePassword(actor: Actor, password: string, keepsOtherSessions: boolean): Promise<void> {
    if (actor.demo) throw new ProblemError('forbidden')
    const { email } = await this.userOf(actor)
    await refuseCommonPassword(password, email)
    const hash = await this.passwords.hash(password)
    await this.postgres.transaction(async (tx) => {
      const user = await this.users.lock(tx, actor.userId)
      if (user === undefined) throw new ProblemError('session-ended')
      await this.users.setPassword(tx, user.id, hash, this.clock.nowIso())
      await this.waysIn.withdrawTickets(tx, user.id)
      await this.repository.forgetLinks(tx, user.id, ['reset-password'])
      if (!keepsOtherSessions) await this.sessions.endAllOf(tx, user.id, 'password-changed', sessionOf(actor))
      await this.letters.notice(tx, passwordChangedMail, user)
      await this.audit.own(actor, 'password-changed', tx, { keptOtherSessions: keepsOtherSessions })
    })
  }

  private async refuse(actor: Actor, code: 'wrong-credentials' | 'second-factor-failed'): Promise<never> {
    const { userId, origin } = actor
    const detail = { by: 'confirmation' }
    await this.audit.record({ event: 'sign-in-failed', actorId: userId, subjectId: userId, origin, detail })
    throw new ProblemError(code)
  }

  private async userOf({ userId }: Actor): Promise<UserRow> {
    const user = await this.users.byId(userId)
    if (user === undefined) throw new ProblemError('session-ended')
    return user
  }
}
