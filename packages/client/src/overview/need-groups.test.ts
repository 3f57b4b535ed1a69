import { parseCalendarDate as on } from '@streamline/domain'
import { expect, test } from 'vitest'
import type { Need } from '../answers.ts'
import { needGroups, peopleOfNeeds } from './need-groups.ts'

const need = (changes: Partial<Need>): Need => ({
  subscriptionId: 'netflix',
  name: 'Netflix',
  kind: 'ott',
  providerId: null,
  brandColor: null,
  look: null,
  line: null,
  need: 'overdue',
  on: on('2026-11-05'),
  days: -20,
  amount: { amount: 64_900, currency: 'INR' },
  chargeId: 'one',
  memberId: 'asha',
  action: 'pay',
  yours: true,
  priceNews: null,
  stopsAt: null,
  ...changes,
})

test('what is unpaid of one subscription is one row with its sum, since its oldest day', () => {
  const groups = needGroups([
    need({ chargeId: 'two', on: on('2026-11-05') }),
    need({ subscriptionId: 'jio', need: 'stopped', action: 'recharge', chargeId: null }),
    need({ chargeId: 'one', on: on('2026-10-05') }),
    need({ chargeId: 'three', need: 'due', on: on('2026-12-05') }),
  ])
  expect(
    groups.map(({ first, needs, on: since, total }) => [first.subscriptionId, needs.length, since, total]),
  ).toEqual([
    ['netflix', 3, '2026-10-05', { amount: 194_700, currency: 'INR' }],
    ['jio', 1, '2026-11-05', { amount: 64_900, currency: 'INR' }],
  ])
})

test('amounts of other currencies stay apart, and so do other things to do', () => {
  const groups = needGroups([
    need({}),
    need({ chargeId: 'usd', amount: { amount: 999, currency: 'USD' } }),
    need({ need: 'decideBy', action: 'decide', amount: null, chargeId: null }),
  ])
  expect(groups.map(({ total }) => total?.currency ?? null)).toEqual(['INR', 'USD', null])
  expect(new Set(groups.map(({ key }) => key)).size).toBe(3)
})

test('others are named once', () => {
  expect(
    peopleOfNeeds([need({ memberId: 'ravi' }), need({ memberId: null }), need({ memberId: 'ravi' })]),
  ).toEqual(['ravi'])
})
