import { addDays, addMonths, daysBetween, parseCalendarDate } from '@streamline/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthlySince, packsUntil } from './demo-day.ts'

const first = parseCalendarDate('2026-01-01')
const dayArbitrary = fc.nat(4000).map((days) => addDays(first, days))

describe('a demo that began in the past', () => {
  it('falls due on the very day, also on the 29th to 31st', () => {
    fc.assert(
      fc.property(dayArbitrary, fc.integer({ min: 3, max: 14 }), (dueOn, months) => {
        const start = monthlySince(dueOn, months)
        const dues = [0, 1, 2, 3].map((more) => addMonths(start, months - 1 + more))
        expect(dues).toContain(dueOn)
      }),
    )
  })

  it('has packs that end when they should, whatever was early or late', () => {
    const earlyArbitrary = fc.array(fc.integer({ min: -9, max: 3 }), { maxLength: 15 })
    fc.assert(
      fc.property(dayArbitrary, earlyArbitrary, (endsOn, early) => {
        const { startsOn, recharges } = packsUntil(endsOn, 28, early)
        const gaps = early.reduce((sum, ahead) => sum + Math.max(0, -ahead), 0)
        expect(daysBetween(startsOn, endsOn)).toBe(28 * (early.length + 1) + gaps)
        expect(recharges).toEqual(recharges.toSorted())
      }),
    )
  })
})
