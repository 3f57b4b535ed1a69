import { Injectable } from '@nestjs/common'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'
import { Jobs } from '../../platform/queue/jobs.ts'
import { BillingService } from '../billing/billing.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { householdJob } from './departure.job.ts'

/** Removes a household with everything that features keep of it; its first screens go by their foreign key. */
@Injectable()
export class HouseholdErasureService {
  constructor(
    private readonly postgres: Postgres,
    private readonly households: HouseholdsService,
    private readonly billing: BillingService,
    private readonly jobs: Jobs,
    private readonly runner: JobRunner,
  ) {}

  async erase(householdId: string): Promise<void> {
    await this.runner.runNow(await this.postgres.transaction((tx) => this.eraseIn(tx, householdId)))
  }

  /**
   * As a part of the transaction that decides it. Answers the job that is left to do in the documents: whoever writes one from then
   * on finds no household, and takes it back.
   */
  async eraseIn(tx: Tx, householdId: string): Promise<string> {
    // Whoever writes money there has finished, or finds nothing to write it for.
    await this.households.touch(tx, householdId)
    await this.billing.eraseHousehold(tx, householdId)
    await this.households.eraseIn(tx, householdId)
    await this.jobs.forgetLane(tx, householdId)
    return this.jobs.enqueue(tx, householdJob, { householdId }, { isOwn: true })
  }
}
