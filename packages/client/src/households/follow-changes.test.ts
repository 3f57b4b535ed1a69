import { parseCalendarDate as on } from '@streamline/domain'
import { expect, test, vi } from 'vitest'
import type { Client } from '../client.ts'
import { followChanges, type Mark } from './follow-changes.ts'

const mark = (revision: number, today = '2026-11-29'): Mark => ({ revision, today: on(today) })

test('tells of each change once, after the first look, and goes on where nobody answers', async () => {
  vi.useFakeTimers()
  const stop = new AbortController()
  const asked: object[] = []
  const answers = [mark(4), mark(4), null, mark(6), mark(6, '2026-11-30')]
  const changes = async (input: object) => {
    asked.push(input)
    const answer = answers.shift()
    if (answers.length === 0) stop.abort()
    if (answer === null || answer === undefined) throw new Error('Nobody is there')
    return answer
  }
  const told: [Mark, Mark][] = []
  const following = followChanges({
    client: { households: { changes } } as unknown as Client,
    householdId: 'home',
    seen: null,
    onChange: (now, before) => told.push([now, before]),
    onSeen: () => {},
    signal: stop.signal,
  })
  await vi.runAllTimersAsync()
  await following
  vi.useRealTimers()
  expect(asked.slice(0, 2)).toEqual([{ householdId: 'home' }, { householdId: 'home', ...mark(4) }])
  expect(told).toEqual([
    [mark(6), mark(4)],
    [mark(6, '2026-11-30'), mark(6)],
  ])
})
