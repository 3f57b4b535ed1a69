// Settling up against trying everything, on random groups of 2 to 10 people.
// `node packages/domain/bench/settle-up.proof.mjs [seed] [groups]`
import { settleUp } from '../src/index.ts'
import { fewestByTrying, firstByTrying } from './rig/brute-force.mjs'
import { randomFrom, seedOf } from './rig/random.mjs'

const seed = seedOf()
const groups = Number(process.argv[3] ?? 10_000)
/** So many people at most where every list is tried for the first one as well. */
const LISTED = 8

const random = randomFrom(seed)
const named = (amounts) => amounts.map((amount, at) => ({ memberId: String.fromCodePoint(97 + at), amount }))
const sumOf = (amounts) => amounts.reduce((sum, amount) => sum + amount, 0)

/** Small amounts often settle among a few; large ones hardly ever. */
function aGroup() {
  const most = random.oneOf([3, 6, 12, 100, 100_000])
  const amounts = Array.from({ length: random.between(1, 9) }, () => random.between(-most, most))
  return named([...amounts, 0 - sumOf(amounts)])
}

function fail(people, reason) {
  console.error(`FAILED with seed ${seed}: ${reason}\n${JSON.stringify(people)}`)
  process.exit(1)
}

function judge(people) {
  const { transfers, exact } = settleUp(people)
  if (!exact) fail(people, 'it says that it is not proven')
  const left = new Map(people.map(({ memberId, amount }) => [memberId, amount]))
  for (const { from, to, amount } of transfers) {
    if (!(amount > 0)) fail(people, `a transfer of ${amount}`)
    left.set(from, left.get(from) + amount)
    left.set(to, left.get(to) - amount)
  }
  if ([...left.values()].some((amount) => amount !== 0)) fail(people, 'somebody still owes')
  const fewest = fewestByTrying(people.map(({ amount }) => amount))
  if (transfers.length !== fewest) fail(people, `${transfers.length} transfers where ${fewest} do`)
  if (people.length > LISTED) return false
  const first = firstByTrying(people, fewest)
  const ours = transfers.map(({ from, to }) => `${from}>${to}`)
  if (first?.join() !== ours.join()) fail(people, `${ours.join()} where ${first?.join()} comes first`)
  return true
}

console.log(`seed ${seed}`)
let ofFirst = 0
const sizes = new Map()
for (let group = 0; group < groups; group++) {
  const people = aGroup()
  sizes.set(people.length, (sizes.get(people.length) ?? 0) + 1)
  if (judge(people)) ofFirst++
}
const bySize = [...sizes].toSorted(([a], [b]) => a - b).map(([size, count]) => `${count} of ${size}`)
console.log(`${groups.toLocaleString('en')} groups settle in the fewest transfers: ${bySize.join(', ')}`)
console.log(
  `${ofFirst.toLocaleString('en')} of them compared with every list: ours is the first by (from, to)`,
)

const four = settleUp(named([4, 3, -4, -3])).transfers
if (four.length !== 2) fail(named([4, 3, -4, -3]), `${four.length} transfers where 2 do`)
console.log(
  `A+4 B+3 C-4 D-3: ${four.map(({ from, to, amount }) => `${from} pays ${to} ${amount}`).join(', ')}`,
)

const times = Array.from({ length: 15 }, () => {
  const amounts = Array.from({ length: 11 }, () => random.between(-100_000, 100_000) || 1)
  const people = named([...amounts, 0 - sumOf(amounts)])
  const began = performance.now()
  settleUp(people)
  return performance.now() - began
}).toSorted((a, b) => a - b)
const ms = (value) => `${value.toFixed(0)} ms`
console.log(`12 people: median ${ms(times[7])}, slowest of 15 ${ms(times[14])}`)
