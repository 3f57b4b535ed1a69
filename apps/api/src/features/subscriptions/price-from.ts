import { firstUnbilled, hasPeriod, periodByIndex, type CalendarDate } from '@streamline/domain'
import type { SubscriptionDocument } from './subscription.document.ts'

type Billed = Pick<SubscriptionDocument, 'facts'>

/** First day of the first period that another price can hold for: the running one keeps its price and its split. */
export const soonestPriceOn = ({ facts }: Billed, today: CalendarDate): CalendarDate =>
  periodByIndex(facts.terms, firstUnbilled(facts, today)).startsOn

/**
 * What puts another price off, wished from a day on or as soon as it can be: bills that are settled keep what was paid. Undefined where
 * none lies beyond.
 */
export const puttingOff = (
  subscription: Billed,
  wished: CalendarDate | undefined,
  settledUntil: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | undefined => {
  const { facts } = subscription
  if (settledUntil === null || (wished !== undefined && wished >= settledUntil)) return undefined
  if (!hasPeriod(facts.terms, firstUnbilled(facts, today))) return undefined
  return settledUntil > soonestPriceOn(subscription, today) ? settledUntil : undefined
}
