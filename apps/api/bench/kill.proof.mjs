// The API is killed (SIGKILL) at random points of a run of payments and of acts on subscriptions (added, changed, cancelled, restarted,
// recharged, corrected, undone, paid), and started again: once with documents in PostgreSQL and once with documents in MongoDB, at the same time. After each
// kill the books add up, and facts and charges agree. In the end every answered request is there exactly once, and no due is lost.
// `npm run bench -- proof kill`, or `node apps/api/bench/kill.proof.mjs [seed] [kills of each store]`
import { buildApi } from '../../../tools/build/build.mjs'
import { startTestMongo } from '../../../tools/mongodb/test-server.mjs'
import { startTestPostgres } from '../../../tools/postgres/test-server.mjs'
import { randomFrom } from '../test/random.ts'
import { killRun } from './rig/kill-run.mjs'

const seed = Number(process.argv[2] ?? process.env.SEED ?? Date.now() % 2 ** 31)
const rounds = Number(process.argv[3] ?? process.env.KILLS ?? 200)

await buildApi()
const postgres = await startTestPostgres()
const mongo = await startTestMongo()
const began = performance.now()

const tell = (name, run) => {
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const of = (key) => run[key].toLocaleString('en')
  console.log(`\n${name}: ${rounds} kills in ${seconds} s; after each one everything adds up`)
  console.log(
    `${of('answered')} answered and ${of('refused')} refused; ${of('retried')} without an answer were sent again`,
  )
  console.log(
    `${of('payments')} payments, refunds and reversals, ${of('settlements')} settlements: each there exactly once`,
  )
  console.log(
    `${of('subscriptions')} subscriptions: ${of('changed')} changes, ${of('cancelled')} cancellations, ${of('restarted')} restarts, ` +
      `${of('renewed')} recharges, ${of('corrected')} corrections, ${of('undone')} undone, ${of('paid')} payments of them: facts, names and charges are those that were answered`,
  )
  console.log(
    `${of('written')} payments and settlements had been written before a kill; ${of('dues')} dues, none lost`,
  )
}

/** The others go on where one fails. */
async function prove(name, number, stores) {
  try {
    tell(name, await killRun({ ...stores, random: randomFrom(seed + number), rounds }))
  } catch (error) {
    console.error(`${name}: FAILED with seed ${seed}: ${error.stack}`)
    process.exitCode = 1
  }
}

console.log(`seed ${seed}`)
try {
  const runs = [prove('Documents in PostgreSQL', 0, { databaseUrl: await postgres.createDatabase() })]
  if ('missing' in mongo) {
    console.error(`MONGODB WAS NOT TESTED: ${mongo.missing}`)
    process.exitCode = 1
  } else {
    const stores = {
      databaseUrl: await postgres.createDatabase(),
      mongodbUrl: `${mongo.url}/kill-${process.pid}`,
    }
    runs.push(prove(`Documents in ${mongo.name}`, 1, stores))
  }
  await Promise.all(runs)
} finally {
  if ('stop' in mongo) await mongo.stop()
  await postgres.stop()
}
