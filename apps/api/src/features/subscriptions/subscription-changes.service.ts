import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { CatalogueService } from '../catalogue/catalogue.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import type { Occasion } from './occasion.ts'
import { assertMayChange, assertThere, mayChange, maySee, type Rights } from './subscription-access.ts'
import type { SubscriptionDetail } from './subscription-detail.presenter.ts'
import { unknownPlan } from './subscription-draft.ts'
import { SubscriptionEffectsService } from './subscription-effects.service.ts'
import { SubscriptionReaderService } from './subscription-reader.service.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

/** How a change came in: the revision it was made on, and a name by which sending it again is recognised. */
export interface Change {
  readonly ifMatch: number | null
  readonly act: string
  /** What was taken away can only be brought back. */
  readonly isUndo?: boolean
}

/** Without `If-Match` a change is made on whatever is there; somebody faster only makes it try again. */
export const ATTEMPTS = 5

/** The one way in which somebody changes a subscription: on a revision, once per key, with what it owes brought before the answer. */
@Injectable()
export class SubscriptionChangesService {
  constructor(
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly catalogue: CatalogueService,
    private readonly repository: SubscriptionRepository,
    private readonly effects: SubscriptionEffectsService,
    private readonly reader: SubscriptionReaderService,
  ) {}

  /** Reads, checks, changes and stores, and applies what the change owes before anybody is told. */
  async change(
    household: HouseholdActor,
    id: string,
    { ifMatch, act, isUndo = false }: Change,
    apply: (
      from: SubscriptionDocument,
      occasion: Occasion,
    ) => SubscriptionDocument | Promise<SubscriptionDocument>,
  ): Promise<SubscriptionDetail> {
    for (let attempt = 1; ; attempt++) {
      const subscription = await this.visible(household, id)
      assertMayChange(subscription, household, this.rightsOf(household))
      if (subscription.writes.includes(act))
        return this.detail(await this.effects.tryApply(subscription), household)
      assertThere(subscription, isUndo)
      if (ifMatch !== null && ifMatch !== subscription.revision)
        throw await this.stale(subscription, household)
      const changed = await apply(subscription, this.occasion(household, act))
      const stored = await this.repository.replace(changed, subscription.revision)
      if (stored !== null) return this.detail(await this.effects.tryApply(stored), household)
      if (attempt === ATTEMPTS) throw await this.stale(await this.visible(household, id), household)
    }
  }

  private async stale(subscription: SubscriptionDocument, household: HouseholdActor): Promise<ProblemError> {
    return new ProblemError('stale-revision', undefined, {
      current: await this.detail(subscription, household),
    })
  }

  detail(
    subscription: SubscriptionDocument,
    household: HouseholdActor,
    isNew = false,
  ): Promise<SubscriptionDetail> {
    const today = this.households.today(household)
    return this.reader.detail(subscription, {
      today,
      isNew,
      mayChange: mayChange(subscription, household, this.rightsOf(household)),
    })
  }

  rightsOf(household: HouseholdActor): Rights {
    return {
      change: this.households.may(household, 'subscriptions.change'),
      changeShared: this.households.may(household, 'subscriptions.changeShared'),
    }
  }

  async visible(household: HouseholdActor, id: string): Promise<SubscriptionDocument> {
    const subscription = await this.repository.get(id)
    if (subscription === null || !maySee(subscription, household)) throw new ProblemError('not-found')
    return subscription
  }

  occasion(household: HouseholdActor, act: string): Occasion {
    const { timeZone, memberId: by } = household
    return { act, by, today: this.households.today(household), timeZone, now: this.clock.nowIso() }
  }

  /** The plan that somebody names; null where they name none. */
  async planOf(planId: string | undefined, pointer = '/planId') {
    if (planId === undefined) return null
    const plan = await this.catalogue.planForSubscription(planId)
    if (plan === null) throw unknownPlan(pointer)
    return plan
  }
}
