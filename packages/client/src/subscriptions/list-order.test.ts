import { parseCalendarDate as on } from '@streamline/domain'
import { expect, test } from 'vitest'
import type { Subscription } from '../answers.ts'
import type { ListSort } from './grouping.ts'
import { sorted, totalsOf } from './list-order.ts'

const today = on('2026-11-29')

const subscription = (name: string, change: Partial<Subscription> = {}): Subscription =>
  ({
    id: name,
    name,
    status: 'active',
    renewal: 'automatic',
    removedOn: null,
    cancelledOn: null,
    startsOn: on('2026-01-01'),
    renewsOn: null,
    usableUntil: null,
    currentPeriod: null,
    monthlyCost: { amount: 10_000, currency: 'INR' },
    ...change,
  }) as Subscription

const order = (items: Subscription[], sort: ListSort): string[] =>
  sorted(items, { sort, today, locale: 'en-IN', currency: 'INR' }).map(({ name }) => name)

test('names are in the order people read them', () => {
  const names = ['Zee', 'BBC 55', 'Étoile', 'BBC 7', 'eTV', 'bbc 7 HD', 'ज़ी']
  expect(
    order(
      names.map((name) => subscription(name)),
      'name',
    ),
  ).toEqual(['BBC 7', 'bbc 7 HD', 'BBC 55', 'Étoile', 'eTV', 'Zee', 'ज़ी'])
})

test('by date comes first what happens first; what is over comes last', () => {
  const items = [
    subscription('over', { status: 'expired', renewal: 'manual', usableUntil: on('2026-11-01') }),
    subscription('far', { renewsOn: on('2026-12-20') }),
    subscription('pack', { renewal: 'manual', usableUntil: on('2026-12-04') }),
    subscription('near', { renewsOn: on('2026-12-04') }),
    subscription('begins', { status: 'scheduled', startsOn: on('2026-12-10') }),
    subscription('today', { renewal: 'manual', usableUntil: today }),
    subscription('ends', { status: 'cancelled', usableUntil: on('2026-12-12'), cancelledOn: today }),
  ]
  expect(order(items, 'date')).toEqual(['today', 'near', 'pack', 'begins', 'ends', 'far', 'over'])
})

test('by price the dearest month comes first, other currencies and what costs nothing more behind it', () => {
  const items = [
    subscription('yen', { monthlyCost: { amount: 99_999, currency: 'JPY' } }),
    subscription('small', { monthlyCost: { amount: 100, currency: 'INR' } }),
    subscription('paused', { status: 'paused', monthlyCost: { amount: 900_000, currency: 'INR' } }),
    subscription('large', { monthlyCost: { amount: 50_000, currency: 'INR' } }),
  ]
  expect(order(items, 'price')).toEqual(['large', 'small', 'yen', 'paused'])
})

test('a year is twelve true months of what runs, per currency', () => {
  const items = [
    subscription('one', { monthlyCost: { amount: 30_025, currency: 'INR' } }),
    subscription('two', { monthlyCost: { amount: 1_000, currency: 'USD' } }),
    subscription('three', { monthlyCost: { amount: 5_000, currency: 'INR' } }),
    subscription('paused', { status: 'paused' }),
    subscription('removed', { removedOn: today }),
    // Usable until its end, as Home counts it; it costs nothing any more.
    subscription('cancelled', { status: 'cancelled', cancelledOn: today }),
  ]
  expect(totalsOf(items)).toEqual({
    running: 4,
    aMonth: [
      { amount: 35_025, currency: 'INR' },
      { amount: 1_000, currency: 'USD' },
    ],
    aYear: [
      { amount: 420_300, currency: 'INR' },
      { amount: 12_000, currency: 'USD' },
    ],
  })
})
