import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/**
 * A subscription that is of another plan now is of its provider too, and has its name where it had that of the plan before; a name
 * that somebody gave stays. With terms of one's own it stays what it was called, and of the provider whose plan was named last; where
 * none was, of none.
 */
export const followingPlan = (
  subscription: SubscriptionDocument,
  before: PlanDocument | null,
  named: PlanDocument | null,
): SubscriptionDocument => {
  const { providerId, providerName, brandColor } = named ?? ofNobody
  const isRenamed = named !== null && subscription.planId !== null && before?.name === subscription.name
  const name = isRenamed ? named.name : subscription.name
  return { ...subscription, name, providerId, providerName, brandColor }
}

const ofNobody = { providerId: null, providerName: null, brandColor: null }
