import {
  entitlementsOf,
  type CalendarDate,
  type Entitlement,
  type EntitlementStart,
} from '@streamline/domain'
import type { PlanDocument, PlanInclude } from '../catalogue/catalogue.service.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** Jio counts what a pack brings along from the day it was bought, also while it waits behind another (jio.com, terms of its packs). */
const countsFromPurchase: ReadonlySet<string> = new Set(['jio'])

/** From when on a provider counts what a pack brings along (law 17). */
export const startOf = (providerId: string | null): EntitlementStart =>
  providerId !== null && countsFromPurchase.has(providerId) ? 'purchase' : 'packStart'

/** What the plan of a subscription brings along on a day: the one rule for its page, Home and overlaps. */
export const rightsOf = (
  { facts, records, providerId }: Pick<SubscriptionDocument, 'facts' | 'records' | 'providerId'>,
  plan: Pick<PlanDocument, 'includes'> | null | undefined,
  today: CalendarDate,
): Entitlement<PlanInclude>[] =>
  plan === null || plan === undefined || plan.includes.length === 0
    ? []
    : entitlementsOf(plan.includes, facts, records, startOf(providerId), today)
