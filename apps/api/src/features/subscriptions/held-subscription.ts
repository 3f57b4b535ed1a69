import { serviceTierOf } from '@streamline/catalogue/ladders'
import { noticeOf, type HeldSubscription } from '@streamline/domain'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { startOf } from './entitlement-rules.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** A home line and a television serve everybody at home, anything else the people who use it. */
const servesEverybody = new Set<SubscriptionDocument['kind']>(['broadband', 'tv'])

/** A subscription with its plan as savings look at it; without one, nobody knows what it gives. */
export const heldOf = (
  document: Pick<
    SubscriptionDocument,
    'id' | 'kind' | 'usedBy' | 'facts' | 'noticeDays' | 'records' | 'providerId'
  >,
  plan: PlanDocument | null,
): HeldSubscription => ({
  id: document.id,
  people: servesEverybody.has(document.kind) ? 'everybody' : document.usedBy,
  facts: document.facts,
  notice: noticeOf(document.facts.terms, document.noticeDays),
  records: document.records,
  starts: startOf(document.providerId),
  standalone: plan === null || plan.serviceId === null ? null : serviceTierOf(plan.serviceId),
  includes: (plan?.includes ?? []).map((include) => ({
    ...include,
    tier: serviceTierOf(include.serviceId),
  })),
  isOnlyServices: plan !== null && (plan.serviceId !== null || plan.kind === 'ott'),
})
