// What the ledger costs: balances of a household with 100,000 entries, and payments against what pgbench reaches with two
// rows on the same PostgreSQL: `npm run bench -- ledger.bench`
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { line } from '../../../tools/bench/line.mjs'
import { startEmbeddedPostgres } from '../../../tools/postgres/embedded.mjs'
import { aTemplate, fillHouseholds, fillLedger } from './rig/ledger-rows.mjs'
import { buildProcess } from './rig/process-build.mjs'
import { installPgbench, pairsPerSecond, pairTables } from './rig/pgbench.mjs'
import { freePort, start } from './rig/processes.mjs'

const CLIENTS = [1, 10]
const SECONDS = 2
/** By turns, so that what else runs on the machine slows all alike. */
const ROUNDS = 4
const ENTRIES = 100_000
const TARGET = 0.3

installPgbench()
const program = await buildProcess('ledger')
// With its data on disk at each commit, as in production.
const dataDir = await mkdtemp(join(tmpdir(), 'streamline-bench-'))
await chmod(dataDir, 0o755)
const postgres = await startEmbeddedPostgres({
  dataDir,
  settings: (process.env.PG_SETTINGS ?? '').split(' ').filter(Boolean),
})
const port = await freePort()
const api = await start(program, {
  DATABASE_URL: postgres.url,
  APP_SECRET: 'a secret for one bench, used nowhere else',
  PORT: port,
  PUBLIC_URL: `http://localhost:${port}`,
  SMTP_URL: 'smtp://127.0.0.1:1',
  SERVICE_ROLE: 'api',
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
})
const client = new Client({ connectionString: postgres.url })
await client.connect()
const template = await aTemplate(api.url, { recordsItself: false })
await client.query(pairTables)

const sorted = (values) => values.toSorted((a, b) => a - b)
const at = (values, part) => sorted(values)[Math.floor((values.length - 1) * part)]
const sumOf = (values) => values.reduce((sum, value) => sum + value, 0)
async function measureBalances() {
  const [household] = await fillHouseholds(client, template, { households: 1, charges: 500 })
  await fillLedger(client, household, ENTRIES)
  await client.query('vacuum analyze')
  const ask = { type: 'balances', household: { id: household.id, memberId: household.memberId } }
  await api.ask({ ...ask, times: 300 })
  const { latencies } = await api.ask({ ...ask, times: 2000 })
  const text =
    'select account, currency, sum(amount) from ledger_entries where household_id = $1 group by 1, 2'
  const again = []
  for (let time = 0; time < 30; time++) {
    const began = performance.now()
    await client.query({ name: 'again', text, values: [household.id] })
    again.push(performance.now() - began)
  }
  const { rows } = await client.query(
    'select count(*)::int as count from ledger_entries where household_id = $1',
    [household.id],
  )
  console.log(`\nbalances of a household with ${rows[0].count.toLocaleString('en')} entries`)
  const [p50, p99] = [at(latencies, 0.5), at(latencies, 0.99)]
  line('read, median', p50, { unit: 'ms', atMost: 5 })
  line('read, slowest of a hundred', p99, { unit: 'ms', atMost: 5 })
  line('adding all entries up again, median', at(again, 0.5), { unit: 'ms' })
}

/** The same through HTTP, with a key as our apps send it. */
async function payByHttp(households, clients) {
  const until = performance.now() + SECONDS * 1000
  const began = performance.now()
  let paid = 0
  let refused = 0
  const pay = async (number) => {
    for (let turn = number; performance.now() < until; turn += clients) {
      const household = households[turn % households.length]
      const path = `/v1/households/${household.id}/charges/${household.charges.pop()}/payments`
      const response = await fetch(api.url + path, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${template.token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
        },
        body: '{}',
      })
      const answer = await response.text()
      if (response.status === 503) refused++
      else if (response.status !== 201) throw new Error(answer)
      else paid++
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => pay(number)))
  return { perSecond: paid / ((performance.now() - began) / 1000), refused }
}

async function measurePayments(count, clients) {
  const options = { households: count, charges: Math.ceil(16_000 / count) }
  const rounds = []
  await client.query('vacuum analyze')
  for (let round = 0; round <= ROUNDS; round++) {
    const households = await fillHouseholds(client, template, options)
    const inProcess = households.map((one) => ({
      ...one,
      charges: one.charges.splice(0, one.charges.length / 2),
    }))
    const pairs = pairsPerSecond(postgres.url, { clients, households: count, seconds: SECONDS })
    const service = await api.ask({ type: 'pay', households: inProcess, clients, seconds: SECONDS })
    const http = await payByHttp(households, clients)
    // The first one warms up.
    if (round > 0) rounds.push({ pairs, service, http })
  }
  const per = (pick) => sumOf(rounds.map(pick)) / rounds.length
  const pairs = per((one) => one.pairs)
  const service = per((one) => one.service.perSecond)
  const http = per((one) => one.http.perSecond)
  const refused = sumOf(rounds.map((one) => one.service.refused + one.http.refused))
  const latencies = rounds.flatMap((one) => one.service.latencies)
  const who = `${clients} ${clients === 1 ? 'client' : 'clients'}`
  console.log(`\npayments, ${count === 1 ? 'one busy household' : `${count} households`}, ${who}`)
  line('pgbench, two rows, transactions per second', pairs, { digits: 0 })
  line('payments per second, in process', service, { digits: 0 })
  line('ratio', service / pairs, { atLeast: TARGET })
  line('payments per second through HTTP, with a key', http, { digits: 0 })
  line('ratio', http / pairs)
  line('median, in process', at(latencies, 0.5), { unit: 'ms' })
  line('slowest of a hundred, in process', at(latencies, 0.99), { unit: 'ms' })
  line(
    'CPU of the API per payment',
    per((one) => one.service.cpu),
    { unit: 'ms' },
  )
  line('answered 503', refused, { digits: 0, atMost: 0 })
}

try {
  await measureBalances()
  for (const clients of CLIENTS) for (const households of [1, 100]) await measurePayments(households, clients)
} finally {
  api.stop()
  await client.end()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
