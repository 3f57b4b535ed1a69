import { cancelFacts, indexOn, periodsOf, reactivateFacts } from '@streamline/domain'
import type { Occasion } from './create-subscription.ts'
import { written } from './subscription-write.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** It will not renew: charges of periods that will not be are void, what has begun stays owed. */
export const cancelledSubscription = (
  subscription: SubscriptionDocument,
  mode: 'atPeriodEnd' | 'now',
  occasion: Occasion,
): SubscriptionDocument => {
  const facts = cancelFacts(subscription.facts, { requestedOn: occasion.today, mode })
  const from = indexOn(facts.terms, occasion.today)
  const effectiveOn = facts.cancellation?.effectiveOn
  // Recharged packs are bought: giving them up does not give their price back.
  const remaining =
    facts.terms.opened ?? from + periodsOf(facts.terms, { from, limit: 2, cutOn: effectiveOn }).length
  return written({ ...subscription, facts }, occasion, { fromIndex: from, voidFromIndex: remaining })
}

/** Goes on as if nobody had cancelled; the charge ahead is raised again. */
export const reactivatedSubscription = (
  subscription: SubscriptionDocument,
  occasion: Occasion,
): SubscriptionDocument => {
  const facts = reactivateFacts(subscription.facts, occasion.today)
  return written({ ...subscription, facts }, occasion, { fromIndex: indexOn(facts.terms, occasion.today) })
}
