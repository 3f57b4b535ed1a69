import type { Amount, Choice, Program } from './program.ts'

const amountOf = (amounts: readonly Amount[], of: string): number =>
  amounts.reduce((sum, one) => (one.of === of ? sum + one.amount : sum), 0)

const hasAtLeast = (a: readonly Amount[], b: readonly Amount[]): boolean =>
  b.every(({ of }) => amountOf(a, of) >= amountOf(b, of))

/** True where `a` can stand for `b` in every set: the same slot, not dearer, covers and gives as much, uses no more. */
function canReplace(a: Choice, b: Choice, cellsOf: ReadonlyMap<Choice, ReadonlySet<number>>): boolean {
  const covered = cellsOf.get(a)
  return (
    a.cost <= b.cost &&
    a.cells.length >= b.cells.length &&
    b.cells.every((cell) => covered?.has(cell) === true) &&
    hasAtLeast(a.gives, b.gives) &&
    hasAtLeast(b.uses, a.uses)
  )
}

/**
 * The choices that some cheapest set may need. One goes where `least` others of its slot could stand for it, the earlier among equals
 * staying: with 1 a cheapest set is left, with 2 also the cheapest set that differs from it in any one choice.
 */
export function undominated(choices: readonly Choice[], least: 1 | 2 = 1): Choice[] {
  const cellsOf = new Map(choices.map((choice) => [choice, new Set(choice.cells)]))
  const kept = [...Map.groupBy(choices, ({ slot }) => slot).values()].flatMap((slot) => {
    const sorted = slot.toSorted((a, b) => a.cost - b.cost || b.cells.length - a.cells.length)
    const left: Choice[] = []
    for (const choice of sorted) {
      let better = 0
      for (const other of left) if (canReplace(other, choice, cellsOf) && ++better >= least) break
      if (better < least) left.push(choice)
    }
    return left
  })
  const isKept = new Set(kept)
  return choices.filter((choice) => isKept.has(choice))
}

const isWithin = (small: ReadonlySet<number>, large: ReadonlySet<number>): boolean =>
  [...small].every((one) => large.has(one))

/** The program with cells that say the same, or less than another one, left out. */
export function withFewestCells(program: Program): Program {
  const { choices, cells } = program
  const holders = Array.from({ length: cells }, (): number[] => [])
  for (const [at, choice] of choices.entries())
    for (const cell of new Set(choice.cells)) holders[cell]?.push(at)
  const order = holders
    .map((list, cell) => ({ cell, list: new Set(list) }))
    .toSorted((a, b) => a.list.size - b.list.size || a.cell - b.cell)
  const kept: typeof order = []
  for (const one of order) if (!kept.some(({ list }) => isWithin(list, one.list))) kept.push(one)
  const number = new Map(kept.map(({ cell }, at) => [cell, at]))
  return {
    ...program,
    cells: kept.length,
    choices: choices.map((choice) => ({
      ...choice,
      cells: [...new Set(choice.cells)].flatMap((cell) => number.get(cell) ?? []),
    })),
  }
}
