import {
  noticeOf,
  priceNewsOf,
  type CalendarDate,
  type PriceNews,
  type RaisedCharges,
} from '@streamline/domain'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

type Pinned = Pick<
  SubscriptionDocument,
  'facts' | 'priceVersionId' | 'keptBesideId' | 'noticeDays' | 'raised'
>

/** Nearly always it pays the last price there is, and nothing more is to be asked. */
export const mayHaveNews = ({ priceVersionId }: Pinned, plan: PlanDocument | null): plan is PlanDocument =>
  plan !== null &&
  priceVersionId !== null &&
  (plan.announced.at(-1) ?? plan.priceVersions.at(-1))?.id !== priceVersionId

/** What the provider's prices say to a subscription. */
export const newsOf = (
  subscription: Pinned,
  plan: PlanDocument | null,
  open: RaisedCharges['open'],
  today: CalendarDate,
): PriceNews | null => {
  if (!mayHaveNews(subscription, plan)) return null
  const { facts, noticeDays, raised } = subscription
  const prices = [...plan.priceVersions, ...plan.announced]
  const pinned = { ...subscription, notice: noticeOf(facts.terms, noticeDays) }
  return priceNewsOf(pinned, { interval: plan.interval, prices }, { raised, open }, today)
}
