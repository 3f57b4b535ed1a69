import type { Money } from '../money/money.ts'
import { divideHalfUp, safeNumber } from '../money/rounding.ts'
import { addDays, daysBetween, maxDate, minDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { datedUsage, daysUsed, toldUntil, usedWithin } from './reading.ts'
import type { DaySpan, UsageReading } from './reading.ts'
import { MEGABYTES_PER_GIGABYTE } from './usage-kind.ts'

/** Days that a cost of use looks back, today among them. */
export const COST_DAYS = 90

/** What was charged for days of use: a period, or a booster with its validity. In minor units, tax included. */
export interface CostOfDays extends DaySpan {
  readonly amount: Money
}

/** What one use cost: `each` is exact money, rounded once; `count` is in days, minutes or megabytes. */
export interface CostEach {
  readonly count: number
  readonly each: Money
}

/** What use cost in a stretch of days. A part is null where nothing of it was noted. */
export interface CostOfUse {
  readonly window: DaySpan
  /** What the days of the window cost. */
  readonly cost: Money
  /** Per day on which it was used; two notes of one day are one use. */
  readonly perUse: CostEach | null
  readonly perHour: CostEach | null
  readonly perGigabyte: CostEach | null
}

/** An amount as a fraction, until it is rounded. */
interface Exact {
  readonly over: bigint
  readonly under: bigint
}

const sum = (one: Exact, other: Exact): Exact => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
})

/** Each day of a period carries an equal part of its charge (law 13). */
const costWithin = ({ amount, ...days }: CostOfDays, window: DaySpan): Exact => {
  const inside = Math.max(
    0,
    daysBetween(maxDate(days.startsOn, window.startsOn), minDate(days.endsOn, window.endsOn)),
  )
  return {
    over: BigInt(amount.amount) * BigInt(inside),
    under: BigInt(daysBetween(days.startsOn, days.endsOn)),
  }
}

/**
 * What use cost in the last 90 days, until today, or until the meter that is the last note, or since the period in which the first note of all lies: days before
 * anybody noted anything would make every use look dear. Null where nothing was noted or charged in them, or where charges
 * are in more than one currency.
 */
export function costOfUse(
  charges: readonly CostOfDays[],
  readings: readonly UsageReading[],
  today: CalendarDate,
): CostOfUse | null {
  const window = windowOf(charges, readings, today)
  const costs = charges.filter(
    ({ startsOn, endsOn }) => startsOn < endsOn && startsOn < window.endsOn && window.startsOn < endsOn,
  )
  const [first] = costs
  if (first === undefined) return null
  const { currency } = first.amount
  if (costs.some(({ amount }) => amount.currency !== currency)) return null
  const cost = costs.map((charge) => costWithin(charge, window)).reduce(sum, { over: 0n, under: 1n })
  const times = (factor: number, count: number): CostEach | null =>
    count <= 0
      ? null
      : {
          count,
          each: {
            amount: safeNumber(divideHalfUp(cost.over * BigInt(factor), cost.under * BigInt(count))),
            currency,
          },
        }
  const isInside = (on: CalendarDate) => on >= window.startsOn && on < window.endsOn
  const noted = (kind: 'hours' | 'data') => usedWithin(datedUsage(readings, kind), window)
  const parts = {
    perUse: times(1, daysUsed(readings, ['used', 'hours']).filter(isInside).length),
    perHour: times(60, noted('hours')),
    perGigabyte: times(MEGABYTES_PER_GIGABYTE, noted('data')),
  }
  if (Object.values(parts).every((part) => part === null)) return null
  return { window, cost: { amount: safeNumber(divideHalfUp(cost.over, cost.under)), currency }, ...parts }
}

function windowOf(
  charges: readonly CostOfDays[],
  readings: readonly UsageReading[],
  today: CalendarDate,
): DaySpan {
  const earliest = addDays(today, 1 - COST_DAYS)
  const first = readings.map(({ since }) => since).toSorted()[0] ?? earliest
  return {
    startsOn: maxDate(earliest, beginOf(charges, first)),
    endsOn: addDays(maxDate(earliest, toldUntil(readings, today)), 1),
  }
}

/** First day of what was charged for a day. */
const beginOf = (charges: readonly CostOfDays[], day: CalendarDate): CalendarDate =>
  charges
    .filter(({ startsOn, endsOn }) => startsOn <= day && day < endsOn)
    .reduce((first, { startsOn }) => minDate(first, startsOn), day)
