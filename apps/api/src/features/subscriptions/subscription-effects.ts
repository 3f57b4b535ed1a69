import { Injectable, Logger } from '@nestjs/common'
import { chargesToRaise } from '@streamline/domain'
import { BillingService, type BilledSubscription, type BillingEffect } from '../billing/billing.service.ts'
import { KeptPages } from './kept-pages.ts'
import type { SubscriptionDocument, SubscriptionEffect } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

/** Brings to billing what a document owes it. Doing it twice, or by two processes at once, is doing it once. */
@Injectable()
export class SubscriptionEffects {
  private readonly log = new Logger(SubscriptionEffects.name)

  constructor(
    private readonly billing: BillingService,
    private readonly repository: SubscriptionRepository,
    private readonly pages: KeptPages,
  ) {}

  /** Applies all that is owed, in order, and strikes it off. */
  async apply(subscription: SubscriptionDocument): Promise<SubscriptionDocument> {
    if (subscription.pendingEffects.length === 0) return subscription
    const effects = subscription.pendingEffects.map((effect) => billed(subscription, effect))
    if (!(await this.billing.applyEffects(effects))) return this.erase(subscription)
    const settled = { ...subscription, pendingEffects: [] }
    // Whoever wrote meanwhile took the effects along and applies them again, which changes nothing.
    await this.repository.amend(settled)
    return settled
  }

  /** What a request wrote that was under way while its household, or the account of its owner, was erased. */
  private async erase(subscription: SubscriptionDocument): Promise<SubscriptionDocument> {
    const { householdId, visibility, ownerId } = subscription
    if (visibility === 'private') await this.repository.erasePrivate(householdId, ownerId)
    else await this.repository.eraseHousehold(householdId)
    return subscription
  }

  /** As `apply`, but a failure is left to the sweep: the write itself has happened. */
  async tryApply(subscription: SubscriptionDocument): Promise<SubscriptionDocument> {
    try {
      return await this.apply(subscription)
    } catch (error) {
      this.pages.forget(subscription.householdId)
      this.log.warn({ err: error, subscriptionId: subscription.id }, 'Effects stay pending')
      return subscription
    }
  }
}

const snapshotOf = (subscription: SubscriptionDocument): BilledSubscription => {
  const { id, householdId, name, kind, providerId, brandColor, visibility, ownerId, paidBy, splits } =
    subscription
  return { id, householdId, name, kind, providerId, brandColor, visibility, ownerId, paidBy, splits }
}

const billed = (subscription: SubscriptionDocument, effect: SubscriptionEffect): BillingEffect => {
  const { id, on } = effect
  if (effect.kind === 'recordPayment') {
    const { index, amount, paidBy, method, recordedBy } = effect
    return {
      id,
      kind: 'recordPayment',
      payment: {
        id,
        householdId: subscription.householdId,
        subscriptionId: subscription.id,
        index,
        amount: amount ?? undefined,
        paidBy,
        paidOn: on,
        method: method ?? undefined,
        recordedBy,
      },
    }
  }
  return {
    id,
    kind: 'raiseCharges',
    plan: {
      subscription: snapshotOf(subscription),
      periods: chargesToRaise(subscription.facts, on, { fromIndex: effect.fromIndex }),
      today: on,
      splitFrom: effect.splitFrom ?? undefined,
      voidFromIndex: effect.voidFromIndex ?? undefined,
      assumePaidBeforeIndex: effect.assumePaidBeforeIndex ?? undefined,
    },
  }
}
