import { firstUnbilled, hasPeriod, periodByIndex, type CalendarDate } from '@streamline/domain'
import type { SubscriptionDocument } from './subscription.document.ts'

type Billed = Pick<SubscriptionDocument, 'facts'>

/** First day of the first period that another price can hold for: the running one keeps its price and its split. */
export const soonestPriceOn = ({ facts }: Billed, today: CalendarDate): CalendarDate =>
  periodByIndex(facts.terms, firstUnbilled(facts, today)).startsOn

/**
 * From which day another price holds: as wished, but after every bill that is settled, which keeps what was paid. Undefined: as soon as
 * it can be.
 */
export const priceFrom = (
  subscription: Billed,
  wished: CalendarDate | undefined,
  settledUntil: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | undefined => {
  const { facts } = subscription
  if (settledUntil === null || (wished !== undefined && wished >= settledUntil)) return wished
  if (!hasPeriod(facts.terms, firstUnbilled(facts, today))) return wished
  return settledUntil > soonestPriceOn(subscription, today) ? settledUntil : wished
}
