import { Injectable, Logger } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import { calendarDateIn } from '@streamline/domain/zone'
import type { Position } from '../../platform/documents/document-store.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { advancedSubscription } from './advance-subscription.ts'
import { SubscriptionEffects } from './subscription-effects.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

const BATCH = 100

/** Where a date begins first on earth: nothing is due anywhere before it is a date here. */
const EARLIEST_ZONE = 'Pacific/Kiritimati'

/**
 * What time and crashes leave to do. No person asks here, so there is no access to check. Several processes may run
 * it at once: whoever is slower finds the same charges raised.
 */
@Injectable()
export class SubscriptionUpkeep {
  private readonly log = new Logger(SubscriptionUpkeep.name)

  constructor(
    private readonly households: HouseholdsService,
    private readonly repository: SubscriptionRepository,
    private readonly effects: SubscriptionEffects,
  ) {}

  /** Raises the next charge of everything that renews by itself and whose date has come in its household. */
  async advance(nowMs: number): Promise<number> {
    const until = calendarDateIn(nowMs, EARLIEST_ZONE)
    let advanced = 0
    for (let after: Position | null = null; ;) {
      const due = await this.repository.due(until, BATCH, after)
      const last = due.at(-1)
      if (last === undefined) return advanced
      after = this.repository.duePosition(last)
      const zones = await this.households.zonesOf([...new Set(due.map(({ householdId }) => householdId))])
      for (const subscription of due) {
        const timeZone = zones.get(subscription.householdId)
        if (timeZone === undefined) continue
        advanced += await this.guarded(subscription, () =>
          this.advanceTo(subscription, calendarDateIn(nowMs, timeZone)),
        )
      }
    }
  }

  /** Applies effects that were written and never applied. */
  async sweep(): Promise<number> {
    let swept = 0
    for (let after: Position | null = null; ;) {
      const left = await this.repository.pending(BATCH, after)
      const last = left.at(-1)
      if (last === undefined) return swept
      after = this.repository.pendingPosition(last)
      for (const subscription of left)
        swept += await this.guarded(subscription, async () => {
          await this.effects.apply(subscription)
          return 1
        })
    }
  }

  /** Several steps where it is far behind, in their order. Answers how many. */
  private async advanceTo(subscription: SubscriptionDocument, today: CalendarDate): Promise<number> {
    let steps = 0
    for (let current = subscription; ; steps++) {
      const next = advancedSubscription(current, today)
      // The facts are the same, so the revision is: nobody's next change is refused because a month went by.
      if (next === null || !(await this.repository.amend(next))) return steps
      current = await this.effects.apply(next)
    }
  }

  /** One that fails is told and left for the next minute; the others are not held up. */
  private async guarded({ id }: SubscriptionDocument, work: () => Promise<number>): Promise<number> {
    try {
      return await work()
    } catch (error) {
      this.log.error({ err: error, subscriptionId: id }, 'Upkeep failed')
      return 0
    }
  }
}
