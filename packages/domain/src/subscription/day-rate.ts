import { DomainError } from '../error.ts'
import type { Money } from '../money/money.ts'
import { epochDayOf } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { MAX_COUNT } from '../time/interval.ts'

/** What a day costs from a day on. */
export interface DayRate {
  readonly fromOn: CalendarDate
  readonly rate: Money
}

/** How long a balance lasts: whole days, and the minor units that are left because a day costs more. */
export interface Lasting {
  readonly days: number
  readonly left: number
}

/**
 * How many whole days an amount of minor units lasts from a day on, each at the rate in force on it; `rates` by day, the first also
 * holds before its day. Exact: what is not used is left. At most 1000 days, more is `invalid-terms`.
 */
export function daysOfBalance(held: number, startsOn: CalendarDate, rates: readonly DayRate[]): Lasting {
  let [left, day] = [held, epochDayOf(startsOn)]
  const first = day
  for (const [at, { rate }] of rates.entries()) {
    const next = rates[at + 1]
    const until = next === undefined ? Infinity : epochDayOf(next.fromOn)
    if (until <= day) continue
    const paid = Math.min(Math.floor(left / rate.amount), until - day)
    left -= paid * rate.amount
    day += paid
    if (day < until) break
  }
  const days = day - first
  if (days > MAX_COUNT)
    throw new DomainError('invalid-terms', `A balance of ${days} days is longer than ${MAX_COUNT}.`, { days })
  return { days, left }
}
