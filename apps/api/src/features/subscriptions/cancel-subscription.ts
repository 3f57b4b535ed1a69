import { cancelFacts, indexOn, reactivateFacts } from '@streamline/domain'
import type { Occasion } from './occasion.ts'
import { written } from './subscription-write.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/**
 * It will not renew: periods that will not be have no charge, what has begun stays owed. Recharged packs are bought: giving them
 * up does not give their price back.
 */
export const cancelledSubscription = (
  subscription: SubscriptionDocument,
  mode: 'atPeriodEnd' | 'now',
  occasion: Occasion,
): SubscriptionDocument => {
  const facts = cancelFacts(subscription.facts, { requestedOn: occasion.today, mode })
  return written({ ...subscription, facts }, occasion, { fromIndex: indexOn(facts.terms, occasion.today) })
}

/** Goes on as if nobody had cancelled; the charge ahead is raised again. */
export const reactivatedSubscription = (
  subscription: SubscriptionDocument,
  occasion: Occasion,
): SubscriptionDocument => {
  const facts = reactivateFacts(subscription.facts, occasion.today)
  return written({ ...subscription, facts }, occasion, { fromIndex: indexOn(facts.terms, occasion.today) })
}
