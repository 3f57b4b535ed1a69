import { parseCalendarDate as on } from '@streamline/domain'
import type { Subscription } from '../answers.ts'
import { groupsOf, needsRecharge, progressOf } from './grouping.ts'
import { statusWords } from './status-words.ts'
import { expect, test } from 'vitest'

const pack: Subscription = {
  id: '0199',
  householdId: '0198',
  revision: 1,
  name: 'Jio 299',
  kind: 'mobile',
  providerId: 'jio',
  providerName: 'Jio',
  brandColor: null,
  look: null,
  plan: null,
  visibility: 'shared',
  ownerId: 'asha',
  managedBy: 'asha',
  usedBy: [],
  paidBy: 'asha',
  split: { kind: 'payer' },
  line: null,
  lineId: null,
  labels: [],
  status: 'active',
  renewal: 'manual',
  interval: { count: 28, unit: 'day' },
  price: { amount: 29900, currency: 'INR' },
  tax: { included: true, basisPoints: 0 },
  debit: { amount: 29900, currency: 'INR' },
  monthlyCost: { amount: 32503, currency: 'INR' },
  billDay: null,
  dueDays: null,
  startsOn: on('2026-11-01'),
  currentPeriod: { startsOn: on('2026-11-01'), endsOn: on('2026-11-29') },
  renewsOn: on('2026-11-29'),
  usableUntil: on('2026-11-28'),
  stopsAt: null,
  nextDebit: null,
  decideBy: null,
  cancelledOn: null,
  removedOn: null,
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
}

test('a pack says until when it runs, and on its last day that this is the last', () => {
  expect(statusWords(pack, on('2026-11-20'))).toEqual({ sentence: 'runsUntil', on: '2026-11-28' })
  expect(statusWords(pack, on('2026-11-28'))).toEqual({ sentence: 'lastDay', on: null })
})

test('what renews by itself says when', () => {
  const netflix: Subscription = { ...pack, renewal: 'automatic' }
  expect(statusWords(netflix, on('2026-11-20'))).toEqual({ sentence: 'renewsOn', on: '2026-11-29' })
})

test('a stopped pack names the day of the stop, an ended one its last day', () => {
  const over: Subscription = {
    ...pack,
    status: 'expired',
    currentPeriod: null,
    usableUntil: null,
    renewsOn: null,
  }
  expect(statusWords(over, on('2026-12-10'), on('2026-11-29'))).toEqual({
    sentence: 'stoppedOn',
    on: '2026-11-29',
  })
  expect(statusWords(over, on('2026-12-10'))).toEqual({ sentence: 'stopped', on: null })
  const ended: Subscription = { ...over, cancelledOn: on('2026-11-20') }
  expect(statusWords(ended, on('2026-12-10'), on('2026-11-29'))).toEqual({
    sentence: 'endedOn',
    on: '2026-11-28',
  })
})

test('a cancelled one says until when it may be used, a future one when it starts', () => {
  const cancelled: Subscription = { ...pack, status: 'cancelled', cancelledOn: on('2026-11-20') }
  expect(statusWords(cancelled, on('2026-11-21'))).toEqual({ sentence: 'usableUntil', on: '2026-11-28' })
  const scheduled: Subscription = { ...pack, status: 'scheduled' }
  expect(statusWords(scheduled, on('2026-10-30'))).toEqual({ sentence: 'startsOn', on: '2026-11-01' })
})

test('the progress of a pack counts today as a day that is left', () => {
  expect(progressOf(pack, on('2026-11-15'))).toEqual({ daysLeft: 14, days: 28, used: 0.5 })
  expect(progressOf(pack, on('2026-11-28'))).toMatchObject({ daysLeft: 1 })
  expect(progressOf({ ...pack, renewal: 'automatic' }, on('2026-11-15'))).toBeNull()
})

test('a recharge is asked for in the last week and after the stop, not before and not once cancelled', () => {
  expect(needsRecharge(pack, on('2026-11-21'))).toBe(false)
  expect(needsRecharge(pack, on('2026-11-22'))).toBe(true)
  expect(needsRecharge({ ...pack, status: 'expired', usableUntil: null }, on('2026-12-10'))).toBe(true)
  expect(needsRecharge({ ...pack, cancelledOn: on('2026-11-20') }, on('2026-11-27'))).toBe(false)
})

test('nothing asks for a recharge before it has begun, or once it was removed', () => {
  expect(needsRecharge({ ...pack, status: 'scheduled' }, on('2026-11-27'))).toBe(false)
  expect(needsRecharge({ ...pack, removedOn: on('2026-11-20') }, on('2026-11-27'))).toBe(false)
})

test('what has not begun, what is over and what was a mistake stand apart from what runs', () => {
  const ended = { ...pack, id: 'ended', status: 'expired' as const, cancelledOn: on('2026-11-20') }
  const scheduled = { ...pack, id: 'scheduled', status: 'scheduled' as const }
  const removed = { ...ended, id: 'removed', removedOn: on('2026-11-21') }
  const groups = groupsOf([removed, ended, scheduled, pack]).map(({ group, items }) => [
    group,
    ...items.map(({ id }) => id),
  ])
  expect(groups).toEqual([
    ['mobile', pack.id],
    ['scheduled', 'scheduled'],
    ['ended', 'ended'],
    ['removed', 'removed'],
  ])
})
