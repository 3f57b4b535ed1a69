import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/**
 * A subscription that is of another plan now is of its provider too, and has its name where it had that of the plan before; a name
 * that somebody gave stays. With terms of one's own it stays what it was called.
 */
export const followingPlan = (
  subscription: SubscriptionDocument,
  before: PlanDocument | null,
  plan: PlanDocument | null,
): SubscriptionDocument => {
  if (plan === null) return subscription
  const { providerId, providerName, brandColor } = plan
  const name = before !== null && subscription.name === before.name ? plan.name : subscription.name
  return { ...subscription, name, providerId, providerName, brandColor }
}
