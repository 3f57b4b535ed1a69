// The first screen and the list of a household with 1,000 subscriptions, against a bare Fastify route that reads the
// same rows with one prepared query: `npm run bench -- apps/api`
import { request } from 'node:http'
import autocannon from 'autocannon'
import { Client } from 'pg'
import { line } from '../../../tools/bench/line.mjs'
import { startTestPostgres } from '../../../tools/postgres/test-server.mjs'
import { fillHousehold } from './rig/household.mjs'
import { freePort, postgresCpu, start } from './rig/processes.mjs'

const SUBSCRIPTIONS = 1000
const CONNECTIONS = 16
/** Short and often, by turns: what else runs on the machine then slows both alike. */
const SECONDS = 2
const ROUNDS = 6
/** A process that has just begun translates what it runs; people meet one that has run for days. */
const WARM_UP = 50

const postgres = await startTestPostgres()
const databaseUrl = await postgres.createDatabase()
const port = await freePort()
const api = await start('api', {
  DATABASE_URL: databaseUrl,
  APP_SECRET: 'a secret for one bench, used nowhere else',
  PORT: port,
  PUBLIC_URL: `http://localhost:${port}`,
  // Production asks for a mail server; this process answers requests only, and never speaks to it.
  SMTP_URL: 'smtp://127.0.0.1:1',
  SERVICE_ROLE: 'api',
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
})
const household = await fillHousehold(api.url, SUBSCRIPTIONS)
const { householdId, memberId, today, token } = household
const home = `/v1/households/${householdId}`
// As a browser asks.
const headers = { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'gzip, deflate, br' }
const pathOf = { overview: `${home}/overview`, list: `${home}/subscriptions` }
const client = new Client({ connectionString: databaseUrl })
await client.connect()
await client.query('vacuum analyze')
await fetch(api.url + pathOf.overview, { headers })
const bare = await start('bare', {
  DATABASE_URL: databaseUrl,
  HOUSEHOLD: householdId,
  MEMBER: memberId,
  TODAY: today,
  PORT: await freePort(),
})

const load = async (url, more = {}) => {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, ...more })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return result
}

const sumOf = (values) => values.reduce((sum, value) => sum + value, 0)
const medianOf = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

const total = (rounds, part) => sumOf(rounds.map((one) => one[part]))
const perRequest = (rounds, part) => total(rounds, part) / total(rounds, 'requests')

/** Requests, milliseconds of CPU of the process and of PostgreSQL, and the slowest of each hundred. */
async function round(server, url, more) {
  const [cpu, store] = [await server.cpu(), await postgresCpu(databaseUrl)]
  const { requests, latency } = await load(url, more)
  return {
    requests: requests.total,
    perSecond: requests.average,
    p99: latency.p99,
    cpu: (await server.cpu()) - cpu,
    store: store === null ? Number.NaN : (await postgresCpu(databaseUrl)) - store,
  }
}

async function measure(what) {
  const ours = []
  const plain = []
  const more = { headers }
  await load(`${bare.url}/${what}`)
  await load(api.url + pathOf[what], more)
  for (let turn = 0; turn < ROUNDS; turn++) {
    plain.push(await round(bare, `${bare.url}/${what}`))
    ours.push(await round(api, api.url + pathOf[what], more))
  }
  const ratio = total(ours, 'perSecond') / total(plain, 'perSecond')
  const p99 = medianOf(ours.map((one) => one.p99))
  const isOverview = what === 'overview'
  console.log(`\n${what}, ${SUBSCRIPTIONS} subscriptions, ${CONNECTIONS} connections, warm`)
  line('requests/s of a bare route', total(plain, 'perSecond') / ROUNDS, { digits: 0 })
  line('requests/s', total(ours, 'perSecond') / ROUNDS, { digits: 0 })
  line('ratio', ratio, { atLeast: 0.35 })
  line('p99', p99, { unit: 'ms', digits: 0, atMost: 50 })
  const cpu = { unit: 'ms', ...(isOverview ? { atMost: 1 } : {}) }
  line('CPU of the API per request, with sign-in', perRequest(ours, 'cpu'), cpu)
  line('CPU of PostgreSQL beside it', perRequest(ours, 'store'), { unit: 'ms' })
  line('CPU of the bare route', perRequest(plain, 'cpu'), { unit: 'ms' })
  line('CPU of PostgreSQL beside it', perRequest(plain, 'store'), { unit: 'ms' })
  return perRequest(ours, 'cpu')
}

/** What a page of the list costs where none is kept: what decision 0011 rests on. */
async function measureUnkept(kept) {
  const runs = 100
  let cpu = 0
  for (let run = -WARM_UP; run < runs; run++) {
    await client.query('update households set revision = revision + 1 where id = $1', [householdId])
    const before = await api.cpu()
    await (await fetch(api.url + pathOf.list, { headers })).text()
    if (run >= 0) cpu += (await api.cpu()) - before
  }
  console.log(`\nlist, another revision before each of ${runs} requests`)
  line('CPU of the API per request', cpu / runs, { unit: 'ms' })
  line('times that of a page that is kept', cpu / runs / kept, { digits: 1 })
}

/** One after the other, each after something that makes what was kept stale. */
async function measureMade(what, runs, spoil) {
  for (let run = 0; run < WARM_UP; run++) {
    await spoil(run)
    await (await fetch(api.url + pathOf.overview, { headers })).text()
  }
  const times = []
  let cpu = 0
  for (let run = 0; run < runs; run++) {
    await spoil(run)
    const before = await api.cpu()
    const began = performance.now()
    await (await fetch(api.url + pathOf.overview, { headers })).text()
    times.push(performance.now() - began)
    cpu += (await api.cpu()) - before
  }
  const sorted = times.toSorted((a, b) => a - b)
  console.log(`\noverview, ${what} before each of ${runs} requests`)
  line('median', sorted[Math.floor(runs / 2)], { unit: 'ms', digits: 0 })
  line('slowest', sorted.at(-1), { unit: 'ms', digits: 0 })
  line('CPU of the API per request', cpu / runs, { unit: 'ms', digits: 1, atMost: 10 })
}

const drop = () => client.query('delete from overviews')

/** Another subscription each time, as people change them. */
async function write(run) {
  const response = await fetch(`${api.url}${pathOf.list}/${changed[run % changed.length].id}`, {
    method: 'PATCH',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ note: `Change ${run}` }),
  })
  if (!response.ok) throw new Error(`A change answered ${response.status}`)
  await response.arrayBuffer()
}

/** Bytes on the wire. */
const sizeOf = (path, encoding) =>
  new Promise((resolve, reject) => {
    const options = { headers: { ...headers, 'Accept-Encoding': encoding } }
    const sent = request(api.url + path, options, (response) => {
      let bytes = 0
      response.on('data', (chunk) => (bytes += chunk.length)).on('end', () => resolve(bytes))
    })
    sent.on('error', reject).end()
  })

await measure('overview')
await measureMade('the projection dropped', 100, drop)
const { items: changed } = await (await fetch(`${api.url}${pathOf.list}?limit=100`, { headers })).json()
await measureMade('a subscription changed', 100, write)
await measureUnkept(await measure('list'))
console.log('\nsizes')
for (const [what, path] of Object.entries(pathOf)) {
  const [plain, gzip] = [await sizeOf(path, 'identity'), await sizeOf(path, 'gzip')]
  const isList = what === 'list'
  const kilobytes = { unit: 'kB', digits: 1 }
  line(`${what}, as it is`, plain / 1000, kilobytes)
  line(`${what}, gzip`, gzip / 1000, { ...kilobytes, ...(isList ? { atMost: 30 } : {}) })
}

api.stop()
bare.stop()
await client.end()
await postgres.stop()
