import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import { v5 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { isAsMerged, withMerged, withUnmerged, type NamedMerging } from './merged-member.ts'
import type { Occasion } from './occasion.ts'
import { ATTEMPTS } from './subscription-changes.service.ts'
import { SubscriptionEffectsService } from './subscription-effects.service.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'
import { withoutMember, type Leaver } from './without-member.ts'

/** What becomes of shared subscriptions when people leave or turn out to be one. */
@Injectable()
export class SubscriptionPeopleService {
  constructor(
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly repository: SubscriptionRepository,
    private readonly effects: SubscriptionEffectsService,
  ) {}

  /**
   * Takes somebody who leaves out of everything shared: by the day, and again is the same as once. Leaving the household has
   * checked who asks.
   */
  async leaveOut(householdId: string, leaver: Leaver, today: CalendarDate): Promise<void> {
    const timeZone = (await this.households.zonesOf([householdId])).get(householdId) ?? 'UTC'
    for (const { id } of await this.repository.ofHousehold(householdId, leaver.memberId))
      await this.leaveOutOf(id, leaver, { today, timeZone })
    // Where that is taken back after all, nothing of it may fall on who has settled and gone.
    const merging = { memberId: leaver.memberId, intoId: leaver.heirId }
    for (const { id } of await this.repository.removedOfHousehold(householdId, leaver.heirId))
      await this.mergeIn(id, merging, { today, timeZone })
  }

  /** Makes two entries one person in everything shared; again is the same as once. Merging them has checked who asks. */
  async merge(householdId: string, merging: NamedMerging, today: CalendarDate): Promise<void> {
    const timeZone = (await this.households.zonesOf([householdId])).get(householdId) ?? 'UTC'
    for (const { id } of await this.everyOf(householdId, merging.intoId))
      await this.mergeIn(id, merging, { today, timeZone })
  }

  /** Whether nobody has changed since who is named in what followed such an act. */
  async isAsMerged(householdId: string, id: string): Promise<boolean> {
    return (await this.everyOf(householdId, '')).every((subscription) => isAsMerged(subscription, id))
  }

  /** The way back; again is the same as once. Since `mergedOn` charges named the one. */
  async unmerge(householdId: string, merging: string, mergedOn: CalendarDate): Promise<void> {
    const timeZone = (await this.households.zonesOf([householdId])).get(householdId) ?? 'UTC'
    const today = this.households.today({ timeZone })
    for (const { id } of await this.everyOf(householdId, ''))
      await this.rewrite(id, `unmerged ${merging}`, { today, timeZone }, (subscription, occasion) =>
        withUnmerged(subscription, { id: merging, on: mergedOn }, occasion),
      )
  }

  /** What is shared, and what is private to one of them; removed ones too. */
  private async everyOf(householdId: string, memberId: string): Promise<SubscriptionDocument[]> {
    const [there, removed] = await Promise.all([
      this.repository.ofHousehold(householdId, memberId),
      this.repository.removedOfHousehold(householdId, memberId),
    ])
    return [...there, ...removed]
  }

  private mergeIn(
    id: string,
    merging: NamedMerging,
    on: Pick<Occasion, 'today' | 'timeZone'>,
  ): Promise<void> {
    const name = `merged ${merging.id ?? `${merging.memberId} ${merging.intoId}`}`
    return this.rewrite(id, name, on, (subscription, occasion) => withMerged(subscription, merging, occasion))
  }

  private leaveOutOf(id: string, leaver: Leaver, on: Pick<Occasion, 'today' | 'timeZone'>): Promise<void> {
    return this.rewrite(id, `without ${leaver.memberId} ${on.today}`, on, (subscription, occasion) =>
      withoutMember(subscription, leaver, occasion),
    )
  }

  /** What is shared, and what `apply` does not leave as it is. */
  private async rewrite(
    id: string,
    name: string,
    { today, timeZone }: Pick<Occasion, 'today' | 'timeZone'>,
    apply: (subscription: SubscriptionDocument, occasion: Occasion) => SubscriptionDocument | null,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const subscription = await this.repository.get(id)
      if (subscription === null || subscription.visibility === 'private') return
      const occasion = { act: v5(name, id), by: null, today, timeZone, now: this.clock.nowIso() }
      const changed = apply(subscription, occasion)
      if (changed === null) return
      const stored = await this.repository.replace(changed, subscription.revision)
      if (stored !== null) return void (await this.effects.tryApply(stored))
      if (attempt === ATTEMPTS) throw new ProblemError('unavailable', 'Too many changes at once, try again.')
    }
  }
}
