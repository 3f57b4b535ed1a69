import { addDays, epochDayOf, type CalendarDate } from '../time/calendar.ts'
import type { Money } from '../money/money.ts'
import { sumOf } from '../money/sum.ts'
import type { Occasion } from './reminder.ts'

/** Debits of a person that nobody has looked at. */
interface OpenDebits {
  readonly count: number
  readonly total: Money | null
}

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4

/** The Monday on or after a day. */
export const mondayFrom = (day: CalendarDate): CalendarDate =>
  addDays(day, (((FIRST_MONDAY - epochDayOf(day)) % 7) + 7) % 7)

/**
 * Debits that booked themselves and that a person has not looked at: one message a week for all of them (decision 0036). The week that goes on
 * is there too: of it something may be late, or was put off into it.
 */
export function assumedOccasions(householdId: string, open: OpenDebits, today: CalendarDate): Occasion[] {
  if (open.count === 0) return []
  const next = mondayFrom(today)
  const mondays = next === today ? [next] : [addDays(next, -7), next]
  return mondays.map((on) => ofMonday(householdId, open, on))
}

/** Of a debit ahead that will book itself, what a person will be asked for. */
export interface ComingDebit {
  readonly dueOn: CalendarDate
  readonly amount: Money
}

/** Beyond them the debits that follow are not known yet. */
const WEEKS_AHEAD = 4

/** The same as they will be asked for on the next Mondays, if nobody looks at them: those that book themselves until then are among them. */
export function assumedAhead(
  householdId: string,
  open: OpenDebits,
  coming: readonly ComingDebit[],
  today: CalendarDate,
): Occasion[] {
  const next = mondayFrom(today)
  return Array.from({ length: WEEKS_AHEAD }, (_, week) => addDays(next, 7 * week)).flatMap((on) => {
    const booked = coming.filter(({ dueOn }) => dueOn > today && dueOn <= on)
    const count = open.count + booked.length
    return count === 0 ? [] : [ofMonday(householdId, { count, total: totalOf(open, booked) }, on)]
  })
}

/** Null in several currencies. */
function totalOf({ count, total }: OpenDebits, booked: readonly ComingDebit[]): Money | null {
  if (count > 0 && total === null) return null
  const all = [...(total === null ? [] : [total]), ...booked.map(({ amount }) => amount)]
  const [first] = all
  if (first === undefined || all.some(({ currency }) => currency !== first.currency)) return null
  return sumOf(
    all.map(({ amount }) => amount),
    first.currency,
  )
}

const ofMonday = (householdId: string, { count, total: amount }: OpenDebits, on: CalendarDate): Occasion => ({
  kind: 'assumed',
  subjectId: householdId,
  subscriptionId: null,
  on,
  from: on,
  until: addDays(on, 6),
  amount,
  concerned: 'payer',
  isNews: false,
  nextOn: null,
  count,
})
