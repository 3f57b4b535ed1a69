import { DomainError } from '../error.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { Draft, Phase, Terms } from './terms.ts'

/** One concrete half-open `[startsOn, endsOn)` and what it costs, in minor units of `currency`. */
export interface Period {
  /** 0-based over the whole subscription. */
  readonly index: number
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  readonly billedOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly phase: Phase
  /** Position of its segment in `terms.segments`. */
  readonly segment: number
  readonly net: number
  readonly tax: number
  readonly amount: number
  readonly currency: string
  /** Days billed, and days of the whole period that the price is for; different only for a prorated postpaid period. */
  readonly days: number
  readonly ofDays: number
  /** True for a manual period that nobody has recharged yet. */
  readonly expected: boolean
}

export interface PeriodQuery {
  /** First period index; default 0. */
  readonly from?: number | undefined
  /** Only periods that start before this date. */
  readonly until?: CalendarDate | undefined
  readonly limit?: number | undefined
  /** Go on with manual periods as if recharged on time; default false. */
  readonly expected?: boolean | undefined
}

export function periodsOf(_terms: Terms, _query: PeriodQuery = {}): Period[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function periodAt(
  _terms: Terms,
  _date: CalendarDate,
  _options: { readonly expected?: boolean | undefined } = {},
): Period | undefined {
  throw new DomainError('invalid-terms', 'pending')
}
export function periodByIndex(_terms: Terms, _index: number): Period {
  throw new DomainError('invalid-terms', 'pending')
}
export function nextPeriods(
  _terms: Terms,
  _today: CalendarDate,
  _n: number,
  _options: { readonly expected?: boolean | undefined } = {},
): Period[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function previewPeriods(_draft: Draft, _count: number): Period[] {
  throw new DomainError('invalid-terms', 'pending')
}
