import { Temporal } from 'temporal-polyfill'
import { DomainError } from '../error.ts'
import { dateOfEpochDay, epochDayOf, parseCalendarDate } from './calendar.ts'
import type { CalendarDate } from './calendar.ts'
import { parseWallTime } from './wall-time.ts'

const DAY = 86_400_000
const REMEMBERED_DAYS = 4096

interface Zone {
  readonly format: Intl.DateTimeFormat
  /** Offset in ms through a whole UTC day, or null for a day on which it changes. */
  readonly offsets: Map<number, number | null>
}

/** By lower-case name: a name may be written in any case, and each zone is remembered once. */
const zones = new Map<string, Zone>()

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!/^[A-Za-z]/.test(timeZone)) return undefined
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return undefined
  }
}

function zoneOf(timeZone: string): Zone {
  const name = timeZone.toLowerCase()
  const known = zones.get(name)
  if (known !== undefined) return known
  const format = formatOf(timeZone)
  if (format === undefined)
    throw new DomainError('invalid-time-zone', `"${timeZone}" is not an IANA time zone.`, { timeZone })
  const zone: Zone = { format, offsets: new Map() }
  zones.set(name, zone)
  return zone
}

/** Offset from UTC in ms at an instant, read from the runtime's zone data. */
function offsetAt(zone: Zone, epochMs: number): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of zone.format.formatToParts(epochMs)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000
}

function offsetOfDay(zone: Zone, utcDay: number): number | null {
  const known = zone.offsets.get(utcDay)
  if (known !== undefined) return known
  const offset = offsetAt(zone, utcDay * DAY)
  const steady = offset === offsetAt(zone, (utcDay + 1) * DAY) ? offset : null
  if (zone.offsets.size >= REMEMBERED_DAYS) zone.offsets.clear()
  zone.offsets.set(utcDay, steady)
  return steady
}

/**
 * The calendar date of an instant (ms since 1970) in an IANA time zone: the one place where an instant becomes a date
 * (law 1). `invalid-time-zone`; `invalid-date` when it is not an instant of the years 1900–2200.
 */
export function calendarDateIn(epochMs: number, timeZone: string): CalendarDate {
  const zone = zoneOf(timeZone)
  if (!Number.isFinite(epochMs) || Math.abs(epochMs) > 8.64e15)
    throw new DomainError('invalid-date', `${epochMs} is not an instant.`, { epochMs: String(epochMs) })
  const offset = offsetOfDay(zone, Math.floor(epochMs / DAY)) ?? offsetAt(zone, epochMs)
  return dateOfEpochDay(Math.floor((epochMs + offset) / DAY))
}

/**
 * The instant (ms since 1970) of a wall time `HH:MM` on a date in a time zone. A time in a DST gap moves on by the gap, of
 * two equal times the first is meant: Temporal's `compatible` (law 1). `invalid-date`, `invalid-time`, `invalid-time-zone`.
 */
export function instantAt(date: CalendarDate, wallTime: string, timeZone: string): number {
  const time = parseWallTime(wallTime)
  zoneOf(timeZone)
  return Temporal.PlainDateTime.from(`${parseCalendarDate(date)}T${time}`).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  }).epochMilliseconds
}

/** The first instant (ms since 1970) of a date in a time zone, also where midnight does not exist. Errors as `instantAt`. */
export function startOfDay(date: CalendarDate, timeZone: string): number {
  const zone = zoneOf(timeZone)
  const day = epochDayOf(parseCalendarDate(date))
  const offset = offsetOfDay(zone, day)
  // Midnight lies in this UTC day or in the one before; where neither changes the clocks nothing needs to be asked.
  if (offset !== null && offset === offsetOfDay(zone, day - 1)) return day * DAY - offset
  return Temporal.PlainDate.from(parseCalendarDate(date)).toZonedDateTime(timeZone).epochMilliseconds
}

/** True for an IANA time zone that this runtime knows; plain offsets such as `+05:30` are not zones. */
export function isTimeZone(text: string): boolean {
  return zones.has(text.toLowerCase()) || formatOf(text) !== undefined
}
