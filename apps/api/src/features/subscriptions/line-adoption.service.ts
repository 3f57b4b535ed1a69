import { Injectable, Logger } from '@nestjs/common'
import type { Position } from '../../platform/documents/document-store.ts'
import { FIRST } from '../../platform/http/id-page.ts'
import { LinesService } from '../lines/lines.service.ts'
import { SubscriptionLinesService } from './subscription-lines.service.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

const HOUSEHOLDS = 100
const BATCH = 500

/**
 * Makes lines of the numbers that subscriptions had as text. It runs until every household from before is done, and again changes
 * nothing; what somebody writes meanwhile gets its line with that. No person asks here, so there is no access to check.
 */
@Injectable()
export class LineAdoptionService {
  private readonly log = new Logger(LineAdoptionService.name)

  constructor(
    private readonly lines: LinesService,
    private readonly references: SubscriptionLinesService,
    private readonly repository: SubscriptionRepository,
  ) {}

  /** Answers how many households were done. */
  async adopt(): Promise<number> {
    let done = 0
    for (let after = FIRST; ;) {
      const waiting = await this.lines.toAdopt(after, HOUSEHOLDS)
      const last = waiting.at(-1)
      if (last === undefined) return done
      after = last.id
      // One after the other: people need connections too.
      for (const household of waiting) done += await this.guarded(household)
    }
  }

  /** One that fails is told and left for the next minute. */
  private async guarded(household: { id: string; country: string }): Promise<number> {
    try {
      await this.adoptOf(household)
      return 1
    } catch (error) {
      this.log.error({ err: error, householdId: household.id }, 'Numbers were not adopted')
      return 0
    }
  }

  private async adoptOf({ id, country }: { id: string; country: string }): Promise<void> {
    for (let after: Position | null = null; ;) {
      const step: SubscriptionDocument[] = await this.repository.everyOf(id, BATCH, after)
      const last = step.at(-1)
      if (last === undefined) break
      after = this.repository.positionOf(last)
      for (const subscription of step) await this.adoptOne(subscription, country)
    }
    await this.lines.adopted(id)
    await this.lines.told(id)
  }

  private async adoptOne(subscription: SubscriptionDocument, country: string): Promise<void> {
    const { line, lineId, ownerId } = subscription
    if (line === null || lineId !== null) return
    const claimed = await this.references.claim(subscription, line, { country, memberId: ownerId })
    // What somebody has said since about the number is newer.
    await this.references.refer(subscription.id, (now) =>
      now.line === line && now.lineId === null ? claimed : now,
    )
  }
}
