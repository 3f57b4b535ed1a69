import {
  chargesBySubscription,
  isUrgentNews,
  outstandingOf,
  type CalendarDate,
  type OverviewCharge,
  type PriceNews,
} from '@streamline/domain'
import { mayHaveNews, newsOf } from '../subscriptions/subscriptions.service.ts'
import type { OverviewSubject } from './overview-subject.ts'

/** Dearer prices that are to come or have come lately, by subscription. */
export const priceNewsOfAll = (
  subjects: readonly OverviewSubject[],
  charges: readonly OverviewCharge[],
  today: CalendarDate,
): ReadonlyMap<string, PriceNews> => {
  const news = new Map<string, PriceNews>()
  const asked = subjects.filter((subject) => mayHaveNews(subject, subject.plan))
  if (asked.length === 0) return news
  const chargesOf = chargesBySubscription(charges)
  for (const subject of asked) {
    const open = (chargesOf.get(subject.id) ?? []).flatMap((charge) => {
      const amount = outstandingOf(charge)
      const { index, dueOn, currency } = charge
      return amount > 0 ? [{ index, dueOn, outstanding: { amount, currency } }] : []
    })
    const told = newsOf(subject, subject.plan, open, today)
    if (told !== null && isUrgentNews(told, today)) news.set(subject.id, told)
  }
  return news
}
