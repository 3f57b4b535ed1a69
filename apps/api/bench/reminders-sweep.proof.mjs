// What a minute costs in which 1,000 people are told something: with 10,000 subscriptions, and with 1,000,000 in 100,000 households of which
// the rest waits. `npm run bench -- reminders-sweep`; SUBSCRIPTIONS=100000 for a smaller one
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../../../tools/postgres/embedded.mjs'
import { copyRows } from './rig/copied-rows.mjs'
import { buildProcess } from './rig/process-build.mjs'
import { freePort, start } from './rig/processes.mjs'
import { aRemindedPerson } from './rig/reminded-person.mjs'

const SUBSCRIPTIONS = Number(process.env.SUBSCRIPTIONS ?? 1_000_000)
const FEW = Math.min(10_000, SUBSCRIPTIONS / 10)
const DUE = Number(process.env.DUE ?? 1000)
const EACH = 10
const ROUNDS = 3
const MOST = 1.5

const program = await buildProcess('sweep')
const dataDir = await mkdtemp(join(tmpdir(), 'streamline-bench-'))
await chmod(dataDir, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir })
const port = await freePort()
const api = await start(program, {
  DATABASE_URL: postgres.url,
  APP_SECRET: 'a secret for one bench, used nowhere else',
  PORT: port,
  PUBLIC_URL: `http://localhost:${port}`,
  SERVICE_ROLE: 'api',
  LIMITS: 'off',
  LOG_LEVEL: 'warn',
})
const client = new Client({ connectionString: postgres.url })
await client.connect()
const query = async (text, values) => (await client.query(text, values)).rows
const count = (number) => number.toLocaleString('en')
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

try {
  const nobody = { devices: () => [], webhook: () => ({}), signs: () => {} }
  const first = { url: api.url, query, peers: nobody, number: 1, subscriptions: 1, channels: [] }
  const { householdId, memberId, userId } = await aRemindedPerson(first)
  await api.ask({ type: 'ask' })
  const [{ id: subscriptionId }] = await query('select id from subscriptions')
  const household = { household: householdId, member: memberId, person: userId }
  const subscription = { subscription: subscriptionId }

  /** So many households of one person; what is told is due in the past for those that are due, in days for the rest. */
  const fill = async (households, each, isDue) => {
    await query('drop table if exists home, own')
    await client.query(
      `create temp table home as select gen_random_uuid() as household, gen_random_uuid() as member, gen_random_uuid() as person
        from generate_series(1, $1::int)`,
      [households],
    )
    await client.query(
      `create temp table own as select home.*, gen_random_uuid() as subscription from home, generate_series(1, $1::int)`,
      [each],
    )
    const homes = { ids: 'home', from: household }
    const owned = { ids: 'own', from: { ...household, ...subscription } }
    const email = `jsonb_build_object('email', home.person || '@example.org', 'email_normalised', home.person || '@example.org')`
    await copyRows(client, 'users', { ...homes, where: `one.id = '${userId}'`, more: email })
    await copyRows(client, 'households', { ...homes, where: `one.id = '${householdId}'` })
    await copyRows(client, 'household_members', { ...homes, where: `one.id = '${memberId}'` })
    await copyRows(client, 'notification_preferences', { ...homes, where: `one.user_id = '${userId}'` })
    await copyRows(client, 'subscriptions', { ...owned, where: `one.id = '${subscriptionId}'` })
    await copyRows(client, 'billed_subscriptions', { ...owned, where: `one.id = '${subscriptionId}'` })
    const anew = `jsonb_build_object('id', gen_random_uuid())`
    await copyRows(client, 'charges', {
      ...owned,
      where: `one.subscription_id = '${subscriptionId}'`,
      more: anew,
    })
    const at = isDue ? "now() - interval '1 minute'" : "now() + interval '3 days'"
    await copyRows(client, 'reminders', {
      ...owned,
      where: `one.member_id = '${memberId}' and one.lead = 3`,
      more: `jsonb_build_object('id', gen_random_uuid(), 'send_at', ${at})`,
    })
  }

  const measured = async () => {
    const times = []
    for (let round = 0; round < ROUNDS; round++) {
      await fill(DUE, 1, true)
      await client.query('vacuum analyze')
      const before = (await query('select count(*)::int as n from inbox_items'))[0].n
      const toldBy = async () => (await query('select count(*)::int as n from inbox_items'))[0].n - before
      // One question sends for twenty seconds at most: on a machine that is busy it takes several.
      let [ms, told] = [0, 0]
      for (let questions = 0; told < DUE && questions < 20; questions++) {
        ms += (await api.ask({ type: 'ask' })).ms
        told = await toldBy()
      }
      if (told !== DUE) throw new Error(`${told} of ${DUE} were told`)
      times.push(ms)
    }
    return median(times)
  }

  await fill(FEW / EACH, EACH, false)
  const few = await measured()
  console.log(`${count(DUE)} due among ${count(FEW)} subscriptions: ${few.toFixed(0)} ms`)
  await fill((SUBSCRIPTIONS - FEW) / EACH, EACH, false)
  const many = await measured()
  const [{ subscriptions, households }] = await query(
    `select (select count(*) from subscriptions)::int as subscriptions, (select count(*) from households)::int as households`,
  )
  console.log(
    `${count(DUE)} due among ${count(subscriptions)} subscriptions of ${count(households)} households: ${many.toFixed(0)} ms`,
  )
  const ratio = many / few
  console.log(`ratio ${ratio.toFixed(2)} (at most ${MOST})`)
  if (ratio > MOST) process.exitCode = 1
} finally {
  api.stop()
  await client.end()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
