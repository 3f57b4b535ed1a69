// The cheapest set is what trying every set finds, and so is the second best: random programs of at most 18 choices with bundles, seats,
// and things that only go with others. `node packages/domain/bench/cheapest-set.proof.mjs [seed] [programs]`
import { strictEqual } from 'node:assert/strict'
import * as fc from 'fast-check'
import { leastCost } from '../src/savings/brute-force.ts'
import { anyProgram } from '../src/savings/random-program.ts'
import { cheapestOf } from '../src/savings/solve-program.ts'
import { seedOf } from './rig/random.mjs'

const seed = seedOf()
const wanted = Number(process.argv[3] ?? 10_000)
let feasible = 0
let branched = 0
const began = performance.now()
console.log(`seed ${seed}`)
fc.assert(
  fc.property(anyProgram, (program) => {
    const solved = cheapestOf(program)
    strictEqual(solved?.proof.value ?? null, leastCost(program))
    if (solved === null) return
    feasible++
    strictEqual(solved.proof.status, 'optimal')
    strictEqual(solved.proof.bound, solved.proof.value)
    if (solved.chosen.length === 0) return
    const ids = new Set(solved.chosen.map(({ id }) => id))
    const next = cheapestOf(program, { without: [ids] })
    if (next !== null) branched++
    strictEqual(next?.proof.value ?? null, leastCost(program, ids))
  }),
  { numRuns: wanted, seed: Number(seed) || undefined },
)
console.log(`${wanted} programs, ${feasible} of them feasible, ${branched} with a second best`)
console.log(`all as trying every set finds, in ${((performance.now() - began) / 1000).toFixed(1)} s`)
