import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { every, on } from '../test-drafts.ts'
import { dateOfEpochDay } from './calendar.ts'
import { approximateDays, fixedDays, isSameInterval, occurrenceOn, wholeMonths } from './interval.ts'
import type { BillingInterval } from './interval.ts'

const occurrences = (anchor: string, interval: BillingInterval, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => occurrenceOn(on(anchor), interval, from + i))

describe('occurrenceOn', () => {
  it('returns to the 31st after a short month', () => {
    expect(occurrences('2026-01-31', every(1, 'month'), 0, 5)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ])
  })

  it.each([
    ['2024-01-29', ['2024-02-29', '2024-03-29']],
    ['2026-01-29', ['2026-02-28', '2026-03-29']],
    ['2024-01-30', ['2024-02-29', '2024-03-30']],
    ['2026-01-30', ['2026-02-28', '2026-03-30']],
    ['2024-01-31', ['2024-02-29', '2024-03-31']],
    ['2026-10-31', ['2026-11-30', '2026-12-31']],
  ])('clamps the month after %s to its last day', (anchor, expected) => {
    expect(occurrences(anchor, every(1, 'month'), 1, 2)).toEqual(expected)
  })

  it('renews 29 February on the 28th, and on the 29th again in a leap year', () => {
    expect(occurrences('2024-02-29', every(1, 'year'), 0, 4)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
  })

  it.each([
    [28, '2026-01-29', '2026-12-03'],
    [30, '2026-01-31', '2026-12-27'],
    [56, '2026-02-26', '2027-11-04'],
    [84, '2026-03-26', '2028-10-05'],
    [365, '2027-01-01', '2037-12-29'],
  ])('counts a %d-day pack in days, never in months', (count, first, twelfth) => {
    const anchor = on('2026-01-01')
    expect(occurrenceOn(anchor, every(count, 'day'), 1)).toBe(first)
    expect(occurrenceOn(anchor, every(count, 'day'), 12)).toBe(twelfth)
  })

  it('knows weeks, quarters, half-years and years', () => {
    expect(occurrences('2026-08-31', every(2, 'week'), 0, 2)).toEqual([
      '2026-08-31',
      '2026-09-14',
      '2026-09-28',
    ])
    expect(occurrences('2026-08-31', every(3, 'month'), 1, 4)).toEqual([
      '2026-11-30',
      '2027-02-28',
      '2027-05-31',
      '2027-08-31',
    ])
    expect(occurrences('2026-08-31', every(6, 'month'), 1, 2)).toEqual(['2027-02-28', '2027-08-31'])
    expect(occurrences('2026-08-31', every(2, 'year'), 1, 2)).toEqual(['2028-08-31', '2030-08-31'])
  })

  it('counts backwards too', () => {
    expect(occurrences('2026-03-31', every(1, 'month'), -3, 0)).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ])
    expect(occurrenceOn(on('2026-01-29'), every(28, 'day'), -1)).toBe('2026-01-01')
  })

  it('never drifts: it is the anchor plus n steps by Temporal', () => {
    const anchors = fc.integer({ min: 0, max: 40_000 }).map(dateOfEpochDay)
    const intervals = fc.record({
      count: fc.integer({ min: 1, max: 90 }),
      unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    })
    fc.assert(
      fc.property(anchors, intervals, fc.integer({ min: -9, max: 9 }), (anchor, interval, n) => {
        const unit = `${interval.unit}s` as const
        const expected = Temporal.PlainDate.from(anchor).add({ [unit]: interval.count * n })
        expect(occurrenceOn(anchor, interval, n)).toBe(expected.toString())
      }),
    )
  })

  it('refuses counts outside 1–1000 and unknown units', () => {
    const invalid: unknown = expect.objectContaining({ code: 'invalid-interval' })
    for (const count of [0, -1, 1001, 1.5, Number.NaN])
      expect(() => occurrenceOn(on('2026-01-01'), every(count, 'day'), 1)).toThrow(invalid)
    const fortnight: object = { count: 1, unit: 'fortnight' }
    expect(() => occurrenceOn(on('2026-01-01'), { ...every(1, 'day'), ...fortnight }, 1)).toThrow(invalid)
    expect(occurrenceOn(on('2026-01-01'), every(1000, 'day'), 1)).toBe('2028-09-27')
  })
})

describe('approximateDays', () => {
  it('is exact for days and weeks, the average month for the others', () => {
    expect(approximateDays(every(28, 'day'))).toBe(28)
    expect(approximateDays(every(2, 'week'))).toBe(14)
    expect(approximateDays(every(1, 'month'))).toBe(30.4375)
    expect(approximateDays(every(1, 'year'))).toBe(365.25)
    expect(() => approximateDays(every(0, 'day'))).toThrow(/not a billing interval/)
  })
})

describe('isSameInterval', () => {
  it('holds where the dates are the same from any anchor', () => {
    expect(isSameInterval(every(12, 'month'), every(1, 'year'))).toBe(true)
    expect(isSameInterval(every(7, 'day'), every(1, 'week'))).toBe(true)
    expect(isSameInterval(every(30, 'day'), every(1, 'month'))).toBe(false)
    expect(isSameInterval(every(28, 'day'), every(30, 'day'))).toBe(false)
    expect(isSameInterval(every(3, 'month'), every(1, 'month'))).toBe(false)
  })

  it('reads lengths in days or in months, never both', () => {
    expect([fixedDays(every(2, 'week')), wholeMonths(every(2, 'week'))]).toEqual([14, 0])
    expect([fixedDays(every(2, 'year')), wholeMonths(every(2, 'year'))]).toEqual([0, 24])
  })
})
