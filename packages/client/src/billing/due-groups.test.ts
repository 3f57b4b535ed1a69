import { parseCalendarDate as on } from '@streamline/domain'
import type { Charge } from '../answers.ts'
import { dueGroupsOf } from './due-groups.ts'
import { expect, test } from 'vitest'

const charge = (name: string, dueOn: string, outstanding: number, more: Partial<Charge> = {}): Charge => ({
  id: name,
  subscriptionId: name,
  subscriptionName: name,
  kind: 'ott',
  providerId: null,
  brandColor: null,
  look: null,
  extra: null,
  startsOn: on(dueOn),
  endsOn: on(dueOn),
  billedOn: on(dueOn),
  dueOn: on(dueOn),
  net: { amount: outstanding, currency: 'INR' },
  tax: { amount: 0, currency: 'INR' },
  amount: { amount: outstanding, currency: 'INR' },
  paid: { amount: 0, currency: 'INR' },
  outstanding: { amount: outstanding, currency: 'INR' },
  credit: { amount: 0, currency: 'INR' },
  state: 'due',
  paidBy: null,
  shares: [],
  mayChange: true,
  ...more,
})

const today = on('2026-11-23')

test('dues are grouped by how soon, the earliest first, with the total of each group', () => {
  const groups = dueGroupsOf(
    [
      charge('Later', '2026-12-24', 500),
      charge('Old', '2026-10-31', 300),
      charge('Older', '2026-09-30', 200),
      charge('Now', '2026-11-23', 649),
      charge('Week', '2026-11-30', 100),
    ],
    today,
  )
  expect(groups.map(({ id, items }) => [id, items.map(({ id: name }) => name)])).toEqual([
    ['overdue', ['Older', 'Old']],
    ['today', ['Now']],
    ['week', ['Week']],
    ['later', ['Later']],
  ])
  expect(groups[0]?.totals).toEqual([{ amount: 500, currency: 'INR' }])
})

test('currencies are never added up', () => {
  const dollars = { amount: 1500, currency: 'USD' }
  const [group] = dueGroupsOf(
    [charge('A', '2026-11-23', 649), charge('B', '2026-11-23', 0, { outstanding: dollars })],
    today,
  )
  expect(group?.totals).toHaveLength(2)
})

test('what is paid, waived or void is not due', () => {
  const groups = dueGroupsOf(
    [charge('Paid', '2026-11-23', 0), charge('Waived', '2026-11-23', 10, { state: 'waived' })],
    today,
  )
  expect(groups).toEqual([])
})
