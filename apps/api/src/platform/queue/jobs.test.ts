import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { startApi, type Api } from '../../../test/harness.ts'
import { Clock } from '../clock/clock.ts'
import { ImpossibleJob, JobHandlers } from './job-handlers.ts'
import { jobStatements } from './job.repository.ts'
import { JobRunner } from './job-runner.ts'
import { declaredJobs, pauseAfter, type JobKind } from './job.ts'
import { Jobs } from './jobs.ts'

const count: JobKind<{ n: number }> = {
  name: 'count',
  queue: { name: 'counting', concurrency: 3 },
  payload: z.strictObject({ n: z.int() }),
  attempts: 3,
  pause: 60_000,
  longestPause: 90_000,
  lease: 30_000,
  batch: 1,
}

const MINUTE = 60_000

describe('a job', () => {
  let api: Api
  let jobs: Jobs
  let handlers: JobHandlers
  let runner: JobRunner
  beforeEach(async () => {
    api = await startApi({ now: '2027-01-31T10:00:00Z', env: { LOG_LEVEL: 'silent' } })
    jobs = api.app.get(Jobs)
    handlers = api.app.get(JobHandlers)
    runner = api.app.get(JobRunner)
  })
  afterEach(() => api.close())

  const leave = (n: number, lane?: string) => jobs.enqueue(api.postgres, count, { n }, { lane })
  const later = (ms: number) => api.clock.moveTo(new Date(api.clock.now() + ms).toISOString())
  const rows = async () =>
    (
      await api.postgres.pool.query(
        `select payload->'n' as n, attempts, failed_at is not null as failed, last_error as why
          from jobs order by seq`,
      )
    ).rows

  it('that fails is tried again after a while, longer each time, and stays to be seen when it has failed for good', async () => {
    handlers.handle(count, () => Promise.reject(new Error('the other side is away')))
    await leave(1)
    const seen = async () => (await rows()).map(({ attempts, failed }) => [attempts, failed])
    expect(await runner.runDue()).toBe(0)
    await runner.runDue()
    expect(await seen()).toEqual([[1, false]])
    await later(MINUTE + 1000)
    expect(await seen()).toEqual([[2, false]])
    await later(MINUTE + 1000)
    expect(await seen()).toEqual([[2, false]])
    await later(MINUTE)
    expect(await rows()).toEqual([{ n: 1, attempts: 3, failed: true, why: 'the other side is away' }])
    await later(24 * 60 * MINUTE)
    expect(await seen()).toEqual([[3, true]])
  })

  it('that failed because the store was away is tried again within seconds of it', async () => {
    let tries = 0
    handlers.handle(count, async () => {
      if (++tries === 1) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    })
    await leave(1)
    await runner.runDue()
    await later(6000)
    expect(tries).toBe(2)
    expect(await rows()).toEqual([])
  })

  it('waits no longer than its kind says', () => {
    expect([1, 2, 3, 40].map((attempts) => pauseAfter(count, attempts))).toEqual([
      60_000, 90_000, 90_000, 90_000,
    ])
  })

  it('that can never succeed is not tried again', async () => {
    handlers.handle(count, ({ n }) => Promise.reject(new ImpossibleJob(`no ${n}`)))
    await leave(7)
    await runner.runDue()
    expect(await rows()).toEqual([{ n: 7, attempts: 1, failed: true, why: 'no 7' }])
  })

  it('carries what its kind says, when it is left and when it is taken up', async () => {
    const seen: unknown[] = []
    handlers.handle(count, async (payload) => void seen.push(payload))
    await expect(jobs.enqueue(api.postgres, count, { n: 1.5 })).rejects.toThrow()
    const id = await leave(1)
    await api.postgres.pool.query(`update jobs set payload = '{"n": "one"}' where id = $1`, [id])
    await runner.runDue()
    expect(seen).toEqual([])
    expect((await rows())[0]).toMatchObject({ failed: true, why: expect.stringContaining('something else') })
  })

  it('is done once by who strikes it off in the same transaction, however many take it up', async () => {
    const begun: number[] = []
    handlers.handleIn(count, async (tx, { n }) => {
      begun.push(n)
      await tx.query({ name: 'test.wait', text: 'select pg_sleep(0.05)' })
    })
    const id = await leave(1)
    const done = await Promise.all([runner.run([id]), runner.run([id]), runner.runDue(), runner.runDue()])
    expect(begun).toEqual([1])
    expect(done.filter(Boolean)).toHaveLength(1)
    expect(await rows()).toEqual([])
  })

  it('of somebody who died is taken up by others when its time is over, and not before', async () => {
    const done: number[] = []
    handlers.handle(count, async ({ n }) => void done.push(n))
    const id = await leave(1)
    // As a process leaves it that is killed in the middle of the first attempt.
    await api.postgres.pool.query(
      `update jobs set attempts = 1, due_at = due_at + interval '30 s' where id = $1`,
      [id],
    )
    await later(29_000)
    expect(done).toEqual([])
    await later(2000)
    expect(done).toEqual([1])
  })

  it('is claimed for a short while, however long it may take, and kept by who still does it', async () => {
    const leaseLeft = async () =>
      Date.parse((await api.postgres.pool.query('select due_at from jobs')).rows[0].due_at) - api.clock.now()
    const isHeld = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const slow = { ...count, name: 'slow', lease: 5 * MINUTE }
    handlers.handle(slow, async () => {
      begun.resolve()
      await isHeld.promise
    })
    const id = await jobs.enqueue(api.postgres, slow, { n: 1 })
    const done = runner.run([id])
    await begun.promise
    // A process that was killed holds up its message for no longer than that.
    expect(await leaseLeft()).toBeLessThanOrEqual(20_000)
    api.app.get(Clock).shiftTo(api.clock.now() + 15_000)
    await runner.keepInHand()
    expect(await leaseLeft()).toBeGreaterThan(15_000)
    expect(await runner.run([id])).toBe(0)
    // Who takes longer than the kind allows has lost it.
    api.app.get(Clock).shiftTo(api.clock.now() + 5 * MINUTE)
    await runner.keepInHand()
    expect(await leaseLeft()).toBeLessThan(0)
    isHeld.resolve()
    expect(await done).toBe(1)
    expect(await rows()).toEqual([])
  })

  it('that kills every process that tries it is given up', async () => {
    handlers.handle(count, () => Promise.resolve())
    const id = await leave(1)
    await api.postgres.pool.query('update jobs set attempts = 3 where id = $1', [id])
    await runner.runDue()
    expect(await rows()).toEqual([
      { n: 1, attempts: 4, failed: true, why: 'Every attempt ended without a word' },
    ])
  })

  it('waits for those before it in its lane, and for nobody else; what has failed for good lets the others pass', async () => {
    const done: number[] = []
    let isAway = true
    handlers.handle(count, async ({ n }) => {
      if (n === 1 && isAway) throw new Error('away')
      done.push(n)
    })
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
    await leave(1, one)
    const second = await leave(2, one)
    await leave(3, other)
    await leave(4)
    await runner.runDue()
    expect(new Set(done)).toEqual(new Set([3, 4]))
    expect(await runner.run([second])).toBe(0)
    isAway = false
    await later(MINUTE + 1000)
    expect(done).toEqual([...done.slice(0, 2), 1, 2])
    isAway = true
    await leave(1, one)
    await leave(5, one)
    for (let tries = 0; tries < 4; tries++) await later(2 * MINUTE)
    expect(done.at(-1)).toBe(5)
    expect(await rows()).toMatchObject([{ n: 1, failed: true }])
  })

  it('of a kind that is done many at once is claimed, tried and struck off with others, and each ends for itself', async () => {
    const begun: number[][] = []
    const many = { ...count, name: 'many', batch: 4, attempts: 2 }
    const why: string[] = []
    handlers.handleMany(
      many,
      async (payloads) => {
        begun.push(payloads.map(({ n }) => n))
        return payloads.map(({ n }) => (n === 2 ? new Error('not two') : undefined))
      },
      async ({ n }, said) => void why.push(`${n} ${said}`),
    )
    const ids = await jobs.enqueueAll(
      api.postgres,
      [1, 2, 3, 4, 5, 6].map((n) => ({ kind: many, payload: { n } })),
    )
    await api.postgres.pool.query(`update jobs set payload = '{"n": "six"}' where id = $1`, [ids[5]])
    expect(await runner.run(ids)).toBe(4)
    expect(begun).toEqual([[1, 2, 3, 4], [5]])
    expect(await rows()).toMatchObject([
      { n: 2, attempts: 1, failed: false, why: 'not two' },
      { n: 'six', failed: true, why: expect.stringContaining('something else') },
    ])
    await later(MINUTE + 1000)
    expect(await rows()).toMatchObject([{ n: 2, attempts: 2, failed: true }, { n: 'six' }])
    expect(why).toEqual(['2 not two'])
  })

  it('of a kind that this process does not know is left to those that do', async () => {
    await leave(1)
    await runner.runDue()
    expect(await rows()).toMatchObject([{ n: 1, attempts: 0 }])
  })

  it('goes with its lane when what it was about is gone', async () => {
    const lane = crypto.randomUUID()
    await leave(1, lane)
    await leave(2)
    await api.postgres.transaction((tx) => jobs.forgetLane(tx, lane))
    expect(await rows()).toMatchObject([{ n: 2 }])
  })
})

describe('the statements on jobs', () => {
  it('find their rows by an index', async () => {
    const api = await startApi()
    const client = await api.postgres.pool.connect()
    await client.query('set enable_seqscan = off')
    for (const { name, text } of Object.values(jobStatements)) {
      const { rows } = await client.query(`explain (generic_plan) ${text}`)
      expect(rows.map((row) => row['QUERY PLAN']).join('\n'), name).not.toMatch(/Seq Scan on jobs/)
    }
    client.release(true)
    await api.close()
  })
})

describe('kinds of jobs', () => {
  it('that nobody does, or two do, stop the boot', () => {
    const handlers = new JobHandlers()
    expect(() => handlers.assertComplete([count])).toThrow('count')
    handlers.handle(count, async () => {})
    expect(() => handlers.assertComplete([count])).not.toThrow()
    expect(() => handlers.handle(count, async () => {})).toThrow('Two handlers')
    expect(declaredJobs.length).toBeGreaterThan(0)
    expect(() => handlers.assertComplete()).toThrow(declaredJobs[0]?.name)
  })
})
