import { describe, expect, it } from 'vitest'
import { inTime } from '../../../test/a-household-in-time.ts'

describe('what is paused until somebody resumes it', () => {
  it(
    'is nothing that upkeep comes back to',
    () =>
      inTime('2027-03-15', async (home) => {
        const { id } = await home.add({
          name: 'Stream',
          kind: 'ott',
          startsOn: '2027-02-03',
          interval: { count: 1, unit: 'month' },
          price: { amount: 30_000, currency: 'INR' },
          recordsItself: undefined,
        })
        await home.does(id, { kind: 'pause', fromOn: '2027-03-12' })
        await home.moveTo('2027-03-16')
        expect((await home.read(id)).status).toBe('paused')
      }),
    40_000,
  )
})
