import { Injectable } from '@nestjs/common'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { BillingService } from '../billing/billing.service.ts'
import { HouseholdDepartureService } from '../households/household-departure.service.ts'
import type { Membership } from '../households/member.types.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import type { AuditEvent } from '../audit/audit.types.ts'
import { OverviewService } from '../overview/overview.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'
import { HouseholdErasureService } from './household-erasure.service.ts'
import { amountText } from './amount-text.ts'

/** People leave a household: what is only theirs goes, what they shared and owe stays by name. */
@Injectable()
export class DepartureService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly people: HouseholdDepartureService,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingService,
    private readonly overviews: OverviewService,
    private readonly erasure: HouseholdErasureService,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
  ) {}

  async remove(actor: Actor, memberId: string, acceptOpenBalance: boolean) {
    const household = this.households.require(actor, 'members.remove')
    const event = memberId === household.memberId ? 'household-left' : 'member-removed'
    return this.depart(actor, household, memberId, acceptOpenBalance, event)
  }

  async leave(actor: Actor, acceptOpenBalance: boolean): Promise<void> {
    const household = this.households.require(actor, 'household.leave')
    await this.depart(actor, household, household.memberId, acceptOpenBalance, 'household-left')
  }

  /** With everything that is kept of it; there is no way back. */
  async deleteHousehold(actor: Actor): Promise<void> {
    const household = this.households.require(actor, 'household.delete')
    const { id: householdId, name } = household
    await this.postgres.transaction(async (tx) => {
      await this.people.closeIn(tx, household)
      await this.audit.own(actor, 'household-deleted', tx, { householdId, household: name })
    })
    await this.erasure.erase(householdId)
  }

  /** Because their account goes. What was asked was checked when they asked. */
  async endMembership(membership: Membership): Promise<void> {
    const { householdId, memberId } = membership
    await this.takeOut(householdId, memberId)
    const hasOthers = await this.postgres.transaction(async (tx) => {
      if (!(await this.people.endMembershipIn(tx, membership))) return false
      await this.billing.erasePrivate(tx, householdId, memberId)
      return true
    })
    // Again, for a request that was under way: what it writes from now on is private to nobody and goes by itself.
    if (hasOthers) await this.subscriptions.erasePrivate(householdId, memberId)
    else await this.erasure.erase(householdId)
  }

  /**
   * Their part in what is shared ends today, by the day; what they paid and managed goes to who removes them, or to the
   * highest role that is left. Membership ends last: what a crash leaves is done again by who tries again.
   */
  private async depart(
    actor: Actor,
    household: HouseholdActor,
    memberId: string,
    acceptOpenBalance: boolean,
    event: AuditEvent,
  ) {
    const member = await this.people.whoMayGo(this.postgres, household, memberId)
    if (!acceptOpenBalance) await this.assertEven(household.id, memberId, member.name)
    const isOther = memberId !== household.memberId
    const heirId = isOther
      ? household.memberId
      : await this.people.heirOf(this.postgres, household.id, memberId)
    await this.takeOut(household.id, memberId)
    if (heirId !== undefined) {
      const today = this.households.today(household)
      await this.subscriptions.leaveOut(household.id, { memberId, heirId }, today)
    }
    const left = await this.postgres.transaction(async (tx) => {
      const gone = await this.people.leaveIn(tx, household, memberId)
      await this.billing.erasePrivate(tx, household.id, memberId)
      await this.record(tx, actor, event, household, member)
      return gone
    })
    await this.subscriptions.erasePrivate(household.id, memberId)
    return left
  }

  /** What only they had in other stores. */
  private async takeOut(householdId: string, memberId: string): Promise<void> {
    await this.subscriptions.erasePrivate(householdId, memberId)
    await this.overviews.eraseHousehold(householdId)
  }

  private async assertEven(householdId: string, memberId: string, name: string): Promise<void> {
    const { balances } = await this.billing.balancesOf(householdId, memberId)
    const open = balances.filter((balance) => balance.memberId === memberId && balance.amount.amount !== 0)
    if (open.length === 0) return
    const parts = open.map(({ amount }) =>
      amount.amount < 0 ? `owes ${amountText(amount)}` : `is owed ${amountText(amount)}`,
    )
    throw new ProblemError('open-balance', `${name} ${parts.join(' and ')}.`)
  }

  private async record(
    tx: Tx,
    { userId: actorId, origin }: Actor,
    event: AuditEvent,
    { id: householdId, name: household }: HouseholdActor,
    { name, userId: subjectId }: { name: string; userId: string | null },
  ): Promise<void> {
    const detail = { householdId, household, name }
    await this.audit.record({ event, actorId, subjectId, origin, detail }, tx)
  }
}
