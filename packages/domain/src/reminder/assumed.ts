import { addDays, epochDayOf, type CalendarDate } from '../time/calendar.ts'
import type { Money } from '../money/money.ts'
import type { Occasion } from './reminder.ts'

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4

/** The Monday on or after a day. */
export const mondayFrom = (day: CalendarDate): CalendarDate =>
  addDays(day, (((FIRST_MONDAY - epochDayOf(day)) % 7) + 7) % 7)

/**
 * Debits that booked themselves and that a person has not looked at: one message a week for all of them (decision 23). The week that goes on
 * is there too: of it something may be late, or was put off into it.
 */
export function assumedOccasions(
  householdId: string,
  open: { readonly count: number; readonly total: Money | null },
  today: CalendarDate,
): Occasion[] {
  if (open.count === 0) return []
  const next = mondayFrom(today)
  const mondays = next === today ? [next] : [addDays(next, -7), next]
  return mondays.map((on) => ({
    kind: 'assumed',
    subjectId: householdId,
    subscriptionId: null,
    on,
    from: on,
    until: addDays(on, 6),
    amount: open.total,
    concerned: 'payer',
    isNews: false,
    nextOn: null,
    count: open.count,
  }))
}
