import {
  isUrgentNews,
  noticeOf,
  outstandingOf,
  type CalendarDate,
  type OverviewCharge,
  type RemindedSubscription,
} from '@streamline/domain'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { newsOf, rightsOf, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'

/** A subscription as the rules of reminders need it, on a day. */
export const remindedSubscription = (
  document: SubscriptionDocument,
  plan: PlanDocument | null,
  charges: readonly OverviewCharge[],
  today: CalendarDate,
): RemindedSubscription => {
  const { id, name, kind, providerId, facts, paidBy, ownerId, noticeDays, raised, recordsItself } = document
  const open = charges.flatMap((charge) => {
    const amount = outstandingOf(charge)
    const { index, dueOn, currency } = charge
    return amount > 0 ? [{ index, dueOn, outstanding: { amount, currency } }] : []
  })
  const news = newsOf(document, plan, open, today)
  return {
    id,
    name,
    kind,
    providerId,
    facts,
    paidByMemberId: paidBy,
    ownerMemberId: ownerId,
    notice: noticeOf(facts.terms, noticeDays),
    raised,
    recordsItselfFrom: recordsItself ? recordsItself.from : null,
    priceNews: news !== null && isUrgentNews(news, today) ? news : null,
    entitlements: rightsOf(document, plan, today),
  }
}
