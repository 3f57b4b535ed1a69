// What the solver is held against in tests and proofs: every set there is.
import { costOf, isFeasible } from './program.ts'
import type { Choice, Program } from './program.ts'

/** The least cost of a feasible set that does not hold all of the ids, by trying every set; null where none is feasible. */
export function leastCost(program: Program, without: ReadonlySet<string> = new Set()): number | null {
  let best: number | null = null
  const bySlot = program.slots.map(({ id, isRequired }) => [
    ...(isRequired ? [] : [null]),
    ...program.choices.filter(({ slot }) => slot === id),
  ])
  const walk = (at: number, chosen: readonly Choice[]): void => {
    if (best !== null && costOf(chosen) >= best) return
    const slot = bySlot[at]
    if (slot === undefined) {
      const ids = new Set(chosen.map(({ id }) => id))
      if (without.size > 0 && [...without].every((id) => ids.has(id))) return
      if (isFeasible(program, chosen)) best = costOf(chosen)
      return
    }
    for (const choice of slot) walk(at + 1, choice === null ? chosen : [...chosen, choice])
  }
  walk(0, [])
  return best
}
