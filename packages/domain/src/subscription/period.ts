import type { CalendarDate } from '../time/calendar.ts'
import type { Phase } from './terms.ts'

/** One concrete half-open `[startsOn, endsOn)` and what it costs, in minor units of `currency`. */
export interface Period {
  /** 0-based over the whole subscription. */
  readonly index: number
  readonly startsOn: CalendarDate
  /** The day of the next renewal; the last usable day is the one before. */
  readonly endsOn: CalendarDate
  readonly billedOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly phase: Phase
  /** Position of its segment in `terms.segments`. */
  readonly segment: number
  readonly net: number
  readonly tax: number
  /** net + tax */
  readonly amount: number
  readonly currency: string
  /** Days billed, and days of the whole period that the price is for; different only for a prorated postpaid period. */
  readonly days: number
  readonly ofDays: number
  /** True for a manual period that nobody has recharged yet. */
  readonly expected: boolean
}
