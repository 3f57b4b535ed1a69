// The cheapest set is what trying every set finds, and so is the second best: random programs of at most 18 choices, and households of
// up to two lines and two streams with up to eight plans to take instead: bundles with choices, family plans, packs beside a line,
// minimum terms, paid days that are left, fees and tax. `node packages/domain/bench/cheapest-set.proof.mjs [seed] [of each]`
import { strictEqual } from 'node:assert/strict'
import * as fc from 'fast-check'
import { leastCost } from '../src/savings/brute-force.ts'
import { cheapestSet } from '../src/savings/cheapest-set.ts'
import { anyHousehold } from '../src/savings/random-household.ts'
import { anyProgram } from '../src/savings/random-program.ts'
import { programOf } from '../src/savings/set-options.ts'
import { cheapestOf } from '../src/savings/solve-program.ts'
import { seedOf } from './rig/random.mjs'

const seed = seedOf()
const wanted = Number(process.argv[3] ?? 10_000)
const counts = new Map()
const count = (what) => counts.set(what, (counts.get(what) ?? 0) + 1)
const began = performance.now()

function programIsCheapest(program) {
  const solved = cheapestOf(program)
  strictEqual(solved?.proof.value ?? null, leastCost(program))
  count(solved === null ? 'programs that nothing fulfils' : 'programs solved')
  if (solved === null || solved.chosen.length === 0) return
  strictEqual(solved.proof.status, 'optimal')
  strictEqual(solved.proof.bound, solved.proof.value)
  const ids = new Set(solved.chosen.map(({ id }) => id))
  const next = cheapestOf(program, { without: [ids] })
  strictEqual(next?.proof.value ?? null, leastCost(program, ids))
  if (next !== null) count('second best')
}

function householdIsCheapest(input) {
  const set = cheapestSet(input, { secondBest: false })
  strictEqual(set?.proof.value ?? null, leastCost(programOf(input)))
  if (set === null) return count('households that cannot go on')
  count(set.isBetter ? 'households with a cheaper set' : 'households where nothing is better')
  strictEqual(set.now.total - set.best.total, set.saving)
}

console.log(`seed ${seed}`)
const options = { numRuns: wanted, seed }
fc.assert(fc.property(anyProgram, programIsCheapest), options)
fc.assert(fc.property(anyHousehold, householdIsCheapest), options)
for (const [what, times] of counts) console.log(`${what.padEnd(36)}${times.toLocaleString('en').padStart(8)}`)
console.log(`all as trying every set finds, in ${((performance.now() - began) / 1000).toFixed(1)} s`)
