import { expect, test } from 'vitest'
import { nextIn, placeIn, queueFrom, queueOf, withAnother } from './queue.ts'

const read = ({ queue, of }: { queue?: string; of?: number }) => {
  const found = queueOf(queue, of)
  if (found === null) throw new Error('There is no queue')
  return found
}

test('who chose three is told which of them it is', () => {
  const first = queueFrom(['netflix', 'jio', 'act'])
  expect([first.provider, placeIn(read(first))]).toEqual(['netflix', 1])
  const second = nextIn(read(first))
  expect([second?.provider, placeIn(read(second ?? {}))]).toEqual(['jio', 2])
  const third = nextIn(read(second ?? {}))
  expect([third?.provider, placeIn(read(third ?? {}))]).toEqual(['act', 3])
  expect(nextIn(read(third ?? {}))).toBe(null)
})

test('one more in between leaves those that wait in their places', () => {
  const more = read(withAnother(read(queueFrom(['netflix', 'jio', 'act']))))
  expect([placeIn(more), more.of]).toEqual([2, 4])
  expect(nextIn(more)).toEqual({ provider: 'jio', queue: 'act', of: 4 })
})

test('one alone is no queue, and an address that somebody cut is none either', () => {
  expect(queueFrom(['netflix'])).toEqual({ provider: 'netflix' })
  expect(queueOf(undefined, 3)).toBe(null)
  expect(queueOf('jio,act', 1)).toEqual({ waiting: ['jio', 'act'], of: 3 })
})
