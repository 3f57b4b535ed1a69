import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.ts'
import { sessionOf, type Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { VerificationRepository } from '../addresses/verification.repository.ts'
import { LettersService } from '../letters/letters.service.ts'
import { passwordChangedMail } from '../../letters/notice.mail.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { refuseDemo } from '../users/refuse-demo.ts'
import { UserRepository } from '../users/user.repository.ts'
import { WaysInService } from '../ways-in/ways-in.service.ts'
import { PasswordHashingService } from './password-hashing.service.ts'
import { refuseCommonPassword } from './password-rules.ts'

/** A new password in place of a known one; everything that the old one bought ends. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly users: UserRepository,
    private readonly repository: VerificationRepository,
    private readonly passwords: PasswordHashingService,
    private readonly sessions: SessionsService,
    private readonly waysIn: WaysInService,
    private readonly letters: LettersService,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  /** By somebody who has just confirmed that it is them. */
  async change(actor: Actor, password: string, keepsOtherSessions: boolean): Promise<void> {
    refuseDemo(actor)
    const known = await this.users.byId(actor.userId)
    if (known === undefined) throw new ProblemError('session-ended')
    await refuseCommonPassword(password, known.email)
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
}
