import { Injectable, Logger } from '@nestjs/common'
import { calendarDateIn } from '@streamline/domain/zone'
import type { Position } from '../../platform/documents/document-store.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { advancedSubscription } from './advance-subscription.ts'
import { SubscriptionEffectsService } from './subscription-effects.service.ts'
import { lookAt } from './subscription-schedule.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

const BATCH = 500

/** Who wrote less than so many ms ago is about to bring it to billing itself. */
const IN_FLIGHT = 30_000

/** No request takes so many ms; a move is followed until all that were under way have ended. */
const LONGEST_REQUEST = 60_000

/** Households that are worked on at once: each waits for its own disk write. */
const LANES = 4

/** Answers what was brought and is to be struck off. */
type Work = (subscriptions: readonly SubscriptionDocument[]) => Promise<SubscriptionDocument[]>

/**
 * What time and crashes leave to do. No person asks here, so there is no access to check. Several processes may run
 * it at once: whoever is slower finds the same charges raised.
 */
@Injectable()
export class SubscriptionUpkeepService {
  private readonly log = new Logger(SubscriptionUpkeepService.name)

  constructor(
    private readonly households: HouseholdsService,
    private readonly repository: SubscriptionRepository,
    private readonly effects: SubscriptionEffectsService,
  ) {}

  /** Raises the next charges, and books the debits, of everything that renews by itself and whose date has come in its household. Answers how many steps. */
  async advance(nowMs: number): Promise<number> {
    let advanced = 0
    // One that is far behind goes on in the next pass; what cannot be advanced is told once in each.
    for (;;) {
      const steps = await this.advanceOnce(nowMs)
      if (steps === 0) return advanced
      advanced += steps
    }
  }

  /** Brings to billing what was written and never brought. */
  async sweep(nowMs: number): Promise<number> {
    const until = new Date(nowMs - IN_FLIGHT).toISOString()
    let swept = 0
    for (let after: Position | null = null; ;) {
      const left = await this.repository.pending(until, BATCH, after)
      const last = left.at(-1)
      if (last === undefined) return swept
      after = this.repository.pendingPosition(last)
      const settled = await this.byHousehold(left, async (own) => this.bringOf(own))
      swept += settled.length
    }
  }

  /**
   * Works out anew when to look at the subscriptions of households whose time zone changed: again and again until nobody can write
   * any more who still knew the old one.
   */
  async follow(nowMs: number): Promise<number> {
    const moved = await this.households.moved(BATCH)
    let followed = 0
    for (const { id, timeZone, movedAt } of moved) {
      for await (const { changed } of this.restamped(id, timeZone)) followed += changed
      if (nowMs - Date.parse(movedAt) > LONGEST_REQUEST) await this.households.settled(id, movedAt)
    }
    return followed
  }

  /** One household that has just moved: what its new day asks for, at once. */
  async moved(householdId: string, nowMs: number): Promise<void> {
    const zones = await this.households.zonesOf([householdId])
    const timeZone = zones.get(householdId)
    if (timeZone === undefined) return
    const now = new Date(nowMs).toISOString()
    for await (const { step } of this.restamped(householdId, timeZone)) {
      const due = step.filter(({ nextLookAt }) => nextLookAt !== null && nextLookAt <= now)
      await this.byHousehold(due, (own) => this.advanceOf(own, zones, nowMs))
    }
  }

  /** Everything of a household in steps, looked at when its zone says; how many of each step were to be looked at otherwise. */
  private async *restamped(
    householdId: string,
    timeZone: string,
  ): AsyncGenerator<{ step: SubscriptionDocument[]; changed: number }> {
    for (let after: Position | null = null; ;) {
      const read = await this.repository.everyOf(householdId, BATCH, after)
      const last = read.at(-1)
      if (last === undefined) return
      after = this.repository.positionOf(last)
      const step = read.map((subscription) => {
        const nextLookAt = lookAt(subscription.nextEffectOn, timeZone)
        return nextLookAt === subscription.nextLookAt ? subscription : { ...subscription, nextLookAt }
      })
      const changed = step.filter((subscription, at) => subscription !== read[at])
      await this.repository.amendMany(changed)
      yield { step, changed: changed.length }
    }
  }

  private async advanceOnce(nowMs: number): Promise<number> {
    const now = new Date(nowMs).toISOString()
    let steps = 0
    for (let after: Position | null = null; ;) {
      const due = await this.repository.due(now, BATCH, after)
      const last = due.at(-1)
      if (last === undefined) return steps
      after = this.repository.duePosition(last)
      const zones = await this.households.zonesOf([...new Set(due.map(({ householdId }) => householdId))])
      const before = new Map(due.map((subscription) => [subscription.id, subscription.nextEffectOn]))
      const settled = await this.byHousehold(due, (own) => this.advanceOf(own, zones, nowMs))
      steps += settled.filter(({ id, nextEffectOn }) => nextEffectOn !== before.get(id)).length
    }
  }

  /** Nothing needs to be written before billing knows: time alone says what is due, and says it again after a crash. */
  private async advanceOf(
    subscriptions: readonly SubscriptionDocument[],
    zones: ReadonlyMap<string, string>,
    nowMs: number,
  ): Promise<SubscriptionDocument[]> {
    const [first] = subscriptions
    const timeZone = first && zones.get(first.householdId)
    if (first === undefined || timeZone === undefined) return []
    const moment = {
      by: null,
      today: calendarDateIn(nowMs, timeZone),
      timeZone,
      now: new Date(nowMs).toISOString(),
    }
    const advanced = subscriptions.flatMap((subscription) => advancedSubscription(subscription, moment) ?? [])
    return this.bringOf(advanced)
  }

  private async bringOf(subscriptions: readonly SubscriptionDocument[]): Promise<SubscriptionDocument[]> {
    const [first] = subscriptions
    if (first === undefined) return []
    return this.effects.bring(first.householdId, subscriptions, { isUnhurried: true })
  }

  /**
   * One household after the other in each lane, a transaction each; the disk and the documents are waited for once, for all of
   * them. Answers what was done.
   */
  private async byHousehold(
    subscriptions: readonly SubscriptionDocument[],
    work: Work,
  ): Promise<SubscriptionDocument[]> {
    const waiting = [...Map.groupBy(subscriptions, ({ householdId }) => householdId).values()]
    const done: SubscriptionDocument[] = []
    const lane = async () => {
      for (let own = waiting.shift(); own !== undefined; own = waiting.shift())
        done.push(...(await this.guarded(own, work)))
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    await this.effects.strikeOff(done)
    return done
  }

  /** One that fails is told and left for the next minute; the others of its household are not held up. */
  private async guarded(
    subscriptions: readonly SubscriptionDocument[],
    work: Work,
  ): Promise<SubscriptionDocument[]> {
    try {
      return await work(subscriptions)
    } catch (error) {
      if (subscriptions.length === 1) {
        this.log.error({ err: error, subscriptionId: subscriptions[0]?.id }, 'Upkeep failed')
        return []
      }
      const done: SubscriptionDocument[] = []
      for (const subscription of subscriptions) done.push(...(await this.guarded([subscription], work)))
      return done
    }
  }
}
