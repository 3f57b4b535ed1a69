import { parseCalendarDate as on } from '@streamline/domain'
import { expect, test } from 'vitest'
import { byMonth } from './payment-months.ts'

test('payments keep their order under the months in which they were paid', () => {
  const months = byMonth([
    { id: 'c', paidOn: on('2026-12-02') },
    { id: 'b', paidOn: on('2026-11-30') },
    { id: 'a', paidOn: on('2026-11-03') },
  ])
  expect(months.map(({ month, items }) => [month, items.map(({ id }) => id).join('')])).toEqual([
    ['2026-12', 'c'],
    ['2026-11', 'ba'],
  ])
})
