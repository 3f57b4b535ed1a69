// How many due reminders a second reach phones, from the row that waits to the answer of Firebase (as this machine speaks it, over TLS), beside how
// many jobs that do nothing BullMQ does a second on the same Redis in the same run. `npm run bench -- reminders-rate`; DUE=5000 for a shorter one
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Queue, Worker } from 'bullmq'
import { Client } from 'pg'
import { buildApi } from '../../../tools/build/build.mjs'
import { startEmbeddedPostgres } from '../../../tools/postgres/embedded.mjs'
import { startTestRedis } from '../../../tools/redis/test-redis.mjs'
import { copyRows } from './rig/copied-rows.mjs'
import { messagePeers } from './rig/message-peers.mjs'
import { freePort } from './rig/processes.mjs'
import { aRemindedPerson } from './rig/reminded-person.mjs'
import { startService } from './rig/service.mjs'

const DUE = Number(process.env.DUE ?? 100_000)
const PEOPLE = Math.max(10, Math.round(DUE / 100))
const EACH = Math.floor(DUE / PEOPLE)
const LEAST = 0.25
const AT_ONCE = 50

await buildApi()
const dataDir = await mkdtemp(join(tmpdir(), 'streamline-bench-'))
await chmod(dataDir, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir })
const redis = await startTestRedis()
const client = new Client({ connectionString: postgres.url })
await client.connect()
const query = async (text, values) => (await client.query(text, values)).rows
let arrived = 0
let began = 0
let ended = 0
const peers = await messagePeers(({ channel }) => {
  if (channel !== 'fcm') return
  began ||= performance.now()
  arrived++
  ended = performance.now()
})
const port = await freePort()
const env = {
  DATABASE_URL: postgres.url,
  REDIS_URL: redis.url,
  APP_SECRET: 'a secret for one bench, used nowhere else',
  PUBLIC_URL: 'http://localhost:3000',
  PORT: port,
  LIMITS: 'off',
  LOG_LEVEL: 'warn',
  ...peers.env,
}

/** Jobs that do nothing, as many at once as messages to phones. */
async function noOps(count) {
  const connection = { url: redis.url, maxRetriesPerRequest: null }
  const queue = new Queue('nothing', { connection })
  const jobs = Array.from({ length: count }, () => ({
    name: 'nothing',
    data: {},
    opts: { removeOnComplete: true },
  }))
  for (let at = 0; at < jobs.length; at += 1000) await queue.addBulk(jobs.slice(at, at + 1000))
  const { promise, resolve } = Promise.withResolvers()
  let done = 0
  const from = performance.now()
  const worker = new Worker('nothing', async () => void (++done === count && resolve()), {
    connection,
    concurrency: AT_ONCE,
  })
  await promise
  const rate = (count / (performance.now() - from)) * 1000
  await worker.close()
  await queue.close()
  return rate
}

const services = []
try {
  services.push(await startService('api', { ...env, SERVICE_ROLE: 'api' }))
  services.push(await startService('worker', env))
  const people = []
  const told = { url: `http://127.0.0.1:${port}`, query, peers, subscriptions: 1, channels: ['fcm'] }
  for (let number = 1; number <= PEOPLE; number++) people.push(await aRemindedPerson({ ...told, number }))
  const planned = 'select count(*)::int as n from reminders where lead = 3'
  while ((await query(planned))[0].n < PEOPLE) await pause(500)
  await query(`update notification_preferences set rules = jsonb_build_object('renewal',
    jsonb_build_object('email', false, 'inbox', true, 'push', true, 'webhook', false, 'leadDays', '[7, 3, 1, 0]'::jsonb))`)
  for (const { memberId } of people) {
    const [{ id }] = await query("select id from subscriptions s where s.body->>'ownerId' = $1", [memberId])
    await query('drop table if exists own')
    await query(
      'create temp table own as select gen_random_uuid() as subscription from generate_series(2, $1::int)',
      [EACH],
    )
    const own = { ids: 'own', from: { subscription: id } }
    await copyRows(client, 'subscriptions', { ...own, where: `one.id = '${id}'` })
    await copyRows(client, 'billed_subscriptions', { ...own, where: `one.id = '${id}'` })
    const more = `jsonb_build_object('id', gen_random_uuid())`
    await copyRows(client, 'charges', { ...own, where: `one.subscription_id = '${id}'`, more })
    await copyRows(client, 'reminders', { ...own, where: `one.subject_id = '${id}' and one.lead = 3`, more })
  }
  await query('vacuum analyze')
  const noOp = await noOps(Math.min(DUE, 20_000))
  const due = await query(
    `update reminders set send_at = now() where lead = 3 and sent_at is null returning id`,
  )
  while (arrived < due.length) await pause(200)
  const rate = (arrived / (ended - began)) * 1000
  const part = rate / noOp
  console.log(
    `${due.length.toLocaleString('en')} due reminders of ${PEOPLE} people: ${rate.toFixed(0)} a second reached phones`,
  )
  console.log(`jobs that do nothing: ${noOp.toFixed(0)} a second`)
  console.log(`part ${part.toFixed(3)} (at least ${LEAST})`)
  if (part < LEAST) process.exitCode = 1
} finally {
  for (const service of services) await service.kill()
  await client.end()
  await peers.close()
  await redis.stop()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
