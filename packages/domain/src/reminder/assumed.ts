import { addDays, epochDayOf, type CalendarDate } from '../time/calendar.ts'
import type { Money } from '../money/money.ts'
import type { Occasion } from './reminder.ts'

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4

/** The Monday on or after a day. */
export const mondayFrom = (day: CalendarDate): CalendarDate =>
  addDays(day, (((FIRST_MONDAY - epochDayOf(day)) % 7) + 7) % 7)

/** Debits that booked themselves and that a person has not looked at: one message a week for all of them (decision 23). */
export function assumedOccasion(
  householdId: string,
  open: { readonly count: number; readonly total: Money | null },
  today: CalendarDate,
): Occasion | null {
  if (open.count === 0) return null
  const on = mondayFrom(today)
  return {
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
  }
}
