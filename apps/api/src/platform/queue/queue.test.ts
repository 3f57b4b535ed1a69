import { afterEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { startApi, type Api } from '../../../test/harness.ts'
import { JobHandlers } from './job-handlers.ts'
import { tickJob } from './tick.job.ts'

const greet = { queue: 'greetings', name: 'greet', payload: z.strictObject({ householdId: z.uuid() }) }

describe('jobs', () => {
  it('are checked when they arrive: the name and what they carry', async () => {
    const handlers = new JobHandlers()
    const seen: unknown[] = []
    handlers.handle(greet, async (payload) => void seen.push(payload))
    const payload = { householdId: '0192f0c1-3a4e-7b6e-8a7e-0f6f3c1f2a3b' }
    await handlers.run('greet', payload)
    await expect(handlers.run('greet', { ...payload, name: 'x' })).rejects.toThrow('carries something else')
    await expect(handlers.run('salute', payload)).rejects.toThrow('Nobody does the job salute')
    expect(seen).toEqual([payload])
  })

  it('that nobody does, or two do, stop the boot', () => {
    const handlers = new JobHandlers()
    expect(() => handlers.assertComplete([greet])).toThrow('greet')
    handlers.handle(greet, async () => {})
    expect(() => handlers.assertComplete([greet])).not.toThrow()
    expect(() => handlers.handle(greet, async () => {})).toThrow('Two handlers')
    expect(() => handlers.assertComplete()).toThrow(tickJob.name)
  })
})

/** Named where the tests run beside a Redis or Valkey; elsewhere that half is left out. */
const redisUrl = process.env['TEST_REDIS_URL']

describe('the worker', () => {
  let api: Api

  afterEach(() => api.close())

  /** Resolves with the first tick that the worker runs. */
  const firstTick = (): Promise<number> =>
    new Promise((resolve) => {
      api.ticks.register({ name: 'test', run: async (nowMs) => (resolve(nowMs), 0) })
    })

  it('asks what is due, by the clock of the product', async () => {
    api = await startApi({ now: '2027-01-31T10:00:00Z', env: { SERVICE_ROLE: 'all' } })
    expect(new Date(await firstTick()).toISOString()).toMatch(/^2027-01-31T10:0/)
    const { rows } = await api.postgres.pool.query("select to_regnamespace('bullmq') is not null as jobs")
    expect(rows).toEqual([{ jobs: true }])
  })

  it.skipIf(redisUrl === undefined)('keeps its jobs in Redis where there is one', async () => {
    api = await startApi({ env: { SERVICE_ROLE: 'worker', REDIS_URL: redisUrl ?? '' } })
    await firstTick()
    const { rows } = await api.postgres.pool.query("select to_regnamespace('bullmq') is not null as jobs")
    expect(rows).toEqual([{ jobs: false }])
  })

  it('does not run where requests are answered only', async () => {
    api = await startApi({ env: { SERVICE_ROLE: 'api' } })
    const { rows } = await api.postgres.pool.query("select to_regnamespace('bullmq') is not null as jobs")
    expect(rows).toEqual([{ jobs: false }])
  })
})
