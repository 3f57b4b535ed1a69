import { Injectable } from '@nestjs/common'
import { v5 } from 'uuid'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import { invalidInput, ProblemError } from '../../platform/http/problem.ts'
import { acted } from './acted.ts'
import { cancelledSubscription } from './cancel-subscription.ts'
import type { Occasion } from './occasion.ts'
import { assertMayChange, assertThere } from './subscription-access.ts'
import { SubscriptionChangesService } from './subscription-changes.service.ts'
import type { CreateInput } from './subscription-draft.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

type Replaces = CreateInput['replaces']

/** What a new subscription takes the place of stops by the act that anybody could do, once the new one stands. */
@Injectable()
export class ReplacingService {
  constructor(private readonly changes: SubscriptionChangesService) {}

  /** Refuses before anything is written what could not be stopped. */
  async assertMay(replaces: Replaces, household: HouseholdActor, by: string): Promise<void> {
    if (replaces === undefined) return
    const subscription = await this.replaced(replaces.subscriptionId, household)
    const act = actOf(by)
    if (subscription.writes.includes(act)) return
    assertMayChange(subscription, household, this.changes.rightsOf(household))
    assertThere(subscription, false)
    stopped(replaces, subscription, this.changes.occasion(household, act))
  }

  /** Again is the same as once: the act has its name from what replaces it. */
  async stop(replaces: Replaces, household: HouseholdActor, by: string): Promise<void> {
    if (replaces === undefined) return
    const change = { ifMatch: null, act: actOf(by) }
    await this.changes.change(household, replaces.subscriptionId, change, (subscription, occasion) =>
      stopped(replaces, subscription, occasion),
    )
  }

  private async replaced(id: string, household: HouseholdActor): Promise<SubscriptionDocument> {
    try {
      return await this.changes.visible(household, id)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'not-found') throw error
      throw invalidInput('/replaces/subscriptionId', 'is no subscription of this household')
    }
  }
}

const actOf = (by: string): string => v5('replaced', by)

const stopped = (
  { how }: NonNullable<Replaces>,
  subscription: SubscriptionDocument,
  occasion: Occasion,
): SubscriptionDocument =>
  how === 'ended'
    ? acted(subscription, { kind: 'ended' }, occasion)
    : cancelledSubscription(subscription, { when: how }, occasion)
