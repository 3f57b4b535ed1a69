import { Injectable } from '@nestjs/common'
import type { departureContract } from '@streamline/contract'
import { v5 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import type { Act } from '../../platform/http/act.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Answer } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'
import { Jobs } from '../../platform/queue/jobs.ts'
import { AuditService } from '../audit/audit.service.ts'
import { MergingService } from '../billing/merging/merging.service.ts'
import { HouseholdDepartureService } from '../households/household-departure.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { LinesService } from '../lines/lines.service.ts'
import { OverviewService } from '../overview/overview.service.ts'
import { SavingsService } from '../savings/savings.service.ts'
import { SubscriptionPeopleService } from '../subscriptions/subscription-people.service.ts'
import { mergingJob, unmergingJob } from './departure.job.ts'
import { MergingRepository, type MergingRow } from './merging.repository.ts'

/**
 * Two entries of a household turn out to be one person: the one without an account becomes the other, with its money. Until something
 * rests on that it can be taken back, exactly.
 */
@Injectable()
export class MergingPeopleService {
  constructor(
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly people: HouseholdDepartureService,
    private readonly mergings: MergingRepository,
    private readonly money: MergingService,
    private readonly lines: LinesService,
    private readonly subscriptions: SubscriptionPeopleService,
    private readonly overviews: OverviewService,
    private readonly savings: SavingsService,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly runner: JobRunner,
    private readonly postgres: Postgres,
  ) {}

  /** Those that stand, the newest first. */
  async list(actor: Actor): Promise<Answer<typeof departureContract.readMergings>> {
    const household = this.households.require(actor, 'members.merge')
    const rows = await this.mergings.ofHousehold(this.postgres, household.id)
    return { mergings: rows.map(({ memberId, intoId, mergedOn: on }) => ({ memberId, intoId, on })) }
  }

  /** Everything is checked and decided in one transaction; the documents follow. */
  async merge(
    actor: Actor,
    memberId: string,
    intoId: string,
    act: Act,
  ): Promise<Answer<typeof departureContract.mergeMember>> {
    const household = this.households.require(actor, 'members.merge')
    const { id: householdId } = household
    const { answer, jobId } = await this.postgres.transaction(async (tx) => {
      const { on, name, into, answer: member } = await this.people.becomeIn(tx, household, memberId, intoId)
      const merging = { memberId, intoId }
      const recorded = { id: v5('merged', act.id), householdId, on, by: household.memberId }
      const money = await this.money.merge(tx, merging, recorded)
      const lineIds = await this.lines.mergeIn(tx, householdId, merging)
      const mergedAt = this.clock.nowIso()
      const before = { ...money, lineIds }
      await this.mergings.add(tx, { id: act.id, householdId, ...merging, mergedOn: on, mergedAt, before })
      await this.overviews.eraseHousehold(tx, householdId)
      await this.savings.eraseHousehold(tx, householdId)
      const detail = { householdId, household: household.name, name, into: into.name }
      await this.audit.own(actor, 'members-merged', tx, detail)
      const payload = { id: act.id, householdId, ...merging, on }
      const job = await this.jobs.enqueue(tx, mergingJob, payload, { isOwn: true })
      return { answer: act.answer(tx, member), jobId: job }
    })
    await this.runner.runNow(jobId)
    return answer
  }

  /** They were two after all: everything that named the entry names it again. */
  async unmerge(
    actor: Actor,
    memberId: string,
    act: Act,
  ): Promise<Answer<typeof departureContract.unmergeMember>> {
    const household = this.households.require(actor, 'members.merge')
    const { id: householdId } = household
    await this.assertAsMerged(householdId, memberId)
    const { answer, jobId } = await this.postgres.transaction(async (tx) => {
      const back = await this.people.comeApartIn(tx, household, memberId)
      const merging = await this.mergings.ofMember(tx, householdId, memberId)
      if (merging === undefined) throw new ProblemError('illegal-transition', 'It was not merged.')
      const into = await this.takeApart(tx, household, merging, act)
      await this.overviews.eraseHousehold(tx, householdId)
      await this.savings.eraseHousehold(tx, householdId)
      const detail = { householdId, household: household.name, name: back.name, into }
      await this.audit.own(actor, 'members-unmerged', tx, detail)
      const { id, intoId, mergedOn: on } = merging
      const payload = { id, householdId, memberId, intoId, on }
      const job = await this.jobs.enqueue(tx, unmergingJob, payload, { isOwn: true })
      return { answer: act.answer(tx, back), jobId: job }
    })
    await this.runner.runNow(jobId)
    return answer
  }

  /** Documents are in another store, so they are asked before anything is locked; what is said of them meanwhile is said of the merged. */
  private async assertAsMerged(householdId: string, memberId: string): Promise<void> {
    const merging = await this.mergings.ofMember(this.postgres, householdId, memberId)
    if (merging === undefined || (await this.subscriptions.isAsMerged(householdId, merging.id))) return
    throw restsOnIt('Somebody changed since who pays, uses or shares: take that back first.')
  }

  /** Answers what the other one is called. */
  private async takeApart(tx: Tx, household: HouseholdActor, merging: MergingRow, act: Act): Promise<string> {
    const { id, householdId, memberId, intoId, before, mergedAt } = merging
    const everyone = await this.households.everyone(householdId, tx)
    const into = everyone.find((member) => member.id === intoId && member.leftOn === null)
    if (into === undefined) throw restsOnIt('The one that it became is not there any more.')
    const on = this.households.today(household)
    const recorded = { id: v5('unmerged', act.id), householdId, on, by: household.memberId }
    const isApart = await this.money.unmerge(tx, { memberId, intoId }, { ...before, mergedAt }, recorded)
    if (!isApart) throw restsOnIt('Money moved since on what the two had: take that back first.')
    await this.lines.unmergeIn(tx, householdId, { memberId, intoId }, before.lineIds)
    await this.mergings.remove(tx, id)
    return into.name
  }
}

const restsOnIt = (why: string) => new ProblemError('rests-on-it', why)
