import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstWeekdayByLand, firstWeekdayIn, monthAfter, monthGrid } from './month-grid.ts'

describe('the days of a month', () => {
  it('stand in weeks from Monday or Sunday on', () => {
    // 1 November 2026 is a Sunday.
    expect(monthGrid('2026-11', 0)[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
    expect(monthGrid('2026-11', 6)[0]?.[0]).toBe('2026-11-01')
    expect(monthGrid('2026-02', 6)).toHaveLength(4)
  })

  it('are all there once, in order, whatever the week begins with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 6 }), (after, first) => {
        const month = monthAfter('1901-01', after)
        const weeks = monthGrid(month, first)
        expect(weeks.every((week) => week.length === 7)).toBe(true)
        const days = weeks.flat().filter((day) => day !== null)
        expect(days).toEqual(days.toSorted())
        expect(new Set(days).size).toBe(
          new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate(),
        )
        for (const week of weeks)
          for (const [at, day] of week.entries())
            if (day !== null)
              expect((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7).toBe((first + at) % 7)
      }),
    )
  })

  it('begin a week as the land does', () => {
    expect(firstWeekdayIn('en-US')).toBe(6)
    expect(firstWeekdayIn('de-DE')).toBe(0)
  })

  it('begin it so too where the engine knows nothing of weeks', () => {
    const lands = ['en-IN', 'hi-IN', 'en-US', 'ja-JP', 'ar-AE', 'ar-EG', 'en-GB', 'de-DE', 'fr-FR', 'en-SG']
    expect(lands.map(firstWeekdayByLand)).toEqual(lands.map(firstWeekdayIn))
  })
})
