import { parseCalendarDate as on } from '@streamline/domain'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Client } from '../client.ts'
import { ProblemError } from '../problem.ts'
import { followChanges, type Mark } from './follow-changes.ts'

const mark = (revision: number, today = '2026-11-29'): Mark => ({ revision, today: on(today) })

type Answer = Mark | Error

/** Follows a household that answers as told, until it has nothing more to say. */
const follow = (answers: Answer[], seen: Mark | null = null) => {
  const stop = new AbortController()
  const asked: { at: number; input: object }[] = []
  const changes = (input: object): Promise<Mark> => {
    asked.push({ at: Date.now(), input })
    const answer = answers.shift()
    if (answers.length === 0) stop.abort()
    return answer === undefined || answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const onChange = vi.fn()
  const onSeen = vi.fn<(mark: Mark) => void>()
  const client = { households: { changes } } as unknown as Client
  const following = followChanges({
    client,
    householdId: 'home',
    seen,
    onChange,
    onSeen,
    signal: stop.signal,
  })
  return { asked, onChange, onSeen, following }
}

const nobody = () => new TypeError('Nobody is there')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('tells of each change once, after the first look', async () => {
  const { asked, onChange, onSeen, following } = follow([mark(4), mark(4), mark(6), mark(6, '2026-11-30')])
  await vi.runAllTimersAsync()
  await following
  expect(asked.slice(0, 2).map(({ input }) => input)).toEqual([
    { householdId: 'home' },
    { householdId: 'home', ...mark(4) },
  ])
  expect(onChange).toHaveBeenCalledTimes(2)
  expect(onSeen).toHaveBeenLastCalledWith(mark(6, '2026-11-30'))
})

test('asks with what was shown before, where a page was hidden meanwhile', async () => {
  const { asked, onChange, following } = follow([mark(5), mark(5)], mark(4))
  await vi.runAllTimersAsync()
  await following
  expect(asked[0]?.input).toEqual({ householdId: 'home', ...mark(4) })
  expect(onChange).toHaveBeenCalledTimes(1)
})

test('rests longer each time nobody answers, and not once somebody does', async () => {
  const { asked, following } = follow([nobody(), nobody(), nobody(), mark(4), nobody(), mark(4)])
  await vi.runAllTimersAsync()
  await following
  const pauses = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0))
  expect(pauses).toEqual([2000, 5000, 15_000, 1500, 2000])
})

test.each([401, 403, 404])('stops at %i, and has the rest of the page find out', async (status) => {
  const { asked, onChange, following } = follow([
    mark(4),
    new ProblemError(status === 404 ? 'not-found' : 'unauthenticated', status),
    mark(5),
  ])
  await vi.runAllTimersAsync()
  await following
  expect(asked).toHaveLength(2)
  expect(onChange).toHaveBeenCalledTimes(1)
})
