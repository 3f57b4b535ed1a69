import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { redisProgram } from '../../../tools/redis/program.mjs'
import { startTestRedis, type TestRedis } from '../../../tools/redis/test-redis.mjs'
import { aBundle } from '../test/a-bundle.ts'
import { joins, type Person } from '../test/a-person.ts'
import { aSharedHome, inr, type SharedHome } from '../test/a-shared-home.ts'
import { aVerifiedPerson } from '../test/an-invitation.ts'
import { startApi, type Api } from '../test/harness.ts'
import { mailTo } from '../test/mailbox.ts'
import { startSmtpPeer, type SmtpPeer } from '../test/smtp-peer.ts'

const SECRET = 'a secret that only the tests know, not used elsewhere'
const stores = ['PostgreSQL', ...(redisProgram() === undefined ? [] : ['Redis'])]

let bundle: Awaited<ReturnType<typeof aBundle>>
beforeAll(async () => void (bundle = await aBundle()))
afterAll(() => bundle.remove())

const idIn = (raw: string) => /^Message-ID: <(\S+)>/m.exec(raw)?.[1]

const until = async (isSo: () => boolean | Promise<boolean>) => {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries === 1000) throw new Error('It never came to that')
    await pause(20)
  }
}

describe.each(stores)('a worker on queues in %s that is killed', { timeout: 120_000 }, (store) => {
  let redis: TestRedis | undefined
  let peer: SmtpPeer
  let api: Api
  let home: SharedHome
  let tara: Person
  let worker: ChildProcess
  let isHeld: PromiseWithResolvers<void>

  beforeEach(async () => {
    redis = store === 'Redis' ? await startTestRedis() : undefined
    isHeld = Promise.withResolvers()
    peer = await startSmtpPeer(0, '', ({ raw }) =>
      raw.includes('Did ') ? isHeld.promise : Promise.resolve(),
    )
    const more = redis === undefined ? {} : { REDIS_URL: redis.url }
    api = await startApi({ env: { SMTP_URL: peer.url, LOG_LEVEL: 'silent', ...more } })
    home = await aSharedHome(api)
    // The clock of the worker is that of the machine, at any hour of the night.
    expect((await home.asha.patch('/v1/me/notifications', { quiet: null })).status).toBe(200)
    tara = await joins(api, await aVerifiedPerson(api, { name: 'Tara' }), home.asha.householdId, 'member')
    await api.ticks.runAll()
    worker = spawn(process.execPath, [join(bundle.folder, 'worker.main.js')], {
      env: {
        PATH: process.env['PATH'],
        APP_SECRET: SECRET,
        DATABASE_URL: api.databaseUrl,
        SMTP_URL: peer.url,
        TEST_CLOCK: 'on',
        LOG_LEVEL: 'silent',
        ...more,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await once(worker, 'message')
  })
  afterEach(async () => {
    isHeld.resolve()
    worker.kill('SIGKILL')
    await api.close()
    await peer.close()
    await redis?.stop()
  })

  const kill = async () => {
    worker.kill('SIGKILL')
    await once(worker, 'exit')
  }
  /** Tara says that she gave Asha so much; a letter asks Asha whether it came. */
  const settle = async (rupees: number): Promise<string> => {
    const settlement = { from: tara.memberId, to: home.asha.memberId, amount: inr(rupees * 100) }
    const { status, body } = await tara.post(`${home.asha.home}/settlements`, settlement)
    expect(status).toBe(201)
    return body.id
  }
  /** Tara takes it back; a letter says so to Asha. */
  const undo = async (id: string) =>
    expect((await tara.post(`${home.asha.home}/settlements/${id}/undo`)).status).toBe(200)
  const owe = async () => {
    const split = { kind: 'equal', memberIds: [home.asha.memberId, tara.memberId] }
    await home.pay((await home.chargesOf(await home.subscribe({ split })))[0])
  }
  const rows = async (text: string) => (await api.postgres.pool.query(text)).rows
  const letters = () => peer.received.map(({ raw }) => raw).filter((raw) => raw.includes('Did '))
  /** The time of a dead worker is over, and somebody else does what it had. */
  const finish = async () => {
    isHeld.resolve()
    await api.clock.moveTo(new Date(api.clock.now() + 6 * 60_000).toISOString())
    await until(async () => {
      await api.ticks.runAll()
      return (await rows('select from jobs')).length === 0
    })
  }

  it('in the middle of an event has handled nothing of it: it is handled once, in its order, by who comes after', async () => {
    await owe()
    const [first, second] = [await settle(1), await settle(2)]
    const other = await api.postgres.pool.connect()
    await other.query('begin')
    await other.query('lock table deliveries in share mode')
    await undo(first)
    await undo(second)
    // The worker has the first event, and cannot write the letter yet.
    await until(async () => (await rows(waiting)).length > 0)
    await kill()
    await other.query('commit')
    other.release()
    expect(
      await rows(`select from jobs where attempts = 1 and kind = 'event.settlement-letters'`),
    ).toHaveLength(1)
    expect(await rows(undone)).toHaveLength(0)
    await finish()
    expect(await rows(undone)).toHaveLength(2)
    const told = (await mailTo(api, home.asha.email)).flatMap(({ subject }) =>
      / is open again/.test(subject) ? [subject] : [],
    )
    expect(told).toEqual([
      '₹2.00 between you and Ravi is open again',
      '₹1.00 between you and Ravi is open again',
    ])
  })

  it('when a letter had left and nobody had noted it sends it again, as the same letter', async () => {
    await owe()
    await settle(1)
    await until(() => letters().length === 1)
    await kill()
    await finish()
    expect(letters().length).toBeGreaterThan(1)
    expect(new Set(letters().map(idIn)).size).toBe(1)
  })
})

const undone = `select from deliveries where kind = 'settlement-undone'`
const waiting = `select from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and query like '%into deliveries%'`
