import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { on } from '../test-drafts.ts'
import { dateOfEpochDay } from './calendar.ts'
import { calendarDateIn, instantAt, isTimeZone, startOfDay } from './zone.ts'

const zones = [
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
  'Asia/Tehran',
  'America/St_Johns',
  'Antarctica/Troll',
  'UTC',
]
const anyZone = fc.constantFrom(...zones)
const fromYear = (year: number): number => Date.UTC(year, 0, 1)
const anyInstant = fc.integer({ min: fromYear(1971), max: fromYear(2100) })
const dateByTemporal = (epochMs: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate().toString()

describe('calendarDateIn', () => {
  it('is the date on the wall of the zone', () => {
    const instant = Date.parse('2026-01-31T18:29:59.999Z')
    expect(calendarDateIn(instant, 'Asia/Kolkata')).toBe('2026-01-31')
    expect(calendarDateIn(instant + 1, 'Asia/Kolkata')).toBe('2026-02-01')
    expect(calendarDateIn(instant, 'Asia/Kathmandu')).toBe('2026-02-01')
    expect(calendarDateIn(-1, 'UTC')).toBe('1969-12-31')
    expect(calendarDateIn(0.5, 'UTC')).toBe('1970-01-01')
  })

  it('equals Temporal at any instant', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (epochMs, zone) => {
        expect(calendarDateIn(epochMs, zone)).toBe(dateByTemporal(epochMs, zone))
      }),
      { numRuns: 1500 },
    )
  })

  it('equals Temporal around every change of the clocks from 2000 to 2030', () => {
    for (const zone of zones) {
      let at = Temporal.Instant.from('2000-01-01T00:00Z').toZonedDateTimeISO(zone)
      for (;;) {
        const next = at.getTimeZoneTransition('next')
        if (next === null || next.year > 2030) break
        for (const minutes of [-1500, -61, -31, -1, 0, 1, 29, 59, 1380, 1500]) {
          const epochMs = next.epochMilliseconds + minutes * 60_000
          expect(calendarDateIn(epochMs, zone)).toBe(dateByTemporal(epochMs, zone))
        }
        at = next
      }
    }
  })

  it('skips the day that Samoa skipped', () => {
    expect(calendarDateIn(Date.parse('2011-12-30T09:59:00Z'), 'Pacific/Apia')).toBe('2011-12-29')
    expect(calendarDateIn(Date.parse('2011-12-30T10:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31')
  })

  it('stays right when more days were asked for than it remembers', () => {
    for (let day = 0; day < 5000; day++)
      expect(calendarDateIn(day * 86_400_000, 'Asia/Kolkata')).toBe(dateOfEpochDay(day))
  })

  it('refuses what is no zone and no instant', () => {
    expect(() => calendarDateIn(0, 'Asia/Atlantis')).toThrow(/not an IANA time zone/)
    expect(() => calendarDateIn(0, '+05:30')).toThrow(/not an IANA time zone/)
    expect(() => calendarDateIn(Number.NaN, 'UTC')).toThrow(/not an instant/)
    expect(() => calendarDateIn(8.64e15 + 1, 'UTC')).toThrow(/not an instant/)
    expect(() => calendarDateIn(Date.UTC(2201, 0, 1), 'UTC')).toThrow(/beyond the years/)
  })
})

describe('instantAt', () => {
  it('moves a wall time in a gap on by the gap, and takes the first of two', () => {
    expect(instantAt(on('2026-03-29'), '02:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30Z'))
    expect(instantAt(on('2026-10-25'), '02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30Z'))
    expect(instantAt(on('2026-10-04'), '02:15', 'Australia/Lord_Howe')).toBe(Date.parse('2026-10-03T15:45Z'))
  })

  it('comes back to its own date and is Temporal’s compatible', () => {
    const anyDay = fc.integer({ min: 400, max: 47_000 }).map(dateOfEpochDay)
    const anyTime = fc
      .integer({ min: 0, max: 1439 })
      .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
    fc.assert(
      fc.property(anyDay, anyTime, anyZone, (date, time, zone) => {
        const expected = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone)
        expect(instantAt(date, time, zone)).toBe(expected.epochMilliseconds)
        expect(calendarDateIn(instantAt(date, time, zone), zone)).toBe(expected.toPlainDate().toString())
      }),
    )
  })

  it.each(['24:00', '9:00', '09:60', '09:00:00', ''])('refuses the wall time "%s"', (time) => {
    expect(() => instantAt(on('2026-01-01'), time, 'UTC')).toThrow(/not a time/)
  })
})

describe('startOfDay', () => {
  it('is the first instant of the date, also where midnight does not exist', () => {
    expect(startOfDay(on('2018-11-04'), 'America/Sao_Paulo')).toBe(Date.parse('2018-11-04T03:00Z'))
    expect(startOfDay(on('2026-01-01'), 'Asia/Kolkata')).toBe(Date.parse('2025-12-31T18:30Z'))
    expect(() => startOfDay(on('2026-01-01'), 'Nowhere')).toThrow(/not an IANA time zone/)
  })
})

describe('isTimeZone', () => {
  it('knows zones by name only', () => {
    expect(zones.every(isTimeZone)).toBe(true)
    expect(isTimeZone('asia/kolkata')).toBe(true)
    expect(['', '+05:30', 'Mars/Olympus', 'Asia'].some(isTimeZone)).toBe(false)
  })
})
