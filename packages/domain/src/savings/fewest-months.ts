import { holdSlotOf, isDayOf } from './month-slots.ts'
import type { Choice } from './program.ts'
import type { Option, SetProgram } from './set-program.ts'
import { cheapestOf } from './solve-program.ts'
import type { Solved, SolveOptions } from './solve-program.ts'

const givesAll = (hold: Choice, run: Choice): boolean =>
  run.uses.every(({ of }) => hold.gives.some((given) => given.of === of))

const usesAny = (run: Choice, hold: Choice): boolean =>
  run.uses.some(({ of }) => hold.gives.some((given) => given.of === of))

/**
 * The runs of months that some cheapest set may need. On all days of a run the same choices give the service, or none does but a plan that
 * is begun for it: of runs that are alike in this, the one that can be held alone at the least cost stands for all, the earliest among
 * equals. Runs that are given by one thing on some days and by another on others all stay.
 */
function fewestRuns(slot: string, runs: readonly Option[], holds: readonly Option[], program: SetProgram) {
  const givers = new Map<string, string>()
  for (const { slot: own, id, gives } of program.choices)
    if (own !== holdSlotOf(slot))
      for (const { of } of gives) if (isDayOf(slot, of)) givers.set(of, `${givers.get(of) ?? ''} ${id}`)
  const best = new Map<string, { run: Option; cost: number }>()
  const others: Option[] = []
  for (const run of runs) {
    const by = new Set(run.uses.map(({ of }) => givers.get(of) ?? ''))
    const [key] = by
    if (by.size > 1 || key === undefined) {
      others.push(run)
      continue
    }
    const cost = Math.min(...holds.filter((hold) => givesAll(hold, run)).map((hold) => hold.cost))
    const known = best.get(key)
    if (known === undefined || cost < known.cost) best.set(key, { run, cost })
  }
  return new Set([...[...best.values()].map(({ run }) => run), ...others])
}

/**
 * The program without runs of months that another one can stand for, and without plans begun for such runs only. Where such a plan gives
 * more than one service its months matter to others too, and everything stays.
 */
export function withFewestMonths(program: SetProgram): SetProgram {
  const slots = new Set(program.choices.flatMap((one) => (one.months === undefined ? [] : [one.slot])))
  const gone = new Set<Option>()
  for (const slot of slots) {
    const holds = program.choices.filter((one) => one.slot === holdSlotOf(slot))
    const isAlone = holds.every(
      ({ cells, gives }) => cells.length === 0 && gives.every(({ of }) => isDayOf(slot, of)),
    )
    if (!isAlone) continue
    const runs = program.choices.filter((one) => one.slot === slot)
    const kept = fewestRuns(slot, runs, holds, program)
    for (const run of runs) if (!kept.has(run)) gone.add(run)
    for (const hold of holds) if (![...kept].some((run) => usesAny(run, hold))) gone.add(hold)
  }
  return gone.size === 0 ? program : { ...program, choices: program.choices.filter((one) => !gone.has(one)) }
}

/** The cheapest set of a household's program with its proof; null where none is feasible. */
export const cheapestOfSet = (program: SetProgram, options: SolveOptions = {}): Solved | null =>
  cheapestOf(withFewestMonths(program), options)
