import { solve } from 'yalps'
import { DomainError } from '../error.ts'
import { undominated, withFewestCells } from './dominated.ts'
import { costOf, isFeasible } from './program.ts'
import type { Choice, Program } from './program.ts'

/** How sure a solution is, and how much was looked at. */
export interface Proof {
  /** `optimal`: nothing is cheaper; `unproven`: the time was over before that was known. */
  readonly status: 'optimal' | 'unproven'
  /** What it costs, minor units. */
  readonly value: number
  /** Nothing can cost less than this; the value itself where it is optimal. */
  readonly bound: number
  /** Choices that were there, and those that were left after what another one can stand for. */
  readonly choices: number
  readonly weighed: number
}

export interface Solved {
  readonly chosen: readonly Choice[]
  readonly proof: Proof
}

export interface SolveOptions {
  /** Milliseconds after which the best so far is given as `unproven`; default 10 000. */
  readonly timeout?: number | undefined
  /** Sets that hold all of these choices' ids are not looked at: for the second best. */
  readonly without?: readonly ReadonlySet<string>[] | undefined
}

const coefficients = (
  { cost, slot, cells, gives, uses, id }: Choice,
  without: readonly ReadonlySet<string>[],
): Map<string, number> => {
  const row = new Map<string, number>([['cost', cost]])
  row.set(`slot ${slot}`, 1)
  for (const cell of cells) row.set(`cell ${cell}`, 1)
  for (const { of, amount } of gives) row.set(`of ${of}`, (row.get(`of ${of}`) ?? 0) + amount)
  for (const { of, amount } of uses) row.set(`of ${of}`, (row.get(`of ${of}`) ?? 0) - amount)
  for (const [at, ids] of without.entries()) if (ids.has(id)) row.set(`without ${at}`, 1)
  return row
}

function constraintsOf(
  { slots, cells, choices }: Program,
  without: readonly { readonly slots: number }[],
): Map<string, { min?: number; max?: number; equal?: number }> {
  const rows = new Map<string, { min?: number; max?: number; equal?: number }>()
  for (const { id, isRequired } of slots) rows.set(`slot ${id}`, isRequired ? { equal: 1 } : { max: 1 })
  for (let cell = 0; cell < cells; cell++) rows.set(`cell ${cell}`, { min: 1 })
  for (const { gives, uses } of choices)
    for (const { of } of [...gives, ...uses]) rows.set(`of ${of}`, { min: 0 })
  for (const [at, set] of without.entries()) rows.set(`without ${at}`, { max: set.slots - 1 })
  return rows
}

/** How many slots have one of these ids: so many of them can be chosen at once. */
const slotsOf = (choices: readonly Choice[], ids: ReadonlySet<string>): number =>
  new Set(choices.flatMap(({ id, slot }) => (ids.has(id) ? [slot] : []))).size

/**
 * The cheapest feasible set with its proof, by branch and bound over linear programs; null where none is feasible. What another choice can
 * stand for is removed first, and what the solver says is checked in whole minor units. `unsolved` where it says what is not so.
 */
export function cheapestOf(
  program: Program,
  { timeout = 10_000, without = [] }: SolveOptions = {},
): Solved | null {
  const small = withFewestCells({
    ...program,
    choices: undominated(program.choices, without.length === 0 ? 1 : 2),
  })
  const sets = without.map((ids) => ({ slots: slotsOf(small.choices, ids) }))
  if (small.cells > 0 && small.choices.length === 0) return null
  const { status, variables, result } = solve(
    {
      direction: 'minimize',
      objective: 'cost',
      constraints: constraintsOf(small, sets),
      variables: small.choices.map((choice, at) => [at, coefficients(choice, without)] as const),
      integers: true,
    },
    { timeout, maxPivots: 20_000, maxIterations: 200_000 },
  )
  if (status === 'infeasible' || (status === 'timedout' && variables.length === 0)) return null
  const chosen = variables.flatMap(([at, value]) => (value > 0.5 ? (small.choices[at] ?? []) : []))
  const value = costOf(chosen)
  if (
    (status !== 'optimal' && status !== 'timedout') ||
    !isFeasible(small, chosen) ||
    Math.abs(result - value) >= 0.5
  )
    throw new DomainError('unsolved', `The solver says ${status}, and its set does not bear that out.`, {
      status,
    })
  const isOptimal = status === 'optimal'
  return {
    chosen,
    proof: {
      status: isOptimal ? 'optimal' : 'unproven',
      value,
      bound: isOptimal ? value : 0,
      choices: program.choices.length,
      weighed: small.choices.length,
    },
  }
}
