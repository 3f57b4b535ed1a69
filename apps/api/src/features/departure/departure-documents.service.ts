import { Injectable, type OnModuleInit } from '@nestjs/common'
import type * as z from 'zod'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { JobHandlers } from '../../platform/queue/job-handlers.ts'
import { HouseholdDepartureService } from '../households/household-departure.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionPeopleService } from '../subscriptions/subscription-people.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'
import { UsageHistoryService } from '../usage/usage-history.service.ts'
import { householdJob, leaverJob, mergingJob, unmergingJob } from './departure.job.ts'
import { MergingRepository } from './merging.repository.ts'

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
    private readonly mergings: MergingRepository,
    private readonly postgres: Postgres,
  ) {}

  onModuleInit(): void {
    this.handlers.handle(leaverJob, (leaver) => this.takeOut(leaver))
    this.handlers.handle(mergingJob, async ({ id, householdId, on, ...merging }) => {
      // Taken back before this was done.
      if (id !== undefined && (await this.mergingOf(householdId, merging.memberId))?.id !== id) return
      await this.shared.merge(householdId, { ...merging, id }, on)
      await this.usage.merge(householdId, { ...merging, id })
    })
    this.handlers.handle(unmergingJob, async ({ id, householdId, on, memberId, intoId }) => {
      await this.shared.unmerge(householdId, id, on)
      await this.usage.unmerge(householdId, { id, memberId, intoId })
    })
    this.handlers.handle(householdJob, async ({ householdId }) => {
      await this.subscriptions.eraseHousehold(householdId)
      await this.usage.eraseHousehold(householdId)
    })
  }

  private mergingOf(householdId: string, memberId: string) {
    return this.mergings.ofMember(this.postgres, householdId, memberId)
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
