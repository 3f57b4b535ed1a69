// The cheapest set of six numbers, a home line and twelve services among all plans of India, on one core, and the advice of one plan
// at a time beside it: `node packages/domain/bench/cheapest-set.bench.mjs [seed] [households]`
import { line } from '../../../tools/bench/line.mjs'
import { cheapestSet } from '../src/savings/cheapest-set.ts'
import { programOf } from '../src/savings/set-options.ts'
import { cheapestOf } from '../src/savings/solve-program.ts'
import { indianHousehold, offers } from './rig/indian-households.mjs'
import { oneAtATime } from './rig/one-at-a-time.mjs'
import { randomFrom, seedOf } from './rig/random.mjs'

const seed = seedOf()
const wanted = Number(process.argv[3] ?? 200)
const random = randomFrom(seed)
console.log(`seed ${seed}, ${offers.length} plans`)

const milliseconds = (work) => {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return [result, (user + system) / 1000]
}
const at = (values, part) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)]

const times = []
const whatIf = []
const more = []
let proven = 0
let cheaper = 0
let better = 0
let saved = 0
let paid = 0
cheapestSet(indianHousehold(random))
for (let number = 0; number < wanted; number++) {
  const input = indianHousehold(random)
  const [set, time] = milliseconds(() => cheapestSet(input))
  times.push(time)
  if (set === null) throw new Error(`household ${number} cannot go on`)
  if (set.proof.status === 'optimal' && set.proof.bound === set.proof.value) proven++
  if (set.isBetter) better++
  saved += set.saving
  paid += set.now.total
  const { lines } = input.needs
  const changed = {
    ...input,
    needs: { ...input.needs, lines: [{ ...lines[0], mbPerDay: 3072 }, ...lines.slice(1)] },
  }
  whatIf.push(milliseconds(() => cheapestSet(changed, { secondBest: false }))[1])
  const program = programOf(input)
  // The solver walks another way through the same program, and must come to the same.
  const otherWay = cheapestOf({ ...program, choices: program.choices.toReversed() })
  if (otherWay?.proof.value !== set.proof.value) throw new Error(`household ${number}: two ways, two values`)
  const advice = oneAtATime(program)
  if (advice.cost < set.proof.value)
    throw new Error(`household ${number}: advice is cheaper than the cheapest set`)
  if (advice.cost > set.proof.value) cheaper++
  more.push((advice.cost - set.proof.value) / 100)
}
const rupees = (value) => Math.round(value)
line('proven with zero gap', proven / wanted, { atLeast: 1, digits: 3, unit: 'of all' })
line('CPU, half of them below', at(times, 0.5), { digits: 0, unit: 'ms' })
line('CPU, 95 of 100 below', at(times, 0.95), { atMost: 1000, digits: 0, unit: 'ms' })
line('CPU, the longest', Math.max(...times), { digits: 0, unit: 'ms' })
line('one need changed, 95 of 100 below', at(whatIf, 0.95), { atMost: 300, digits: 0, unit: 'ms' })
line('with a cheaper set', better / wanted, { digits: 3, unit: 'of all' })
line('saved of what is paid', saved / paid, { digits: 3, unit: 'of all' })
line('cheaper than one plan at a time', cheaper / wanted, { digits: 3, unit: 'of all' })
line('cheaper by, half of them', rupees(at(more, 0.5)), { digits: 0, unit: 'rupees a year' })
line('cheaper by, 95 of 100 at most', rupees(at(more, 0.95)), { digits: 0, unit: 'rupees a year' })
line('cheaper by, on average', rupees(more.reduce((sum, one) => sum + one, 0) / wanted), {
  digits: 0,
  unit: 'rupees a year',
})
