import { describe, expect, it } from 'vitest'
import { advisedHouseholds } from './advised-households.ts'
import { cheapestSet } from './cheapest-set.ts'
import { steps } from './small-household.ts'

describe('households of different countries, beside what a careful person advises', () => {
  it('are ten or more, in six currencies or more', () => {
    expect(advisedHouseholds.length).toBeGreaterThanOrEqual(10)
    expect(new Set(advisedHouseholds.map(({ input }) => input.currency)).size).toBeGreaterThanOrEqual(6)
  })

  it.each(advisedHouseholds)('$name', ({ input, today, advised, says, advice }) => {
    const set = cheapestSet(input)
    // The careful person counts what is paid today as it is.
    expect(set?.now.total, advice).toBe(today)
    expect(set?.proof).toMatchObject({ status: 'optimal', bound: set?.proof.value })
    expect(set?.best.total, advice).toBeLessThanOrEqual(advised)
    expect(set?.unmet).toEqual([])
    // It says why: every step with its day, and nothing at all where nothing is better.
    const told = steps(set) ?? []
    for (const one of new Set(says))
      expect(told.filter((step) => step === one).length, `${one} of ${told.join(', ')}`).toBe(
        says.filter((other) => other === one).length,
      )
    if (set?.isBetter === false) expect([set.saving, told]).toEqual([0, []])
    else expect(set?.isBetter).toBe(true)
  })
})
