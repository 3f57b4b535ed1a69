import {
  chargesToRaise,
  DomainError,
  periodByIndex,
  periodsOf,
  type CalendarDate,
  type Period,
  type PeriodQuery,
  type SubscriptionFacts,
  type Terms,
} from '@streamline/domain'

/**
 * When the next charge must be raised by itself: on the day on which the one ahead is billed (decision 2: exactly one
 * ahead). Null for packs that a recharge opens, and for what has been cancelled.
 */
const nextEffectOn = ({ terms, cancellation }: SubscriptionFacts, raised: number): CalendarDate | null => {
  if (terms.opened !== null || cancellation !== undefined) return null
  return raised === 0 ? terms.startsOn : periodByIndex(terms, raised - 1).billedOn
}

/** Charges that exist once these periods have theirs. */
const raisedAfter = (periods: readonly Period[], raised: number): number =>
  Math.max(raised, (periods.at(-1)?.index ?? -1) + 1)

/** Facts with what of them has been raised by a date; a draft that cannot be billed is refused here. */
export const raisedBy = (facts: SubscriptionFacts, today: CalendarDate, raised = 0) => {
  const total = raisedAfter(chargesToRaise(facts, today, { fromIndex: raised }), raised)
  return { raised: total, nextEffectOn: nextEffectOn(facts, total) }
}

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
