import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../../env.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Idempotency } from '../../../platform/http/idempotency.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Outbox } from '../../../platform/mail/outbox.ts'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'
import { InvitationsService } from '../../households/invitations.service.ts'
import { accountDeletedMail, deletionAskedMail } from '../../letters/account-deletion.mail.ts'
import { AccountDeletionRepository } from './account-deletion.repository.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { LettersService } from '../letters/letters.service.ts'
import { RoleRepository } from '../access/role.repository.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { UserRepository } from '../users/user.repository.ts'

const DAY = 86_400_000
const TO_CHANGE_ONES_MIND = 14 * DAY
const SECURITY_PAGE = '/settings/security'

/** What deleting an account means for who signs in. Households are left by the account feature, before the last step. */
@Injectable()
export class UserDeletionService {
  constructor(
    private readonly repository: AccountDeletionRepository,
    private readonly users: UserRepository,
    private readonly roles: RoleRepository,
    private readonly sessions: SessionsService,
    private readonly letters: LettersService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly invitations: InvitationsService,
    private readonly idempotency: Idempotency,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {
    outbox.register(deletionAskedMail, accountDeletedMail)
  }

  async askIn(tx: Tx, actor: Actor): Promise<void> {
    if (actor.demo) throw new ProblemError('forbidden')
    const administrators = await this.roles.lockAdministrators(tx)
    const isLast = (await this.repository.administratorsBesides(tx, actor.userId)) === 0
    if (administrators.includes(actor.userId) && isLast)
      throw new ProblemError('illegal-transition', 'This is the last administrator.')
    const now = this.clock.now()
    const dueAt = new Date(now + TO_CHANGE_ONES_MIND).toISOString()
    if (!(await this.repository.ask(tx, actor.userId, dueAt, this.clock.nowIso()))) return
    const user = await this.users.byId(actor.userId, tx)
    const url = new URL(SECURITY_PAGE, this.env.publicUrl).href
    if (user !== undefined) await this.outbox.post(tx, deletionAskedMail, user, { on: dueAt, url })
    await this.audit.own(actor, 'deletion-asked', tx)
  }

  async keep(actor: Actor): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      if (!(await this.repository.keep(tx, actor.userId, this.clock.nowIso()))) return
      await this.letters.securityChanged(tx, actor.userId, 'deletion-withdrawn')
      await this.audit.own(actor, 'deletion-withdrawn', tx)
    })
  }

  /** Accounts whose time is over, also those whose deletion was begun and broke off. */
  due(nowMs: number, limit: number): Promise<string[]> {
    return this.repository.due(new Date(nowMs).toISOString(), limit)
  }

  /** From here on there is no way back and no way in. False when the person has kept the account meanwhile. */
  close(userId: string): Promise<boolean> {
    return this.postgres.transaction(async (tx) => {
      if (!(await this.repository.close(tx, userId, this.clock.nowIso()))) return false
      await this.sessions.endAllOf(tx, userId, 'deleted')
      return true
    })
  }

  /** The last step: what is left says that there was an account, and not whose. */
  async finishIn(tx: Tx, userId: string): Promise<void> {
    const user = await this.users.lock(tx, userId)
    if (user === undefined) return
    for (const address of await this.repository.addressesOf(tx, userId)) {
      await this.outbox.forget(tx, address)
      await this.invitations.forgetTo(tx, address)
    }
    await this.outbox.post(tx, accountDeletedMail, user, {})
    await this.repository.forget(tx, userId)
    await this.idempotency.forgetIn(tx, userId)
    await this.repository.anonymise(tx, userId, this.clock.nowIso())
    await this.audit.anonymise(tx, userId)
    await this.audit.record({ event: 'account-deleted', subjectId: userId }, tx)
  }
}
