import { Injectable } from '@nestjs/common'
import type { PlatformPermission } from '@streamline/contract'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'
import { AccountsRepository } from './accounts.repository.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { beforeOf, pageOfRows, type PageInput } from '../../../platform/http/id-page.ts'
import { RoleRepository, type PlatformRole } from '../access/role.repository.ts'
import { SessionsService } from '../sessions/sessions.service.ts'
import { presentAccount } from './account.presenter.ts'
import { UserRepository, type UserRow } from '../users/user.repository.ts'

/** Accounts as who runs the installation sees them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly users: UserRepository,
    private readonly roles: RoleRepository,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async search(
    actor: Actor,
    filter: PageInput & { q?: string | undefined; status?: UserRow['status'] | undefined },
  ) {
    requirePermission(actor, 'users.read')
    const { q = null, status = null, limit = 50, cursor } = filter
    const rows = await this.accounts.search(
      { q, status, before: beforeOf(cursor), limit: limit + 1 },
      this.clock.nowIso(),
    )
    return pageOfRows(rows, limit, presentAccount)
  }

  async read(actor: Actor, id: string) {
    requirePermission(actor, 'users.read')
    return this.presented(id)
  }

  /** Every session ends in the same moment. */
  async block(actor: Actor, id: string, reason: string) {
    requirePermission(actor, 'users.block')
    await this.postgres.transaction(async (tx) => {
      const administrators = await this.roles.lockAdministrators(tx)
      await this.inStatus(tx, id, 'ACTIVE')
      // Support helps people; who administers is stopped only by who could take the role.
      if (administrators.includes(id) && !actor.permissions.has('roles.grant'))
        throw new ProblemError('forbidden')
      if (isLastOf(administrators, id))
        throw new ProblemError('illegal-transition', 'This is the last administrator.')
      await this.accounts.setStatus(tx, id, 'BLOCKED', this.clock.nowIso())
      await this.sessions.endAllOf(tx, id, 'blocked')
      await this.tell(tx, actor, id, 'user-blocked', { reason })
    })
    return this.presented(id)
  }

  async unblock(actor: Actor, id: string) {
    requirePermission(actor, 'users.block')
    await this.postgres.transaction(async (tx) => {
      await this.inStatus(tx, id, 'BLOCKED')
      await this.accounts.setStatus(tx, id, 'ACTIVE', this.clock.nowIso())
      await this.tell(tx, actor, id, 'user-unblocked', {})
    })
    return this.presented(id)
  }

  /** Works from the next request of that person on; everybody keeps the role `user`. */
  async setRoles(actor: Actor, id: string, wanted: readonly PlatformRole[]) {
    requirePermission(actor, 'roles.grant')
    await this.postgres.transaction(async (tx) => {
      const administrators = await this.roles.lockAdministrators(tx)
      const user = await this.users.lock(tx, id)
      if (user === undefined || user.status === 'DELETED') throw new ProblemError('not-found')
      const held = await this.roles.ofUser(tx, id)
      const roles = new Set<PlatformRole>([...wanted, 'user'])
      if (!roles.has('administrator') && isLastOf(administrators, id)) throw new ProblemError('last-way-in')
      for (const role of roles) if (!held.includes(role)) await this.grant(tx, actor, id, role)
      for (const role of held) if (!roles.has(role)) await this.take(tx, actor, id, role)
    })
    return this.presented(id)
  }

  private async grant(tx: Tx, actor: Actor, id: string, role: PlatformRole): Promise<void> {
    await this.roles.grant(tx, id, role, actor.userId, this.clock.nowIso())
    await this.tell(tx, actor, id, 'role-granted', { role })
  }

  private async take(tx: Tx, actor: Actor, id: string, role: PlatformRole): Promise<void> {
    await this.roles.take(tx, id, role)
    await this.tell(tx, actor, id, 'role-taken', { role })
  }

  private async tell(
    tx: Tx,
    { userId, origin }: Actor,
    subjectId: string,
    event: 'user-blocked' | 'user-unblocked' | 'role-granted' | 'role-taken',
    detail: Record<string, string>,
  ): Promise<void> {
    await this.audit.record({ event, actorId: userId, subjectId, origin, detail }, tx)
  }

  private async inStatus(tx: Tx, id: string, status: UserRow['status']): Promise<void> {
    const user = await this.users.lock(tx, id)
    if (user === undefined) throw new ProblemError('not-found')
    if (user.status !== status) throw new ProblemError('illegal-transition')
  }

  private async presented(id: string) {
    const row = await this.accounts.read(id, this.clock.nowIso())
    if (row === undefined) throw new ProblemError('not-found')
    return presentAccount(row)
  }
}

const isLastOf = (administrators: readonly string[], id: string) =>
  administrators.length === 1 && administrators[0] === id

function requirePermission(actor: Actor, permission: PlatformPermission): void {
  if (!actor.permissions.has(permission)) throw new ProblemError('forbidden')
}
