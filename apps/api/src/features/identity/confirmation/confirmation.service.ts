import { Injectable } from '@nestjs/common'
import { parseCalendarDate } from '@streamline/domain'
import { Clock } from '../../../platform/clock/clock.ts'
import { sessionOf, type Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Limits } from '../../../platform/limits/limits.ts'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { freshUntil } from '../../../platform/http/freshness.ts'
import { confirmLimit } from './confirmation.limits.ts'
import { PasswordHashingService } from '../passwords/password-hashing.service.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { UserRepository, type UserRow } from '../users/user.repository.ts'
import { WaysInService } from '../ways-in/ways-in.service.ts'
import type { Proof } from '../ways-in/ways-in.types.ts'

/** How an account is secured, and proving again that it is you, which opens the changes of it. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly users: UserRepository,
    private readonly passwords: PasswordHashingService,
    private readonly sessions: SessionsService,
    private readonly waysIn: WaysInService,
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
