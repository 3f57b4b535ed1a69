import type { Position } from '../../platform/documents/document-store.ts'
import { Injectable } from '@nestjs/common'
import {
  mayBeUnused,
  unusedOf,
  type CalendarDate,
  type Merging,
  type SubscriptionFacts,
  type Unused,
} from '@streamline/domain'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { usageRightsOf } from './usage-access.ts'
import type { UsageDocument } from './usage.document.ts'
import { UsageRepository } from './usage.repository.ts'

export type { UsageDocument } from './usage.document.ts'

/** The first screen asks it of every subscription after each write; the same facts on the same day have one answer. */
const askedOn = new WeakMap<SubscriptionFacts, { readonly today: CalendarDate; readonly isAsked: boolean }>()

const isAsked = (facts: SubscriptionFacts, today: CalendarDate): boolean => {
  const known = askedOn.get(facts)
  if (known?.today === today) return known.isAsked
  const asked = mayBeUnused(facts, today)
  askedOn.set(facts, { today, isAsked: asked })
  return asked
}

/** What other features ask of the notes of a household. They have checked who asks. */
@Injectable()
export class UsageHistoryService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly repository: UsageRepository,
  ) {}

  /** Those among what somebody sees that nobody uses, by id, as far as it is theirs to say so: who uses or manages it. */
  async unusedAmong(
    household: HouseholdActor,
    subscriptions: readonly SubscriptionDocument[],
    today: CalendarDate,
  ): Promise<Map<string, Unused>> {
    const mayWrite = this.households.may(household, 'subscriptions.change')
    const asked = subscriptions.filter((subscription) => {
      const { managedBy, usedBy, facts } = subscription
      const isConcerned = managedBy === household.memberId || usedBy.includes(household.memberId)
      const isChangeable = this.subscriptions.isChangeable(subscription, household)
      const { note } = usageRightsOf(subscription, household, { mayWrite, isChangeable })
      return isConcerned && note && isAsked(facts, today)
    })
    const readings = await this.repository.ofSubscriptions(
      household.id,
      asked.map(({ id }) => id),
    )
    const readingsOf = Map.groupBy(readings, ({ subscriptionId }) => subscriptionId)
    return new Map(
      asked.flatMap(({ id, facts }) => {
        const theirs = readingsOf.get(id)
        const unused = theirs === undefined ? null : unusedOf(facts, theirs, today)
        return unused === null ? [] : [[id, unused] as const]
      }),
    )
  }

  /** All that was ever noted of these subscriptions, also what was removed, the latest first. */
  everyOf(householdId: string, ids: readonly string[]): Promise<UsageDocument[]> {
    return this.repository.everyOf(householdId, ids)
  }

  /** Two entries are one person, also in what they noted; again is the same as once. */
  async merge(
    householdId: string,
    { id, memberId, intoId }: Merging & { id?: string | undefined },
  ): Promise<void> {
    for (;;) {
      const noted = await this.repository.notedBy(householdId, memberId)
      if (noted.length === 0) return
      await this.repository.amendMany(
        noted.map((reading) => ({
          ...reading,
          notedBy: intoId,
          ...(id === undefined ? {} : { mergings: [...(reading.mergings ?? []), { id, before: memberId }] }),
        })),
      )
    }
  }

  /** They were two after all: each noted what they had noted. */
  async unmerge(householdId: string, { id, intoId }: Merging & { id: string }): Promise<void> {
    for (let after: Position | null = null; ;) {
      const page = await this.repository.notedBy(householdId, intoId, after)
      const last = page.at(-1)
      if (last === undefined) return
      after = this.repository.positionOf(last)
      await this.repository.amendMany(
        page.flatMap((reading) => {
          const { mergings = [], ...rest } = reading
          const merging = mergings.find((one) => one.id === id)
          if (merging === undefined) return []
          return [{ ...rest, notedBy: merging.before, mergings: mergings.filter((one) => one !== merging) }]
        }),
      )
    }
  }

  /** Of one person's private subscriptions; before these are erased, and once more after it, for what was noted meanwhile. */
  async erasePrivate(householdId: string, ownerId: string, eraseThem: () => Promise<unknown>): Promise<void> {
    const ids = await this.subscriptions.privateIdsOf(householdId, ownerId)
    await this.repository.eraseOf(householdId, ids)
    await eraseThem()
    await this.repository.eraseOf(householdId, ids)
  }

  eraseHousehold(householdId: string): Promise<void> {
    return this.repository.eraseHousehold(householdId)
  }
}
