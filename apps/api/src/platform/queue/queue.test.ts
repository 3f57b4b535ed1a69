import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { redisProgram } from '../../../../../tools/redis/program.mjs'
import { startTestRedis, type TestRedis } from '../../../../../tools/redis/test-redis.mjs'
import { startApi, type Api } from '../../../test/harness.ts'
import type { JobKind } from './job.ts'
import { JobHandlers } from './job-handlers.ts'
import { Jobs } from './jobs.ts'

const greet: JobKind<{ householdId: string }> = {
  name: 'greet',
  queue: { name: 'greetings', concurrency: 2 },
  payload: z.strictObject({ householdId: z.uuid() }),
  attempts: 3,
  pause: 60_000,
  longestPause: 3_600_000,
  lease: 60_000,
  batch: 1,
}

const until = async (isSo: () => boolean | Promise<boolean>) => {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries === 400) throw new Error('It never came to that')
    await pause(50)
  }
}

const disconnect = `select pg_terminate_backend(pid) from pg_stat_activity
  where application_name like 'streamline jobs%' and datname = current_database()`

const someone = () => ({ householdId: crypto.randomUUID() })

/** Both stores pass the same; without a Redis that half is left out, and the last lines of `npm test` say so. */
const stores = ['PostgreSQL', ...(redisProgram() === undefined ? [] : ['Redis'])] as const

describe.each(stores)('workers on queues in %s', (store) => {
  let redis: TestRedis | undefined
  let api: Api
  beforeEach(async () => {
    redis = store === 'Redis' ? await startTestRedis() : undefined
    api = await start()
  })
  afterEach(async () => {
    await api.close()
    await redis?.stop()
  })

  const start = (role = 'all') =>
    startApi({
      now: '2027-01-31T10:00:00Z',
      env: {
        SERVICE_ROLE: role,
        LOG_LEVEL: 'silent',
        ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
      },
    })
  const jobs = () => api.app.get(Jobs)
  const handle = (run: (payload: { householdId: string }) => Promise<void>) =>
    api.app.get(JobHandlers).handle(greet, run)
  const rows = async () =>
    (await api.postgres.pool.query('select kind, attempts, due_at, last_error from jobs')).rows
  /** Resolves with the next tick that a worker runs. */
  const nextTick = (name: string): Promise<number> =>
    new Promise((resolve) => {
      api.ticks.register({ name, run: async (nowMs) => (resolve(nowMs), 0) })
    })

  it('ask what is due, by the clock of the product', async () => {
    expect(new Date(await nextTick('test')).toISOString()).toMatch(/^2027-01-31T10:0/)
    const { rows: found } = await api.postgres.pool.query(
      "select to_regnamespace('bullmq') is not null as jobs",
    )
    expect(found).toEqual([{ jobs: store === 'PostgreSQL' }])
  })

  it('do a job as soon as the transaction that left it is committed, and never one that was taken back', async () => {
    const done: string[] = []
    handle(async ({ householdId }) => void done.push(householdId))
    await nextTick('the worker is there')
    const [kept, gone] = [someone(), someone()]
    await expect(
      api.postgres.transaction(async (tx) => {
        await jobs().enqueue(tx, greet, gone)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await api.postgres.transaction(async (tx) => {
      await jobs().enqueue(tx, greet, kept)
      await pause(300)
      expect(done).toEqual([])
    })
    await until(() => done.length > 0)
    await until(async () => (await rows()).length === 0)
    expect(done).toEqual([kept.householdId])
  })

  it('do each of many once, so many at a time as its queue allows', async () => {
    const done: string[] = []
    let busy = 0
    let most = 0
    handle(async ({ householdId }) => {
      most = Math.max(most, ++busy)
      await pause(5)
      busy--
      done.push(householdId)
    })
    await nextTick('the worker is there')
    const people = Array.from({ length: 100 }, someone)
    for (const payload of people) await jobs().enqueue(api.postgres, greet, payload)
    await until(() => done.length >= 100)
    expect(done.toSorted()).toEqual(people.map(({ householdId }) => householdId).toSorted())
    expect(most).toBe(2)
  })

  it('go on after the store of their queues was killed in the middle, also where it has forgotten everything', async () => {
    const done: string[] = []
    const isHeld = Promise.withResolvers<void>()
    handle(async ({ householdId }) => {
      await isHeld.promise
      done.push(householdId)
    })
    await nextTick('the worker is there')
    const people = Array.from({ length: 5 }, someone)
    for (const payload of people) await jobs().enqueue(api.postgres, greet, payload)
    await until(async () => (await rows()).some(({ attempts }) => attempts === 1))
    if (redis === undefined) await api.postgres.pool.query(disconnect)
    else await redis.kill()
    const late = someone()
    await jobs().enqueue(api.postgres, greet, late)
    isHeld.resolve()
    await redis?.start()
    await until(async () => {
      await api.ticks.runAll()
      return (await rows()).length === 0
    })
    expect(new Set(done)).toEqual(new Set([...people, late].map(({ householdId }) => householdId)))
    // And what is left from now on is heard of again without a tick.
    const later = someone()
    await jobs().enqueue(api.postgres, greet, later)
    await until(() => done.includes(later.householdId))
    await nextTick('the schedule is there again')
  })

  it('ask again although the store of their queues was killed in the middle of a question', async () => {
    const isHeld = Promise.withResolvers<void>()
    const isAsked = Promise.withResolvers<void>()
    api.ticks.register({
      name: 'held',
      run: async () => {
        isAsked.resolve()
        await isHeld.promise
        return 0
      },
    })
    await isAsked.promise
    if (redis === undefined) await api.postgres.pool.query(disconnect)
    else await redis.kill()
    await redis?.start()
    isHeld.resolve()
    await nextTick('it asks again')
  })
})

describe('a process that answers requests only', () => {
  it('runs no worker', async () => {
    const api = await startApi({ env: { SERVICE_ROLE: 'api' } })
    const { rows } = await api.postgres.pool.query("select to_regnamespace('bullmq') is not null as jobs")
    expect(rows).toEqual([{ jobs: false }])
    await api.close()
  })
})
