import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { Tx } from '../../platform/postgres/postgres.ts'
import { JobHandlers } from '../../platform/queue/job-handlers.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'
import { Jobs } from '../../platform/queue/jobs.ts'
import { householdMovedJob } from './household-moved.job.ts'

/** What follows a household into another time zone does so at once, not with the next minute. */
@Injectable()
export class HouseholdMovesService implements OnModuleInit {
  private readonly followers: ((householdId: string) => Promise<unknown>)[] = []

  constructor(
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly runner: JobRunner,
  ) {}

  onModuleInit(): void {
    this.handlers.handle(householdMovedJob, async ({ householdId }) => {
      for (const follow of this.followers) await follow(householdId)
    })
  }

  /** Whoever asks each minute who has moved does so too; doing it again is doing it once. */
  follow(follower: (householdId: string) => Promise<unknown>): void {
    this.followers.push(follower)
  }

  /** Part of the transaction that moves it; what it answers is to be followed once that stands. */
  moved(tx: Tx, householdId: string): Promise<string> {
    return this.jobs.enqueue(tx, householdMovedJob, { householdId }, { isOwn: true })
  }

  /** Before whoever moved it is answered; where that fails a worker does it later. */
  followed(jobId: string): Promise<void> {
    return this.runner.runNow(jobId)
  }
}
