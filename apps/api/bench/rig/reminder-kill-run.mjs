import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../../../../tools/postgres/embedded.mjs'
import { startTestRedis } from '../../../../tools/redis/test-redis.mjs'
import { messagePeers } from './message-peers.mjs'
import { freePort } from './processes.mjs'
import { aRemindedPerson, CHANNELS } from './reminded-person.mjs'
import { startService } from './service.mjs'

/** Nobody waits longer than this for a message of a round. */
const PATIENCE = 180_000
const SUBSCRIPTIONS = 5
const NOBODY = () => {}
/** Milliseconds between two questions of a worker: a kill by time lies anywhere in them. */
const TICK = 15_000

/**
 * An installation of its own (API, worker, PostgreSQL on disk and, where asked for, Redis) of which one part is killed while reminders
 * are on their way, so many times. Answers what came of them.
 */
export async function reminderKillRun({ jobsIn, random, rounds, tell }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'streamline-reminders-'))
  await chmod(dataDir, 0o755)
  const arrived = new Map()
  let heard = NOBODY
  const peers = await messagePeers(({ channel, to, title, id }) => {
    const name = /^K\d+-\d+/.exec(title)?.[0]
    if (name === undefined) return
    const key = `${name} ${channel}`
    const known = arrived.get(key) ?? { at: Date.now(), ids: new Set(), times: 0, to }
    known.ids.add(id)
    known.times++
    arrived.set(key, known)
    heard()
  })
  const port = await freePort()
  const parts = {}
  let postgres = await startEmbeddedPostgres({ dataDir })
  const redis = jobsIn === 'Redis' ? await startTestRedis() : undefined
  const env = {
    DATABASE_URL: postgres.url,
    ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
    APP_SECRET: 'a secret for one bench, used nowhere else',
    PUBLIC_URL: 'http://localhost:3000',
    PORT: port,
    LIMITS: 'off',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...peers.env,
  }
  const url = `http://127.0.0.1:${port}`
  const api = () => startService('api', { ...env, SERVICE_ROLE: 'api' })
  const worker = () => startService('worker', env)
  const query = async (text, values) => {
    const client = new Client({ connectionString: postgres.url })
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query(text, values)).rows
    } finally {
      await client.end()
    }
  }
  const strike = {
    worker: async () => {
      await parts.worker.kill()
      parts.worker = await worker()
    },
    api: async () => {
      await parts.api.kill()
      parts.api = await api()
    },
    postgres: async () => {
      process.kill(postgres.pid, 'SIGKILL')
      await postgres.exited
      await postgres.stop()
      postgres = await startEmbeddedPostgres({ dataDir, port: postgres.port })
    },
    ...(redis === undefined
      ? {}
      : {
          redis: async () => {
            await redis.kill()
            await redis.start()
          },
        }),
  }
  const victims = Object.keys(strike)
  const counts = { messages: 0, again: 0, late: 0, kills: {} }

  const here = (number) => [...arrived.keys()].filter((key) => key.startsWith(`K${number}-`)).length
  const wanted = SUBSCRIPTIONS * CHANNELS.length

  /** What stands in the way. */
  const inTheWay = () =>
    query(`select j.kind, j.attempts, j.due_at, j.failed_at, j.last_error, d.title, d.answer, d.attempts as tries, now()
      from jobs j left join deliveries d on d.id::text = j.payload->>'deliveryId'`)

  const untilAll = async (number) => {
    const until = Date.now() + PATIENCE
    while (here(number) < wanted) {
      if (Date.now() > until)
        throw new Error(
          `round ${number}: ${wanted - here(number)} of ${wanted} never came: ${JSON.stringify(await inTheWay())}`,
        )
      await pause(50)
    }
  }

  /** Somewhere between two questions, or right after so many messages. */
  const untilTheMoment = async (number) => {
    if (random.between(0, 3) === 0) return pause(random.between(0, TICK))
    const after = random.between(1, wanted - 1)
    const until = Date.now() + PATIENCE
    const { promise, resolve } = Promise.withResolvers()
    heard = () => here(number) >= after && resolve()
    await Promise.race([promise, pause(until - Date.now())])
    heard = NOBODY
    await pause(random.between(0, 30))
  }

  const round = async (number, person) => {
    const victim = random.oneOf(victims)
    const dueAt = Date.now()
    const due = await query(
      `update reminders set send_at = $2 where member_id = $1 and lead = 3 and sent_at is null returning id`,
      [person.memberId, new Date(dueAt).toISOString()],
    )
    if (due.length !== SUBSCRIPTIONS) throw new Error(`round ${number}: ${due.length} were planned`)
    await untilTheMoment(number)
    tell(`${jobsIn}: round ${number}, ${here(number)} of ${wanted} there, ${victim} is killed`)
    await strike[victim]()
    const back = Date.now()
    counts.kills[victim] = (counts.kills[victim] ?? 0) + 1
    await untilAll(number)
    const own = [...arrived].filter(([key]) => key.startsWith(`K${number}-`)).map(([, one]) => one)
    const late = Math.max(0, ...own.map(({ at }) => at - Math.max(dueAt, back))) / 1000
    counts.late = Math.max(counts.late, late)
    tell(`${jobsIn}: round ${number}, the last message ${late.toFixed(1)} s after it was back`)
  }

  const checkEnd = async (people) => {
    // What was repeated late would be here by now.
    await pause(2 * TICK)
    for (const [key, { ids, times }] of arrived) {
      if (ids.size > 1) throw new Error(`${key} came as ${ids.size} messages`)
      counts.messages++
      counts.again += times - 1
    }
    const items = await query(
      `select member_id, parts->0->>'name' as name, count(*)::int as n from inbox_items group by 1, 2`,
    )
    const lost = people.length * SUBSCRIPTIONS - items.length
    if (lost > 0 || items.some(({ n }) => n !== 1)) throw new Error(`the inbox lost ${lost}, or has doubles`)
    const [{ left }] = await query(`select count(*)::int as left from jobs`)
    if (left > 0) throw new Error(`${left} jobs are left`)
  }

  try {
    ;[parts.api, parts.worker] = await Promise.all([api(), worker()])
    const people = []
    for (let number = 1; number <= rounds; number++)
      people.push(await aRemindedPerson({ url, query, peers, number, subscriptions: SUBSCRIPTIONS }))
    const planned = `select count(*)::int as n from reminders where lead = 3 and sent_at is null`
    while ((await query(planned))[0].n < rounds * SUBSCRIPTIONS) await pause(500)
    for (const [at, person] of people.entries()) await round(at + 1, person)
    await checkEnd(people)
  } finally {
    await Promise.all([parts.api?.kill(), parts.worker?.kill()])
    await redis?.stop()
    await postgres.stop()
    await peers.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return counts
}
