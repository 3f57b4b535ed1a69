import { describe, expect, it } from 'vitest'
import { inTime } from '../../../test/a-household-in-time.ts'

/** Answers of the API, as a test reads them. */
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

describe('after a change of plan', () => {
  it('the past shows the plan that was, and the history names both', () =>
    inTime('2026-11-10', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-mobile', startsOn: '2026-09-20' })
      const { timeline, acts, name } = await home.does(id, {
        kind: 'changePlan',
        planId: 'netflix-in-premium',
        fromOn: '2026-11-01',
      })
      expect(name).toBe('Netflix Premium')
      expect(
        timeline.slice(0, 4).map(({ startsOn, planName, isCut }: Json) => [startsOn, planName, isCut]),
      ).toEqual([
        ['2026-09-20', 'Netflix Mobile', false],
        ['2026-10-20', 'Netflix Mobile', true],
        ['2026-11-01', null, false],
        ['2026-12-01', null, false],
      ])
      expect(acts.map(({ kind, planName }: Json) => [kind, planName])).toEqual([
        ['planChanged', 'Netflix Premium'],
        ['started', 'Netflix Mobile'],
      ])
    }))
})
