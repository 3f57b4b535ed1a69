import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'
import type { Act } from '../../platform/http/act.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Queries } from '../../platform/postgres/postgres.ts'
import { presentMember } from './household.presenter.ts'
import { lockAs } from './household-lock.ts'
import { HouseholdsService } from './households.service.ts'
import { afterOf, pageOfRows, type PageInput } from '../../platform/http/id-page.ts'
import { assertRoom } from './member-count.ts'
import { MemberRolesService } from './member-roles.service.ts'
import { MemberRepository, type MemberChanges, type MemberRow } from './member.repository.ts'

/** The people of a household. */
@Injectable()
export class MembersService {
  constructor(
    private readonly members: MemberRepository,
    private readonly households: HouseholdsService,
    private readonly roles: MemberRolesService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { include, ...page }: PageInput & { include?: 'former' | undefined }) {
    const { id, memberId } = this.households.require(actor, 'members.read')
    const { limit = 50, cursor } = page
    const rows =
      include === 'former'
        ? await this.members.everyone(id, afterOf(cursor), limit + 1)
        : await this.members.present(id, afterOf(cursor), limit + 1)
    return pageOfRows(rows, limit, (row) => presentMember(row, memberId))
  }

  /** Adds a person without an account. */
  async add(actor: Actor, input: { name: string; role?: 'member' | 'guest' | undefined }, act: Act) {
    const household = this.households.require(actor, 'members.add')
    const { id } = act
    const { name, role = 'member' } = input
    return this.postgres.transaction(async (tx) => {
      await lockAs(this.members, tx, household)
      await assertRoom(this.members, tx, household.id)
      const joinedOn = this.households.today(household)
      const createdAt = this.clock.nowIso()
      const person = { id, householdId: household.id, userId: null, name, role, joinedOn, createdAt }
      await this.members.insert(tx, person)
      await this.households.touch(tx, household.id)
      return act.answer(tx, await this.presented(household, id, tx))
    })
  }

  /** Name and UPI id are a person's own, or a manager's to keep for who has no account; roles are the owner's. */
  async update(actor: Actor, id: string, changes: MemberChanges) {
    const household = this.households.require(actor, 'members.update')
    const { name, role, upiId } = changes
    await this.postgres.transaction(async (tx) => {
      await lockAs(this.members, tx, household)
      const member = await this.members.one(household.id, id, tx)
      if (member === undefined || member.leftOn !== null) throw new ProblemError('not-found')
      if (name !== undefined || upiId !== undefined) this.assertMayDescribe(household, member)
      if (role !== undefined) await this.roles.changeIn(tx, actor, household, member, role)
      await this.members.update(tx, id, changes)
      await this.households.touch(tx, household.id)
    })
    return this.presented(household, id)
  }

  private assertMayDescribe(household: HouseholdActor, member: MemberRow): void {
    if (member.id === household.memberId) return
    if (member.userId === null && this.households.may(household, 'members.describeOthers')) return
    throw new ProblemError('forbidden')
  }

  private async presented({ id: householdId, memberId }: HouseholdActor, id: string, on?: Queries) {
    const row = await this.members.one(householdId, id, on)
    if (row === undefined) throw new ProblemError('not-found')
    return presentMember(row, memberId)
  }
}
