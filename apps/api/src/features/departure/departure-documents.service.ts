import { Injectable, type OnModuleInit } from '@nestjs/common'
import type * as z from 'zod'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { JobHandlers } from '../../platform/queue/job-handlers.ts'
import { HouseholdDepartureService } from '../households/household-departure.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionPeopleService } from '../subscriptions/subscription-people.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'
import { UsageHistoryService } from '../usage/usage-history.service.ts'
import { householdJob, leaverJob, mergingJob } from './departure.job.ts'

/**
 * What a departure still owes to the documents, which may live in another store: done once the decision stands, and again until it
 * is done. No person asks here, so there is no access to check.
 */
@Injectable()
export class DepartureDocumentsService implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly households: HouseholdsService,
    private readonly people: HouseholdDepartureService,
    private readonly subscriptions: SubscriptionsService,
    private readonly shared: SubscriptionPeopleService,
    private readonly usage: UsageHistoryService,
    private readonly postgres: Postgres,
  ) {}

  onModuleInit(): void {
    this.handlers.handle(leaverJob, (leaver) => this.takeOut(leaver))
    this.handlers.handle(mergingJob, async ({ householdId, on, ...merging }) => {
      await this.shared.merge(householdId, merging, on)
      await this.usage.merge(householdId, merging)
    })
    this.handlers.handle(householdJob, async ({ householdId }) => {
      await this.subscriptions.eraseHousehold(householdId)
      await this.usage.eraseHousehold(householdId)
    })
  }

  private async takeOut({
    householdId,
    memberId,
    handover,
  }: z.infer<typeof leaverJob.payload>): Promise<void> {
    // Who is back before this was done keeps what is theirs, and may have added to it.
    if ((await this.households.withAccount(this.postgres, householdId, [memberId])).has(memberId)) return
    await this.usage.erasePrivate(householdId, memberId, () =>
      this.subscriptions.erasePrivate(householdId, memberId),
    )
    if (handover === null) return
    const heirId = await this.heirOf(householdId, memberId, handover.heirId)
    if (heirId !== undefined) await this.shared.leaveOut(householdId, { memberId, heirId }, handover.on)
  }

  /** Who was to take over, or who would now where they have left meanwhile. */
  private async heirOf(householdId: string, memberId: string, heirId: string): Promise<string | undefined> {
    const present = await this.households.members(householdId)
    if (present.some(({ id }) => id === heirId)) return heirId
    return this.people.heirOf(this.postgres, householdId, memberId)
  }
}
