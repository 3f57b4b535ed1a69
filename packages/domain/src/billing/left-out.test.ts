import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexOn } from '../subscription/position.ts'
import { periodByIndex } from '../subscription/periods.ts'
import { draftFrom, every, factsOf, on, termsFrom } from '../test-drafts.ts'
import { addDays } from '../time/calendar.ts'
import { termsOf } from '../subscription/terms.ts'
import { chargesToRaise, firstCharged } from './charge.ts'
import { firstDifference } from './difference.ts'

describe('periods that are left out', () => {
  const weekly = draftFrom('2006-01-02', { interval: every(1, 'week') })
  const today = on('2026-11-29')

  it('have no charge, so that also twenty years of weekly can be entered', () => {
    expect(() => chargesToRaise(factsOf(termsOf(weekly)), today)).toThrow('1000')
    const terms = termsOf({ ...weekly, chargedFrom: on('2026-11-23') })
    expect(chargesToRaise(factsOf(terms), today).map(({ startsOn, index }) => [startsOn, index])).toEqual([
      ['2026-11-23', 1090],
      ['2026-11-30', 1091],
    ])
    expect(firstCharged(terms)).toBe(1090)
  })

  it('come back where the choice is put right', () => {
    const all = factsOf(termsFrom('2026-01-05'))
    const some = factsOf(termsFrom('2026-01-05', { chargedFrom: on('2026-11-05') }))
    expect(firstDifference(some, all, today)).toBe(0)
    expect(firstDifference(all, some, today)).toBe(0)
  })

  it('change no other charge', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom(every(1, 'month'), every(28, 'day'), every(1, 'week')),
        fc.integer({ min: 0, max: 400 }),
        (days, interval, later) => {
          const draft = draftFrom('2024-01-31', { interval })
          const day = addDays(draft.startsOn, days)
          const whole = termsOf(draft)
          const chargedFrom = periodByIndex(whole, indexOn(whole, day)).startsOn
          const until = addDays(day, later)
          expect(chargesToRaise(factsOf(termsOf({ ...draft, chargedFrom })), until)).toEqual(
            chargesToRaise(factsOf(whole), until).filter(({ startsOn }) => startsOn >= chargedFrom),
          )
        },
      ),
      { numRuns: 200 },
    )
  })
})
