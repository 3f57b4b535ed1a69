import {
  chargesToRaise,
  DomainError,
  periodAt,
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

/** Index of the period that runs on a date; where none runs, of the next one. */
export const indexOn = (terms: Terms, date: CalendarDate): number =>
  periodAt(terms, date)?.index ?? periodsOf(terms, { until: date, expected: false }).length

/** The first period whose price may still change: not billed yet, and no pack that was recharged already. */
export const firstUnbilled = ({ terms }: SubscriptionFacts, today: CalendarDate): number => {
  if (terms.opened !== null) return terms.opened
  const from = indexOn(terms, today)
  return periodsOf(terms, { from, limit: 3 }).find(({ billedOn }) => billedOn > today)?.index ?? from
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
