import { acted } from './acted.ts'
import type { Occasion } from './occasion.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/**
 * It will not renew: periods that will not be have no charge, what has begun stays owed. Recharged packs are bought: giving them
 * up does not give their price back.
 */
export const cancelledSubscription = (
  subscription: SubscriptionDocument,
  mode: 'atPeriodEnd' | 'now',
  occasion: Occasion,
): SubscriptionDocument => acted(subscription, { kind: 'cancelled', mode }, occasion)

/** Goes on as if nobody had cancelled; the charge ahead is raised again. */
export const reactivatedSubscription = (
  subscription: SubscriptionDocument,
  occasion: Occasion,
): SubscriptionDocument => acted(subscription, { kind: 'reactivated' }, occasion)
