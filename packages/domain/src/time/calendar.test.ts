import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { on } from '../test-drafts.ts'
import {
  addDays,
  addMonths,
  dateOfEpochDay,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  epochDayOf,
  isCalendarDate,
  isLeapYear,
  maxDate,
  minDate,
  monthOf,
  parseCalendarDate,
  startOfMonth,
} from './calendar.ts'

const epoch = Temporal.PlainDate.from('1970-01-01')
const first = epochDayOf(on('1900-01-01'))
const last = epochDayOf(on('2200-12-31'))
const anyDay = fc.integer({ min: first, max: last })
const invalidDate: unknown = expect.objectContaining({ code: 'invalid-date' })

describe('the calendar', () => {
  it('equals Temporal on every day of 1900–2200', () => {
    let date = Temporal.PlainDate.from('1900-01-01')
    for (let day = first; day <= last; day++) {
      const text = date.toString()
      if (dateOfEpochDay(day) !== text || epochDayOf(on(text)) !== day)
        expect.fail(`day ${day} is ${text}, not ${dateOfEpochDay(day)}`)
      date = date.add({ days: 1 })
    }
    expect(epoch.until(date).days).toBe(last + 1)
  })

  it('adds days and months as Temporal does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (day, n) => {
        const date = dateOfEpochDay(day)
        const plain = Temporal.PlainDate.from(date)
        const later = plain.add({ months: n }).toString()
        if (later >= '1900-01-01' && later <= '2200-12-31') expect(addMonths(date, n)).toBe(later)
        const days = plain.add({ days: n }).toString()
        if (days >= '1900-01-01' && days <= '2200-12-31') expect(addDays(date, n)).toBe(days)
      }),
    )
  })

  it('counts days between two dates as Temporal does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = [dateOfEpochDay(a), dateOfEpochDay(b)]
        expect(daysBetween(from, to)).toBe(Temporal.PlainDate.from(from).until(to).days)
        expect([minDate(from, to), maxDate(from, to)]).toEqual([from, to].toSorted())
      }),
    )
  })

  it('knows the length of every month', () => {
    for (let year = 1900; year <= 2200; year++) {
      expect(isLeapYear(year)).toBe(Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear)
      for (let month = 1; month <= 12; month++)
        expect(daysInMonth(year, month)).toBe(Temporal.PlainYearMonth.from({ year, month }).daysInMonth)
    }
  })

  it('reads the parts of a date', () => {
    expect(monthOf(on('2026-03-31'))).toBe('2026-03')
    expect(startOfMonth(on('2026-03-31'))).toBe('2026-03-01')
    expect(dayOfMonth(on('2026-03-31'))).toBe(31)
  })
})

describe('parseCalendarDate', () => {
  it.each(['1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29'])('accepts %s', (text) => {
    expect(parseCalendarDate(text)).toBe(text)
    expect(isCalendarDate(text)).toBe(true)
  })

  it.each([
    '',
    '2026-1-01',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-10',
    '2026-01-00',
    '1899-12-31',
    '2201-01-01',
    '2026/01/01',
    '2026-01/01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '２026-01-01',
    '20a6-01-01',
    '2026-0a-01',
    '2026-01-0a',
  ])('refuses "%s"', (text) => {
    expect(isCalendarDate(text)).toBe(false)
    expect(() => parseCalendarDate(text)).toThrow(invalidDate)
  })

  it('refuses what is not text', () => {
    expect(isCalendarDate(20_260_101)).toBe(false)
    expect(isCalendarDate(undefined)).toBe(false)
  })

  it('never accepts what Temporal refuses', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/), (text) => {
        let isReal = text >= '1900-01-01' && text <= '2200-12-31'
        try {
          Temporal.PlainDate.from(text)
        } catch {
          isReal = false
        }
        expect(isCalendarDate(text)).toBe(isReal)
      }),
    )
  })
})

describe('the edges of the calendar', () => {
  it('refuses days outside 1900–2200 and fractions of days', () => {
    expect(() => dateOfEpochDay(first - 1)).toThrow(invalidDate)
    expect(() => dateOfEpochDay(last + 1)).toThrow(invalidDate)
    expect(() => dateOfEpochDay(0.5)).toThrow(invalidDate)
    expect(() => dateOfEpochDay(Number.NaN)).toThrow(invalidDate)
    expect(() => addDays(on('2200-12-31'), 1)).toThrow(invalidDate)
    expect(() => addMonths(on('1900-01-31'), -1)).toThrow(invalidDate)
  })

  it('refuses months that do not exist', () => {
    expect(() => daysInMonth(2026, 0)).toThrow(invalidDate)
    expect(() => daysInMonth(2026, 13)).toThrow(invalidDate)
    expect(() => daysInMonth(2026, 1.5)).toThrow(invalidDate)
    expect(() => daysInMonth(2026.5, 1)).toThrow(invalidDate)
  })
})
