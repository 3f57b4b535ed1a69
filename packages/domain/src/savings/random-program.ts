// Programs as random households give them, small enough to try every set.
import * as fc from 'fast-check'
import type { Amount, Choice, Program } from './program.ts'

const MOST = 18

const amounts = fc
  .option(fc.record({ of: fc.constantFrom('seats', 'airtel'), amount: fc.integer({ min: 1, max: 3 }) }), {
    freq: 3,
    nil: undefined,
  })
  .map((amount): Amount[] => (amount === undefined ? [] : [amount]))

const choiceIn = (slot: string, cells: number): fc.Arbitrary<Omit<Choice, 'id'>> =>
  fc.record({
    slot: fc.constant(slot),
    cost: fc.integer({ min: 0, max: 500_000 }),
    cells:
      cells === 0
        ? fc.constant([])
        : fc.uniqueArray(fc.integer({ min: 0, max: cells - 1 }), { maxLength: cells }),
    gives: amounts,
    uses: amounts,
  })

/** At most 18 choices in 1–6 slots, with cells, and with things that are given and used. */
export const anyProgram: fc.Arbitrary<Program> = fc
  .record({
    slots: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
    cells: fc.integer({ min: 0, max: 6 }),
  })
  .chain(({ slots, cells }) => {
    const most = Math.floor(MOST / slots.length)
    return fc
      .tuple(...slots.map((_, at) => fc.array(choiceIn(`s${at}`, cells), { minLength: 1, maxLength: most })))
      .map((lists): Program => ({
        slots: slots.map((isRequired, at) => ({ id: `s${at}`, isRequired })),
        choices: lists.flat().map((choice, at) => ({ ...choice, id: `c${at}` })),
        cells,
      }))
  })
