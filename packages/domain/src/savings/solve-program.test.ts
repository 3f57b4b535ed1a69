import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastCost } from './brute-force.ts'
import { costOf, isFeasible } from './program.ts'
import type { Choice, Program } from './program.ts'
import { anyProgram } from './random-program.ts'
import { cheapestOf } from './solve-program.ts'

const choice = (
  id: string,
  slot: string,
  cost: number,
  cells: number[],
  more: Partial<Choice> = {},
): Choice => ({
  id,
  slot,
  cost,
  cells,
  gives: [],
  uses: [],
  ...more,
})
const chosenIds = (program: Program, without?: readonly ReadonlySet<string>[]) =>
  cheapestOf(program, { without })
    ?.chosen.map(({ id }) => id)
    .toSorted()

const slots = [
  { id: 'line', isRequired: true },
  { id: 'netflix', isRequired: false },
]
const choices = [
  choice('plain', 'line', 29_900, []),
  choice('bundle', 'line', 39_900, [0]),
  choice('stream', 'netflix', 14_900, [0]),
]

describe('cheapestOf', () => {
  it('takes the bundle where it is cheaper than its parts', () => {
    const solved = cheapestOf({ slots, choices, cells: 1 })
    expect(solved?.chosen.map(({ id }) => id)).toEqual(['bundle'])
    expect(solved?.proof).toEqual({ status: 'optimal', value: 39_900, bound: 39_900, choices: 3, weighed: 3 })
  })

  it('knows the second best', () => {
    expect(chosenIds({ slots, choices, cells: 1 }, [new Set(['bundle'])])).toEqual(['plain', 'stream'])
  })

  it('uses only what is given', () => {
    const family = [
      choice('own a', 'a', 30_000, []),
      choice('own b', 'b', 30_000, []),
      choice('family', 'a', 45_000, [], { gives: [{ of: 'seats', amount: 1 }] }),
      choice('seat', 'b', 0, [], { uses: [{ of: 'seats', amount: 1 }] }),
    ]
    const two = { slots: ['a', 'b'].map((id) => ({ id, isRequired: true })), choices: family, cells: 0 }
    expect(chosenIds(two)).toEqual(['family', 'seat'])
    const three = {
      ...two,
      slots: [...two.slots, { id: 'c', isRequired: true }],
      choices: [...family, choice('seat c', 'c', 0, [], { uses: [{ of: 'seats', amount: 1 }] })],
    }
    expect(cheapestOf(three)?.proof.value).toBe(75_000)
  })

  it('is nothing where a need cannot be met', () => {
    expect(cheapestOf({ slots, choices, cells: 2 })).toBeNull()
    expect(cheapestOf({ slots, choices: [], cells: 0 })).toBeNull()
  })

  it('costs what trying everything finds, as does the second best', () => {
    fc.assert(
      fc.property(anyProgram, (program) => {
        const best = leastCost(program)
        const solved = cheapestOf(program)
        expect(solved?.proof.value ?? null).toBe(best)
        if (solved === null) return
        expect(solved.proof.bound).toBe(solved.proof.value)
        const chosen = solved.chosen.flatMap(({ id }) => program.choices.find((one) => one.id === id) ?? [])
        expect([isFeasible(program, chosen), costOf(chosen)]).toEqual([true, best])
        if (chosen.length === 0) return
        const ids = new Set(chosen.map(({ id }) => id))
        const next = cheapestOf(program, { without: [ids] })
        expect(next?.proof.value ?? null).toBe(leastCost(program, ids))
      }),
      { numRuns: 300 },
    )
  })
})
