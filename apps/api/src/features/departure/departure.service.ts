import { Injectable } from '@nestjs/common'
import type { Leaving } from '@streamline/domain'
import type * as z from 'zod'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Outbox } from '../../platform/mail/outbox.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'
import { Jobs } from '../../platform/queue/jobs.ts'
import { OpenMoneyService } from '../billing/balances/open-money.service.ts'
import { BillingService } from '../billing/billing.service.ts'
import { HouseholdDepartureService } from '../households/household-departure.service.ts'
import type { Membership } from '../households/member.types.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import type { AuditEvent } from '../audit/audit.types.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { LinesService } from '../lines/lines.service.ts'
import { OverviewService } from '../overview/overview.service.ts'
import { SavingsService } from '../savings/savings.service.ts'
import { HouseholdErasureService } from './household-erasure.service.ts'
import { leaverJob } from './departure.job.ts'
import { removedMail } from '../letters/removed.mail.ts'
import { openText } from './open-text.ts'

/** People leave a household: what is only theirs goes, what they shared and owe stays by name. */
@Injectable()
export class DepartureService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly people: HouseholdDepartureService,
    private readonly billing: BillingService,
    private readonly lines: LinesService,
    private readonly openMoney: OpenMoneyService,
    private readonly overviews: OverviewService,
    private readonly savings: SavingsService,
    private readonly erasure: HouseholdErasureService,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly runner: JobRunner,
    private readonly identity: IdentityService,
    private readonly outbox: Outbox,
    private readonly postgres: Postgres,
  ) {
    outbox.register(removedMail)
  }

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
    const jobId = await this.postgres.transaction(async (tx) => {
      await this.people.closeIn(tx, household)
      await this.audit.own(actor, 'household-deleted', tx, { householdId, household: name })
      return this.erasure.eraseIn(tx, householdId)
    })
    await this.runner.runNow(jobId)
  }

  /** Because their account goes. What was asked was checked when they asked. */
  async endMembership(membership: Membership): Promise<void> {
    const { householdId, memberId } = membership
    const jobId = await this.postgres.transaction(async (tx) => {
      if (!(await this.people.endMembershipIn(tx, membership))) return this.erasure.eraseIn(tx, householdId)
      return this.takeOut(tx, { householdId, memberId, handover: null })
    })
    await this.runner.runNow(jobId)
  }

  /**
   * Their part in what is shared ends today, by the day; what they paid and managed goes to who removes them, or to the highest
   * role that is left. Everything is checked and decided in one transaction: a refusal has changed nothing. The documents follow.
   */
  private async depart(
    actor: Actor,
    household: HouseholdActor,
    memberId: string,
    acceptOpenBalance: boolean,
    event: AuditEvent,
  ) {
    const { id: householdId } = household
    const isOther = memberId !== household.memberId
    const { left, jobId } = await this.postgres.transaction(async (tx) => {
      const gone = await this.people.leaveIn(tx, household, memberId)
      const heirId = isOther ? household.memberId : await this.people.heirOf(tx, householdId, memberId)
      const on = this.households.today(household)
      if (!acceptOpenBalance)
        await this.assertNothingOpen(tx, householdId, gone.member.name, {
          memberId,
          on,
          heirId: heirId ?? memberId,
        })
      await this.record(tx, actor, event, household, gone.member)
      if (isOther) await this.tellRemoved(tx, householdId, gone.member.userId)
      const handover = heirId === undefined ? null : { heirId, on }
      return { left: gone.left, jobId: await this.takeOut(tx, { householdId, memberId, handover }) }
    })
    await this.runner.runNow(jobId)
    return left
  }

  /** What only they had goes at once where it can, and leaves a job for the documents. */
  private async takeOut(tx: Tx, leaver: z.infer<typeof leaverJob.payload>): Promise<string> {
    const { householdId, memberId } = leaver
    await this.billing.erasePrivate(tx, householdId, memberId)
    await this.lines.leaveIn(tx, householdId, memberId, { stays: leaver.handover === null })
    await this.overviews.eraseHousehold(tx, householdId)
    await this.savings.leaveIn(tx, householdId, memberId)
    return this.jobs.enqueue(tx, leaverJob, leaver, { isOwn: true })
  }

  private async assertNothingOpen(
    tx: Tx,
    householdId: string,
    name: string,
    leaving: Leaving,
  ): Promise<void> {
    const { balances, unpaidShares } = await this.openMoney.of(tx, householdId, leaving)
    if (balances.length === 0 && unpaidShares.length === 0) return
    throw new ProblemError('open-balance', openText(name, { balances, unpaidShares }), {
      openBalances: balances,
      unpaidShares,
    })
  }

  private async tellRemoved(tx: Tx, householdId: string, userId: string | null): Promise<void> {
    const to = userId === null ? undefined : await this.identity.addresseeOf(tx, userId)
    if (to === undefined) return
    const household = await this.households.nameOf(tx, householdId)
    await this.outbox.post(tx, removedMail, to, { household })
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
