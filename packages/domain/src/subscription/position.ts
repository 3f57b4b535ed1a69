import { epochDayOf } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import { periodAt, periodsOf } from './periods.ts'
import type { Terms } from './terms.ts'
import { firstIndexFrom, timelineOf } from './timeline.ts'

/** Index of the period that runs on a date; where none runs, of the next one. */
export function indexOn(terms: Terms, date: CalendarDate): number {
  return periodAt(terms, date)?.index ?? periodsOf(terms, { until: date, expected: false }).length
}

/** Index of the first period whose price may still change: not billed yet, and no pack that was recharged already. */
export function firstUnbilled({ terms }: SubscriptionFacts, today: CalendarDate): number {
  if (terms.opened !== null) return terms.opened
  const from = indexOn(terms, today)
  return periodsOf(terms, { from, limit: 3 }).find(({ billedOn }) => billedOn > today)?.index ?? from
}

/** Index of the first period that begins on a date or later, also of one that is only expected. */
export function firstIndexOn(terms: Terms, date: CalendarDate): number {
  return firstIndexFrom(timelineOf(terms), epochDayOf(date))
}
