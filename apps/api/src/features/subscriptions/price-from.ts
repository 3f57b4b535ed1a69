import { firstUnbilled, hasPeriod, periodByIndex, type CalendarDate } from '@streamline/domain'
import type { SubscriptionDocument } from './subscription.document.ts'

/**
 * From which day another price holds: as wished, but after every bill that is settled, which keeps what was paid. Undefined: as soon as
 * it can be.
 */
export const priceFrom = (
  { facts }: Pick<SubscriptionDocument, 'facts'>,
  wished: CalendarDate | undefined,
  settledUntil: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | undefined => {
  if (settledUntil === null || (wished !== undefined && wished >= settledUntil)) return wished
  const next = firstUnbilled(facts, today)
  if (!hasPeriod(facts.terms, next)) return wished
  const soonest = periodByIndex(facts.terms, next).startsOn
  return settledUntil > soonest ? settledUntil : wished
}
