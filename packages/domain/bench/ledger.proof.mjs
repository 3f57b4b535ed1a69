// A million random operations on the money of households, with the domain functions as the API uses them. After each one:
// balances sum to zero, charges are the sum of their shares. `node packages/domain/bench/ledger.proof.mjs [seed] [operations]`
import { atomically, Refused } from './rig/book.mjs'
import { checkEverything, checkOperation } from './rig/checks.mjs'
import { Entries } from './rig/entries.mjs'
import { newHousehold } from './rig/household.mjs'
import { operations, weights } from './rig/operations.mjs'
import { randomFrom, seedOf } from './rig/random.mjs'

const seed = seedOf()
const wanted = Number(process.argv[3] ?? 1_000_000)
const AT_ONCE = 24
/** Operations on a household before it is left alone and another one begins. */
const LIFE = 600
const CHECKPOINTS = 5

const counts = new Map()
const count = (what, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by)
const random = randomFrom(seed)
const world = { random, entries: new Entries(), charges: [], touched: new Set(), count }
const households = Array.from({ length: AT_ONCE }, (_, number) => newHousehold(world, number))
const active = households.map((household) => ({ household, left: LIFE }))
const began = performance.now()
let done = 0
let refused = 0
let kind = ''

function step() {
  const slot = random.oneOf(active)
  kind = random.weighted(weights)
  try {
    const touched = atomically(world, slot.household, () => operations[kind](world, slot.household))
    done++
    count(kind)
    checkOperation(slot.household, touched)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    refused++
    checkOperation(slot.household, [])
  }
  if (--slot.left > 0) return
  slot.household = newHousehold(world, households.length)
  slot.left = LIFE
  households.push(slot.household)
}

console.log(`seed ${seed}`)
try {
  while (done < wanted) {
    step()
    if (done % Math.ceil(wanted / CHECKPOINTS) === 0) checkEverything(world, households)
  }
  checkEverything(world, households)
} catch (error) {
  console.error(`FAILED with seed ${seed} at operation ${done} (${kind}): ${error.stack}`)
  process.exit(1)
}
const seconds = (performance.now() - began) / 1000
const number = (value) => value.toLocaleString('en').padStart(12)
for (const [what, times] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${what.padEnd(24)}${number(times)}`)
console.log(
  `${'operations'.padEnd(24)}${number(done)}   and ${refused.toLocaleString('en')} refused, which changed nothing`,
)
console.log(`${'households'.padEnd(24)}${number(households.length)}`)
console.log(
  `${'charges'.padEnd(24)}${number(world.charges.length)}   each the sum of its shares and of one posting`,
)
console.log(
  `${'entries'.padEnd(24)}${number(world.entries.size)}   all balances are their sums, and sum to zero`,
)
console.log(`${'seconds'.padEnd(24)}${number(Math.round(seconds))}`)
