import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { Clock } from '../clock/clock.ts'
import { Limits, type Taken } from './limits.ts'

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
    for (let n = 0; n < count; n++) waits.push((await limits.take(limit, ...whose)).wait)
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
    expect((await limits.take(limit, 'c')).wait).toBe(0)
    await ahead(11 * MINUTE)
    expect((await takes(5, 'b')).every((wait) => wait === 0)).toBe(true)
  })

  it('lets exactly so many through when they all come at once', async () => {
    const waits = await Promise.all(Array.from({ length: 60 }, () => limits.take(limit, 'crowd')))
    expect(waits.filter(({ wait }) => wait === 0)).toHaveLength(5)
  })

  it('gives back what did not count, and forgets', async () => {
    const first = await limits.take(limit, 'd')
    await takes(4, 'd')
    await limits.giveBack([first])
    expect((await takes(2, 'd')).map((wait) => wait === 0)).toEqual([true, false])
    await limits.forget(limit, 'd')
    expect((await takes(5, 'd')).every((wait) => wait === 0)).toBe(true)
  })

  it('gives nothing back for what it refused', async () => {
    await takes(5, 'e')
    for (let n = 0; n < 3; n++) await limits.giveBack([await limits.take(limit, 'e')])
    expect((await limits.take(limit, 'e')).wait).toBeGreaterThan(0)
  })

  it('takes one of each or none: what the last refuses the first does not count', async () => {
    const first = { ...limit, name: 'first' }
    await takes(5, 'f')
    for (let n = 0; n < 5; n++)
      await expect(limits.requireAll([first, 'f'], [limit, 'f'])).rejects.toThrow('Too many')
    for (let n = 0; n < 5; n++) expect((await limits.take(first, 'f')).wait).toBe(0)
  })

  it('lets through no more than it says, whatever is given back and when', async () => {
    const clock = api.app.get(Clock)
    const step = fc.oneof(
      fc.record({ kind: fc.constant('take' as const) }),
      fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('give back' as const), which: fc.nat(20) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.uuid(), async (steps, whose) => {
        const asked: { at: number; taken: Taken }[] = []
        for (const next of steps) {
          if (next.kind === 'wait') clock.shiftBy(clock.offset + next.minutes * MINUTE)
          if (next.kind === 'take') asked.push({ at: clock.now(), taken: await limits.take(limit, whose) })
          if (next.kind === 'give back' && asked.length > 0)
            await limits.giveBack(asked.splice(next.which % asked.length, 1).map(({ taken }) => taken))
        }
        const counted = asked.filter(({ taken }) => taken.wait === 0).map(({ at }) => at)
        for (const [index, from] of counted.entries())
          for (const [more, until] of counted.slice(index).entries())
            expect(more + 1).toBeLessThanOrEqual(limit.most + (until - from + 1000) / (2 * MINUTE))
      }),
      { numRuns: 60, seed: 20_261_128 },
    )
  })

  it('names nobody in its rows, and prunes them when they say nothing any more', async () => {
    await limits.take(limit, 'asha@example.org')
    const rows = { name: 'test.limits', text: 'select * from limits' }
    expect(JSON.stringify(await api.postgres.query(rows))).not.toContain('asha')
    await ahead(3_600_000)
    expect(await api.postgres.query(rows)).toEqual([])
  })
})
