import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { withFewestMonths } from './fewest-months.ts'
import { anyHousehold } from './random-household.ts'
import { programOf } from './set-options.ts'
import { cheapestOf } from './solve-program.ts'

it('runs of months that another one can stand for change nothing of what a household pays at least', () => {
  let fewer = 0
  fc.assert(
    fc.property(anyHousehold, fc.integer({ min: 1, max: 11 }), (household, monthsAYear) => {
      const services = household.needs.services.map((need) => ({ ...need, isWanted: true, monthsAYear }))
      const program = programOf({ ...household, needs: { ...household.needs, services } })
      const small = withFewestMonths(program)
      expect(cheapestOf(small)?.proof.value).toBe(cheapestOf(program)?.proof.value)
      fewer += program.choices.length - small.choices.length
    }),
    { numRuns: 60 },
  )
  expect(fewer).toBeGreaterThan(0)
}, 60_000)
