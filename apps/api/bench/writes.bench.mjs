// What a write costs through HTTP with an account and a key, beside "create expense" of an application that does only that:
// `npm run bench -- writes.bench`
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { line } from '../../../tools/bench/line.mjs'
import { startEmbeddedPostgres } from '../../../tools/postgres/embedded.mjs'
import { buildLedgerProcess } from './rig/ledger-build.mjs'
import { aTemplate, fillHouseholds } from './rig/ledger-rows.mjs'
import { perSecond } from './rig/posts.mjs'
import { freePort, start } from './rig/processes.mjs'

const CLIENTS = 10
const SECONDS = 2
/** By turns, so that what else runs on the machine slows all alike. */
const ROUNDS = 6

const program = await buildLedgerProcess()
// With its data on disk at each commit, as in production.
const dataDir = await mkdtemp(join(tmpdir(), 'streamline-bench-'))
await chmod(dataDir, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir, settings: [] })
const [port, expensePort] = [await freePort(), await freePort()]
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
const expenses = await start('expense', { DATABASE_URL: postgres.url, PORT: expensePort })
const client = new Client({ connectionString: postgres.url })
await client.connect()
const template = await aTemplate(api.url)

const medianOf = (values) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
const keyed = () => ({ Authorization: `Bearer ${template.token}`, 'Idempotency-Key': randomUUID() })
const load = (next) => perSecond({ clients: CLIENTS, seconds: SECONDS, next })

const anExpense = (households) => (turn) => ({
  url: `${expenses.url}/groups/group-${turn % households.length}/expenses`,
  body: { title: 'Stream', amount: 64_901, expenseDate: '2026-11-28' },
})

const aPayment = (households) => (turn) => {
  const { id, charges } = households[turn % households.length]
  return {
    url: `${api.url}/v1/households/${id}/charges/${charges.pop()}/payments`,
    headers: keyed(),
    body: {},
  }
}

const aSubscription = (households) => (turn) => ({
  url: `${api.url}/v1/households/${households[turn % households.length].id}/subscriptions`,
  headers: keyed(),
  body: { planId: 'netflix-in-premium', startsOn: template.today, name: `Stream ${turn}` },
})

async function measure(count) {
  const rounds = []
  for (let round = 0; round <= ROUNDS; round++) {
    const households = await fillHouseholds(client, template, {
      households: count,
      charges: Math.ceil(8000 / count),
    })
    await client.query('vacuum analyze')
    const expense = await load(anExpense(households))
    const payment = await load(aPayment(households))
    const subscription = await load(aSubscription(households))
    // The first one warms up.
    if (round > 0) rounds.push({ expense, payment, subscription })
  }
  const ratio = (what) => medianOf(rounds.map((round) => round[what] / round.expense))
  const whole = { digits: 0, unit: 'a second' }
  console.log(`\n${count === 1 ? 'one busy household' : `${count} households`}, ${CLIENTS} clients`)
  line('expenses created by the stand-in', medianOf(rounds.map((round) => round.expense)), whole)
  line('payments recorded', medianOf(rounds.map((round) => round.payment)), whole)
  line('ratio', ratio('payment'), { atLeast: 1.5 })
  line('subscriptions added', medianOf(rounds.map((round) => round.subscription)), whole)
  line('ratio', ratio('subscription'))
}

try {
  await measure(100)
  await measure(1)
} finally {
  api.stop()
  expenses.stop()
  await client.end()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
