import { DomainError } from '../error.ts'
import type { Money } from '../money/money.ts'
import { epochDayOf, LAST_DAY } from '../time/calendar.ts'
import type { CalendarDate, EpochDay } from '../time/calendar.ts'
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
  const lasts = burnt(held, epochDayOf(startsOn), rates)
  const { days } = lasts
  if (days > MAX_COUNT)
    throw new DomainError('invalid-terms', `A balance of ${days} days is longer than ${MAX_COUNT}.`, { days })
  return lasts
}

function burnt(held: number, first: EpochDay, rates: readonly DayRate[]): Lasting {
  let [left, day] = [held, first]
  for (const [at, { rate }] of rates.entries()) {
    const next = rates[at + 1]
    const until = next === undefined ? Infinity : epochDayOf(next.fromOn)
    if (until <= day) continue
    const paid = Math.min(Math.floor(left / rate.amount), until - day)
    left -= paid * rate.amount
    day += paid
    if (day < until) break
  }
  return { days: day - first, left }
}

/** So many days ahead, and so many recharges, the lengths of what is expected are worked out; beyond, all are as long as the last. */
const DAYS_AHEAD = 800
const RECHARGES_AHEAD = 200

/**
 * How many days each expected recharge lasts, one behind the other: each gets what is left of those before, at the rates of its own days.
 * `left` and `amount` in minor units; the last of the list stands for all that follow.
 */
export function expectedLengths(
  startsOn: CalendarDate,
  left: number,
  amount: number,
  rates: readonly DayRate[],
): number[] {
  const lengths: number[] = []
  const first = epochDayOf(startsOn)
  let [held, day] = [left + amount, first]
  while (day < Math.min(first + DAYS_AHEAD, LAST_DAY) && lengths.length < RECHARGES_AHEAD) {
    const lasts = burnt(held, day, rates)
    // Expecting is never refused: what pays for no day is expected again tomorrow, and nothing for longer than a period can be.
    const days = Math.min(Math.max(1, lasts.days), MAX_COUNT)
    lengths.push(days)
    held = lasts.left + amount
    day += days
  }
  return lengths
}
