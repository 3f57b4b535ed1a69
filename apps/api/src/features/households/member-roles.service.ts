import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'
import { isFresh } from '../../platform/http/freshness.ts'
import type { Actor, HouseholdActor, HouseholdRole } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import { AuditService } from '../audit/audit.service.ts'
import { lockAs } from './household-lock.ts'
import { HouseholdsService } from './households.service.ts'
import { InvitationRepository, type InvitedRole } from './invitation.repository.ts'
import { MemberRepository, type MemberRow } from './member.repository.ts'

/** Who is what in a household. There is always an owner. */
@Injectable()
export class MemberRolesService {
  constructor(
    private readonly members: MemberRepository,
    private readonly invitations: InvitationRepository,
    private readonly households: HouseholdsService,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  /** Part of changing a person; the household is locked. */
  async changeIn(
    tx: Tx,
    actor: Actor,
    household: HouseholdActor,
    member: MemberRow,
    role: HouseholdRole,
  ): Promise<void> {
    if (!this.households.may(household, 'members.changeRoles')) throw new ProblemError('forbidden')
    if (member.userId === null)
      throw new ProblemError(
        'illegal-transition',
        'Who has no account gets a role by accepting an invitation.',
      )
    if (member.role === role) return
    if (member.role === 'owner' || role === 'owner') this.assertFresh(actor)
    if (member.role === 'owner') await this.assertNotOnlyOwner(tx, household.id, member.id)
    await this.invitations.endBeyond(tx, member.id, rolesInvitedBy(role))
    await this.record(tx, actor, 'role-changed', household, member.userId, `${member.role} → ${role}`)
  }

  /** Refuses to leave a household without an owner. */
  async assertNotOnlyOwner(on: Queries, householdId: string, memberId: string): Promise<void> {
    const owners = await this.members.owners(on, householdId)
    if (owners.some((id) => id !== memberId) || !owners.includes(memberId)) return
    throw new ProblemError('sole-owner', 'Make somebody else an owner first.')
  }

  /** That person becomes an owner, the caller a manager. */
  async transfer(actor: Actor, memberId: string) {
    const household = this.households.require(actor, 'household.transfer')
    await this.postgres.transaction(async (tx) => {
      await lockAs(this.members, tx, household)
      const heir = await this.members.one(household.id, memberId, tx)
      if (heir === undefined || heir.leftOn !== null) throw unknownMember()
      if (heir.id === household.memberId)
        throw new ProblemError('illegal-transition', 'The household is yours already.')
      if (heir.userId === null)
        throw new ProblemError('illegal-transition', 'Only somebody with an account can be an owner.')
      await this.members.update(tx, heir.id, { role: 'owner' })
      await this.members.update(tx, household.memberId, { role: 'manager' })
      await this.invitations.endBeyond(tx, household.memberId, rolesInvitedBy('manager'))
      await this.households.touch(tx, household.id)
      await this.record(tx, actor, 'ownership-transferred', household, heir.userId, heir.name)
    })
    return this.households.presented(household.id, household.memberId)
  }

  private assertFresh({ confirmedAt }: Actor): void {
    if (!isFresh(confirmedAt, this.clock.now())) throw new ProblemError('fresh-sign-in-needed')
  }

  private async record(
    tx: Tx,
    { userId: actorId, origin }: Actor,
    event: 'role-changed' | 'ownership-transferred',
    { id: householdId, name: household }: HouseholdActor,
    subjectId: string,
    change: string,
  ): Promise<void> {
    await this.audit.record(
      { event, actorId, subjectId, origin, detail: { householdId, household, change } },
      tx,
    )
  }
}

/** What somebody of a role may invite others to be. */
const rolesInvitedBy = (role: HouseholdRole): readonly InvitedRole[] =>
  role === 'owner' ? ['manager', 'member', 'viewer'] : role === 'manager' ? ['member', 'viewer'] : []

const unknownMember = () =>
  new ProblemError('unknown-member', undefined, {
    errors: [{ pointer: '/memberId', message: 'must be somebody of this household' }],
  })
