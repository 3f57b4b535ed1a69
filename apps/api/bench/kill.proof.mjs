// The API is killed (SIGKILL) at random points of a run of payments, and started again. After each kill the books add up: ledger
// and charge, or neither. In the end every answered request is there exactly once, and no due is lost.
// `node apps/api/bench/kill.proof.mjs [seed] [rounds]`
import { buildApi } from '../../../tools/build/build.mjs'
import { startTestPostgres } from '../../../tools/postgres/test-server.mjs'
import { randomFrom } from '../test/random.ts'
import { killRun } from './rig/kill-run.mjs'

const seed = Number(process.argv[2] ?? process.env.SEED ?? Date.now() % 2 ** 31)
const ROUNDS = Number(process.argv[3] ?? 200)
/** Starting a process takes longest, and one core at most. */
const LANES = 2

await buildApi()
const postgres = await startTestPostgres()
const began = performance.now()
console.log(`seed ${seed}`)
try {
  const lanes = Array.from({ length: LANES }, async (_, number) =>
    killRun({
      databaseUrl: await postgres.createDatabase(),
      random: randomFrom(seed + number),
      rounds: Math.ceil(ROUNDS / LANES),
    }),
  )
  await Promise.allSettled(lanes)
  const runs = await Promise.all(lanes)
  const sumOf = (key) => runs.reduce((sum, run) => sum + run[key], 0).toLocaleString('en')
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(`${LANES * Math.ceil(ROUNDS / LANES)} kills in ${seconds} s; after each one everything adds up`)
  console.log(
    `${sumOf('retried')} requests without an answer were sent again; ${sumOf('written')} had been written before a kill`,
  )
  console.log(`${sumOf('answered')} answered and ${sumOf('refused')} refused`)
  console.log(
    `${sumOf('payments')} payments, refunds and reversals, ${sumOf('settlements')} settlements: each there exactly once`,
  )
  console.log(`${sumOf('dues')} dues, none lost`)
} catch (error) {
  console.error(`FAILED with seed ${seed}: ${error.stack}`)
  process.exitCode = 1
} finally {
  await postgres.stop()
}
