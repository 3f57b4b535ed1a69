import { DomainError } from '../error.ts'
import { dateOfEpochDay, epochDayOf } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { Period } from './period.ts'
import { termsOf } from './terms.ts'
import type { Draft } from './draft.ts'
import type { Terms } from './terms.ts'
import {
  endDayOf,
  firstIndexFrom,
  isInCalendar,
  partOfIndex,
  periodOf,
  startDayOf,
  timelineOf,
} from './timeline.ts'
import type { Part } from './timeline.ts'

export interface PeriodQuery {
  /** First period index; default 0. */
  readonly from?: number | undefined
  /** Only periods that start before this date. */
  readonly until?: CalendarDate | undefined
  /** At most so many, 0–5000. */
  readonly limit?: number | undefined
  /** Go on with manual periods as if recharged on time; default false. */
  readonly expected?: boolean | undefined
  /** Everything ends on this date, as by a cancellation: the last period is cut, later ones do not exist. */
  readonly cutOn?: CalendarDate | undefined
}

/** The longest answer of `periodsOf`. */
export const MAX_PERIODS = 5000

const hasExpected = { expected: true } as const

/** Index after the last period that may be shown. */
function endIndex(terms: Terms, expected: boolean | undefined): number {
  return expected === true ? Infinity : (terms.opened ?? Infinity)
}

/**
 * The periods in order of the index. They touch without gap or overlap, except where a late renewal or a pause left a gap.
 * They end with the calendar: none ends, or falls due, after 2200. Without `limit`, more than 5000 is `too-many-periods`; so an open subscription needs `until` or `limit`.
 */
export function periodsOf(terms: Terms, query: PeriodQuery = {}): Period[] {
  const { from = 0, limit = MAX_PERIODS + 1, until } = query
  if (!Number.isInteger(from) || from < 0)
    throw new DomainError('invalid-period', `${from} is not the index of a period.`, { index: from })
  const untilDay = until === undefined ? Infinity : epochDayOf(until)
  const end = Math.min(endIndex(terms, query.expected), from + limit)
  const found = walk(timelineOf(terms, query.cutOn), from, end, untilDay, terms.opened ?? Infinity)
  if (found.length <= MAX_PERIODS) return found
  throw new DomainError('too-many-periods', `More than ${MAX_PERIODS} periods were asked for.`, {
    most: MAX_PERIODS,
  })
}

/** Periods of [from, end) that start before `untilDay`; at most one more than `MAX_PERIODS`. */
function walk(parts: readonly Part[], from: number, end: number, untilDay: number, opened: number): Period[] {
  const found: Period[] = []
  for (const part of parts) {
    const last = Math.min(part.firstIndex + part.count, end)
    let index = Math.max(from, part.firstIndex)
    let startDay = startDayOf(part, index)
    let startsOn: CalendarDate | undefined
    while (index < last && startDay < untilDay && startDay < part.stopDay && found.length <= MAX_PERIODS) {
      const endDay = endDayOf(part, index)
      if (!isInCalendar(part, endDay)) return found
      const period = periodOf(part, index, startsOn ?? dateOfEpochDay(startDay), endDay, opened)
      found.push(period)
      index += 1
      startDay = startDayOf(part, index)
      startsOn = period.endsOn
    }
  }
  return found
}

/** Period `index`, also an expected one. `invalid-period` when the terms have no such period. */
export function periodByIndex(terms: Terms, index: number): Period {
  const [period] = periodsOf(terms, { from: index, limit: 1, expected: true })
  if (period !== undefined) return period
  throw new DomainError('invalid-period', `There is no period ${index}.`, { index })
}

/** The period that contains a date, or undefined before the start, in a gap, and after the last opened period. */
export function periodAt(
  terms: Terms,
  date: CalendarDate,
  options: { readonly expected?: boolean | undefined } = {},
): Period | undefined {
  const parts = timelineOf(terms)
  const index = firstIndexFrom(parts, epochDayOf(date) + 1) - 1
  if (index < 0 || index >= endIndex(terms, options.expected)) return undefined
  const part = partOfIndex(parts, index)
  if (part === undefined || !isInCalendar(part, endDayOf(part, index))) return undefined
  const startsOn = dateOfEpochDay(startDayOf(part, index))
  const period = periodOf(part, index, startsOn, endDayOf(part, index), terms.opened ?? Infinity)
  return date < period.endsOn ? period : undefined
}

/** The next `n` periods that start after today; with `expected`, manual ones as if recharged on time. */
export function nextPeriods(
  terms: Terms,
  today: CalendarDate,
  n: number,
  options: { readonly expected?: boolean | undefined } = {},
): Period[] {
  const from = firstIndexFrom(timelineOf(terms), epochDayOf(today) + 1)
  return periodsOf(terms, { from, limit: n, expected: options.expected })
}

/** The first day after everything of terms whose last segment is closed; null for those that run on. */
export function closedOn(terms: Terms): CalendarDate | null {
  if (terms.segments.at(-1)?.periods === null) return null
  const periods = terms.segments.reduce((sum, segment) => sum + (segment.periods ?? 0), 0)
  return periods === 0 ? terms.startsOn : periodByIndex(terms, periods - 1).endsOn
}

/** True where the terms have a period of this index, also an expected one. */
export function hasPeriod(terms: Terms, index: number): boolean {
  return periodsOf(terms, { from: index, limit: 1, expected: true }).length > 0
}

/** The first day after the last opened period of manual terms; null for those that open by themselves. */
export function lastEndOf(terms: Terms): CalendarDate | null {
  return terms.opened === null ? null : periodByIndex(terms, terms.opened - 1).endsOn
}

/**
 * The first 1–200 periods of a draft, or those from the one on that has begun by `since`; a manual one goes on as if recharged on time. What it shows is what will be billed: both
 * come from the same terms. Errors as `termsOf`; a count outside 1–200 is `too-many-periods`.
 */
export function previewPeriods(draft: Draft, count: number, since?: CalendarDate): Period[] {
  if (!Number.isInteger(count) || count < 1 || count > 200)
    throw new DomainError('too-many-periods', `A preview shows 1–200 periods, not ${count}.`, { count })
  const terms = termsOf(draft)
  const from =
    since === undefined ? 0 : Math.max(0, firstIndexFrom(timelineOf(terms), epochDayOf(since) + 1) - 1)
  return periodsOf(terms, { from, limit: count, ...hasExpected })
}
