import { Injectable } from '@nestjs/common'
import type { departureContract } from '@streamline/contract'
import { v5 } from 'uuid'
import type { Act } from '../../platform/http/act.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Answer } from '../../platform/http/call.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'
import { Jobs } from '../../platform/queue/jobs.ts'
import { AuditService } from '../audit/audit.service.ts'
import { MergingService } from '../billing/merging/merging.service.ts'
import { HouseholdDepartureService } from '../households/household-departure.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { LinesService } from '../lines/lines.service.ts'
import { OverviewService } from '../overview/overview.service.ts'
import { SavingsService } from '../savings/savings.service.ts'
import { mergingJob } from './departure.job.ts'

/** Two entries of a household turn out to be one person: the one without an account becomes the other, with its money. */
@Injectable()
export class MergingPeopleService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly people: HouseholdDepartureService,
    private readonly money: MergingService,
    private readonly lines: LinesService,
    private readonly overviews: OverviewService,
    private readonly savings: SavingsService,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly runner: JobRunner,
    private readonly postgres: Postgres,
  ) {}

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
      await this.money.merge(tx, merging, recorded)
      await this.lines.mergeIn(tx, householdId, merging)
      await this.overviews.eraseHousehold(tx, householdId)
      await this.savings.eraseHousehold(tx, householdId)
      const detail = { householdId, household: household.name, name, into: into.name }
      await this.audit.own(actor, 'members-merged', tx, detail)
      const job = await this.jobs.enqueue(tx, mergingJob, { householdId, ...merging, on }, { isOwn: true })
      return { answer: act.answer(tx, member), jobId: job }
    })
    await this.runner.runNow(jobId)
    return answer
  }
}
