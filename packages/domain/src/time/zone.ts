import { DomainError } from '../error.ts'
import type { CalendarDate } from './calendar.ts'

/** The calendar date of an instant (milliseconds since 1970) in a time zone (law 1). `invalid-time-zone`. */
export function calendarDateIn(_epochMs: number, _timeZone: string): CalendarDate {
  throw new DomainError('invalid-time-zone', 'pending')
}

/** The instant (epoch milliseconds) of a wall time `HH:MM` on a date; a gap or overlap resolves as `compatible` (law 1). */
export function instantAt(_date: CalendarDate, _wallTime: string, _timeZone: string): number {
  throw new DomainError('invalid-time-zone', 'pending')
}

/** The first instant (epoch milliseconds) of a date in a time zone, also where midnight does not exist. */
export function startOfDay(_date: CalendarDate, _timeZone: string): number {
  throw new DomainError('invalid-time-zone', 'pending')
}

/** True for an IANA time zone that this runtime knows. */
export function isTimeZone(_text: string): boolean {
  throw new DomainError('invalid-time-zone', 'pending')
}
