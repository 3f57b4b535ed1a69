import { parseCalendarDate as on } from '@streamline/domain'
import { expect, test } from 'vitest'
import { byMonth } from './history-months.ts'

test('entries keep their order under the months in which they happened', () => {
  const months = byMonth([
    { id: 'c', on: on('2026-12-02') },
    { id: 'b', on: on('2026-11-30') },
    { id: 'a', on: on('2026-11-03') },
  ])
  expect(months.map(({ month, items }) => [month, items.map(({ id }) => id).join('')])).toEqual([
    ['2026-12', 'c'],
    ['2026-11', 'ba'],
  ])
})
