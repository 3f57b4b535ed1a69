import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../platform/http/problem.ts'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import type { Queries, Tx } from '../../platform/postgres/postgres.ts'
import { lockAs } from './household-lock.ts'
import { presentMember } from './household.presenter.ts'
import { InvitationRepository } from './invitation.repository.ts'
import { MemberRolesService } from './member-roles.service.ts'
import { MemberRepository, type MemberRow } from './member.repository.ts'
import { HouseholdDepartureRepository } from './household-departure.repository.ts'
import type { Membership } from './member.types.ts'
import { HouseholdsService } from './households.service.ts'

type MemberAnswer = ReturnType<typeof presentMember>

/** How people leave households: by themselves, removed by others, or because their account goes. */
@Injectable()
export class HouseholdDepartureService {
  constructor(
    private readonly repository: HouseholdDepartureRepository,
    private readonly households: HouseholdsService,
    private readonly members: MemberRepository,
    private readonly invitations: InvitationRepository,
    private readonly roles: MemberRolesService,
  ) {}

  /** Who would leave: the caller, or somebody whom the caller may remove. */
  private async whoMayGo(on: Queries, caller: HouseholdActor, memberId: string): Promise<MemberRow> {
    const member = await this.members.one(caller.id, memberId, on)
    if (member === undefined || member.leftOn !== null) throw new ProblemError('not-found')
    const isHigh = member.role === 'owner' || member.role === 'manager'
    if (isHigh && member.id !== caller.memberId && !this.households.may(caller, 'members.removeManagers'))
      throw new ProblemError('forbidden')
    await this.roles.assertNotOnlyOwner(on, caller.id, member.id)
    return member
  }

  /** From the next request on they are gone; history and ledger keep them by name. Answers who they were, too. */
  async leaveIn(
    tx: Tx,
    caller: HouseholdActor,
    memberId: string,
  ): Promise<{ member: MemberRow; left: MemberAnswer }> {
    await lockAs(this.members, tx, caller)
    const member = await this.whoMayGo(tx, caller, memberId)
    const leftOn = this.households.today(caller)
    await this.members.leave(tx, memberId, leftOn)
    await this.invitations.endOf(tx, memberId)
    await this.households.touch(tx, caller.id)
    const role = member.role === 'guest' ? member.role : 'member'
    const left = presentMember({ ...member, role, leftOn, hasGuestLink: false }, caller.memberId)
    return { member, left }
  }

  /** An entry without an account goes, because it is somebody who is there already; answers who that is. */
  async becomeIn(tx: Tx, caller: HouseholdActor, memberId: string, intoId: string) {
    await lockAs(this.members, tx, caller)
    const member = await this.members.one(caller.id, memberId, tx)
    if (member === undefined || member.leftOn !== null) throw new ProblemError('not-found')
    const into = await this.members.one(caller.id, intoId, tx)
    if (into === undefined || into.leftOn !== null || intoId === memberId)
      throw new ProblemError('unknown-member', undefined, {
        errors: [{ pointer: '/into', message: 'must be somebody else of this household' }],
      })
    const on = this.households.today(caller)
    if (!(await this.members.endAsAnother(tx, caller.id, memberId, on)))
      throw new ProblemError('illegal-transition', 'Who has an account leaves by themselves.')
    await this.invitations.endOf(tx, memberId)
    await this.households.touch(tx, caller.id)
    return { on, name: member.name, into, answer: presentMember(into, caller.memberId) }
  }

  /** An entry that became somebody else is one of its own again; a private link that stopped does not come back. */
  async comeApartIn(tx: Tx, caller: HouseholdActor, memberId: string): Promise<MemberAnswer> {
    await lockAs(this.members, tx, caller)
    const member = await this.members.one(caller.id, memberId, tx)
    if (member === undefined) throw new ProblemError('not-found')
    if (!(await this.members.comeApart(tx, caller.id, memberId)))
      throw new ProblemError('illegal-transition', 'It was not merged.')
    await this.households.touch(tx, caller.id)
    return presentMember({ ...member, leftOn: null }, caller.memberId)
  }

  /** Closes the door before a household goes: nobody else with an account is in it, and nobody comes in any more. */
  async closeIn(tx: Tx, caller: HouseholdActor): Promise<void> {
    await lockAs(this.members, tx, caller)
    if (await this.members.hasOthers(tx, caller.id, caller.memberId)) throw new ProblemError('others-remain')
    await this.invitations.endAll(tx, caller.id)
  }

  /** Who takes over what somebody paid and managed who leaves by themselves: the highest role, then the longest there. */
  async heirOf(on: Queries, householdId: string, memberId: string): Promise<string | undefined> {
    return (await this.repository.heir(on, householdId, memberId))?.id
  }

  membershipsOf(userId: string): Promise<Membership[]> {
    return this.repository.membershipsOf(userId)
  }

  /** Who alone can run a household where others have accounts hands it over before they go. */
  async requireNoOrphans(on: Queries, userId: string): Promise<void> {
    const names = await this.repository.onlyOwned(on, userId)
    if (names.length === 0) return
    throw new ProblemError(
      'sole-owner',
      `Make somebody else an owner first: ${names.map((name) => `“${name}”`).join(', ')}.`,
    )
  }

  /**
   * The person stays in the history by name, without an account. Who became the only owner after asking to go hands
   * the household to the next in rank. Answers false, and changes nothing, when nobody with an account would be left.
   */
  async endMembershipIn(tx: Tx, { householdId, memberId, hasLeft }: Membership): Promise<boolean> {
    await this.members.lockHousehold(tx, householdId)
    const heir = await this.repository.heir(tx, householdId, memberId)
    if (heir === undefined && !hasLeft) return false
    if (heir !== undefined && heir.role !== 'owner' && !hasLeft) await this.repository.promote(tx, heir.id)
    await this.repository.detach(tx, memberId)
    await this.invitations.endOf(tx, memberId)
    await this.households.touch(tx, householdId)
    return true
  }
}
