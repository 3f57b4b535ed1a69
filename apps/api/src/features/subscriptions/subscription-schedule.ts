import {
  chargesToRaise,
  DomainError,
  hasPeriod,
  isPausedForGood,
  periodByIndex,
  periodsOf,
  type CalendarDate,
  type Period,
  type PeriodQuery,
  type SubscriptionFacts,
  type Terms,
} from '@streamline/domain'
import { startOfDay } from '@streamline/domain/zone'
import { nextDebitOn } from './records-itself.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

interface Moment {
  /** The household's date. */
  readonly today: CalendarDate
  readonly timeZone: string
}

/**
 * When the next charge must be raised by itself: on the day on which the one ahead is billed (law 21: exactly one
 * ahead). Null for packs that a recharge opens, and for what has been cancelled, has had its last period or is paused until somebody resumes it.
 */
const nextEffectOn = (facts: SubscriptionFacts, raised: number): CalendarDate | null => {
  const { terms, cancellation } = facts
  if (terms.opened !== null || cancellation !== undefined || !hasPeriod(terms, raised)) return null
  if (isPausedForGood(facts, periodByIndex(terms, raised))) return null
  return raised === 0 ? terms.startsOn : periodByIndex(terms, raised - 1).billedOn
}

const earlierOf = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || (b !== null && b < a) ? b : a

/**
 * What of facts is raised once the charges from a period on are what they should be on a date, and when to look again: to
 * raise the next, or to book a debit on its due day. A draft that cannot be billed is refused here.
 */
export const raisedBy = (
  { facts, recordsItself, withdrawn }: Pick<SubscriptionDocument, 'facts' | 'recordsItself' | 'withdrawn'>,
  { today, timeZone }: Moment,
  fromIndex = 0,
) => {
  if (withdrawn) return { raised: 0, nextEffectOn: null, nextLookAt: null }
  const last = chargesToRaise(facts, today, { fromIndex }).at(-1)
  const raised = last === undefined ? fromIndex : last.index + 1
  const next = earlierOf(nextEffectOn(facts, raised), nextDebitOn(facts, recordsItself, { raised, today }))
  return { raised, nextEffectOn: next, nextLookAt: lookAt(next, timeZone) }
}

/** The instant at which a date begins in a household. */
export const lookAt = (date: CalendarDate | null, timeZone: string): string | null =>
  date === null ? null : new Date(startOfDay(date, timeZone)).toISOString()

/** Periods as far as the calendar of this product goes: the year 2200 ends a list instead of failing it. */
export const periodsWithin = (terms: Terms, query: PeriodQuery & { readonly limit: number }): Period[] => {
  for (let { limit } = query; limit > 0; limit--) {
    try {
      return periodsOf(terms, { ...query, limit })
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid-date') throw error
    }
  }
  return []
}
