// What a morning costs on which much falls due: 100,000 periods opened while people use the same process, against opening them one
// by one; and a minute in which nothing is due here while all of them wait. `npm run bench -- sweep.bench`
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../../../tools/postgres/embedded.mjs'
import { fillDue } from './rig/due-rows.mjs'
import { aTemplate } from './rig/ledger-rows.mjs'
import { buildProcess } from './rig/process-build.mjs'
import { freePort, start } from './rig/processes.mjs'
import { upkeepEnv } from './rig/upkeep-env.mjs'

const PERIODS = Number(process.env.PERIODS ?? 100_000)
const EACH = Number(process.env.EACH ?? 20)
const ONE_BY_ONE = Math.min(1000, PERIODS / 10)
/** Requests a second while it runs: a household reads its list and its charges. */
const PAUSE = 20
const DAY = 86_400_000

const program = await buildProcess('upkeep')
// With its data on disk at each commit, as in production.
const dataDir = await mkdtemp(join(tmpdir(), 'streamline-bench-'))
await chmod(dataDir, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir })
const api = await start(program, upkeepEnv(postgres.url, await freePort()))
const client = new Client({ connectionString: postgres.url })
await client.connect()

const at = (values, part) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)]
let isMet = true
const row = (name, value, target = '', ok = true) => {
  isMet &&= ok
  console.log(
    `${name.padEnd(60)} ${value.padStart(12)}   ${target === '' ? '' : `${target.padEnd(9)} ${ok ? 'ok' : 'BELOW TARGET'}`}`,
  )
}

/** What somebody who uses the application meanwhile waits for, until they are told to stop. */
function askMeanwhile({ token, householdId }) {
  const latencies = []
  const stopped = new AbortController()
  const headers = { Authorization: `Bearer ${token}` }
  const asked = (async () => {
    for (let turn = 0; !stopped.signal.aborted; turn++) {
      const what = ['subscriptions', 'charges', 'overview', 'balances'][turn % 4]
      const began = performance.now()
      const response = await fetch(`${api.url}/v1/households/${householdId}/${what}`, { headers })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${what} answered ${response.status}`)
      latencies.push(performance.now() - began)
      await pause(PAUSE)
    }
    return latencies
  })()
  return async () => {
    stopped.abort()
    return asked
  }
}

try {
  const template = await aTemplate(api.url)
  const { rows } = await client.query('select body from subscriptions where id = $1', [
    template.subscriptionId,
  ])
  const { nextEffectOn, nextLookAt } = rows[0].body
  const due = Date.parse(nextLookAt) + DAY / 2
  const idle = async () => {
    const times = []
    for (let time = 0; time < 20; time++)
      times.push((await api.ask({ type: 'advance', now: Date.parse(nextLookAt) - 1 })).ms)
    return at(times, 0.5)
  }
  const alone = await idle()
  await fillDue(client, template, { households: PERIODS / EACH, each: EACH })
  const waiting = await idle()
  row('a minute in which nothing is due', `${alone.toFixed(2)} ms`)
  row(
    `the same while ${PERIODS.toLocaleString('en')} wait`,
    `${waiting.toFixed(2)} ms`,
    '≤ 2 ×',
    waiting <= 2 * Math.max(alone, 2),
  )

  const quiet = askMeanwhile(template)
  await pause(3000)
  const before = await quiet()
  const { timeZone } = await (
    await fetch(`${api.url}/v1/households/${template.householdId}`, {
      headers: { Authorization: `Bearer ${template.token}` },
    })
  ).json()
  const single = await api.ask({
    type: 'oneByOne',
    now: due,
    count: ONE_BY_ONE,
    today: nextEffectOn,
    timeZone,
  })
  const stop = askMeanwhile(template)
  const all = await api.ask({ type: 'advance', now: due })
  const latencies = await stop()
  const left = await client.query(`select count(*)::int as n from subscriptions where next_look < $1`, [
    new Date(due).toISOString(),
  ])
  const raised = await client.query('select count(*)::int as n from charges where index = 2')
  const seconds = (all.ms / 1000 / all.done) * PERIODS
  const per = { one: single.ms / single.done, many: all.ms / all.done }
  row(
    `${PERIODS.toLocaleString('en')} due periods of ${(PERIODS / EACH).toLocaleString('en')} households`,
    `${seconds.toFixed(1)} s`,
    '≤ 20 s',
    seconds <= 20,
  )
  row('each, in batches', `${per.many.toFixed(3)} ms`)
  row('each, one by one', `${per.one.toFixed(3)} ms`)
  row('ratio', `${(per.one / per.many).toFixed(1)} ×`, '≥ 5 ×', per.one / per.many >= 5)
  row(
    'requests meanwhile, slowest of a hundred',
    `${at(latencies, 0.99).toFixed(1)} ms`,
    '≤ 100 ms',
    at(latencies, 0.99) <= 100,
  )
  row('the same before it began', `${at(before, 0.99).toFixed(1)} ms`)
  row('CPU of the process for each', `${(all.cpu / all.done).toFixed(3)} ms`)
  row('left undone', String(left.rows[0].n), '0', left.rows[0].n === 0)
  row('charges raised', String(raised.rows[0].n), String(PERIODS + 1), raised.rows[0].n === PERIODS + 1)
} finally {
  api.stop()
  await client.end()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
if (!isMet) process.exitCode = 1
