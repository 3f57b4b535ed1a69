import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { Limits } from './limits.ts'

const MINUTE = 60_000
const limit = { name: 'test', most: 5, windowMs: 10 * MINUTE }

describe('a limit', () => {
  let api: Api
  let limits: Limits
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z', env: { LIMITS: 'on', DATABASE_POOL: '10' } })
    limits = api.app.get(Limits)
  })
  afterAll(() => api.close())

  const ahead = (ms: number) => api.clock.moveTo(new Date(api.clock.now() + ms).toISOString())
  const takes = async (count: number, ...whose: string[]) => {
    const waits: number[] = []
    for (let n = 0; n < count; n++) waits.push(await limits.take(limit, ...whose))
    return waits
  }

  it('lets so many through, says how long to wait, and fills again bit by bit', async () => {
    const waits = await takes(6, 'a')
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0])
    expect(waits[5]).toBeGreaterThan(110)
    expect(waits[5]).toBeLessThanOrEqual(120)
    await ahead(2 * MINUTE + 1000)
    expect((await takes(2, 'a')).map((wait) => wait === 0)).toEqual([true, false])
  })

  it('counts people apart, and a refused try not at all', async () => {
    await takes(50, 'b')
    expect(await limits.take(limit, 'c')).toBe(0)
    await ahead(11 * MINUTE)
    expect((await takes(5, 'b')).every((wait) => wait === 0)).toBe(true)
  })

  it('lets exactly so many through when they all come at once', async () => {
    const waits = await Promise.all(Array.from({ length: 60 }, () => limits.take(limit, 'crowd')))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  it('gives back what did not count, and forgets', async () => {
    await takes(5, 'd')
    await limits.giveBack(limit, 'd')
    expect((await takes(2, 'd')).map((wait) => wait === 0)).toEqual([true, false])
    await limits.forget(limit, 'd')
    expect((await takes(5, 'd')).every((wait) => wait === 0)).toBe(true)
  })

  it('names nobody in its rows, and prunes them when they say nothing any more', async () => {
    await limits.take(limit, 'asha@example.org')
    const rows = { name: 'test.limits', text: 'select * from limits' }
    expect(JSON.stringify(await api.postgres.query(rows))).not.toContain('asha')
    await ahead(3_600_000)
    expect(await api.postgres.query(rows)).toEqual([])
  })
})
