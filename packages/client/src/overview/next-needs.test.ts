import type { CalendarDate } from '@streamline/domain'
import { expect, test } from 'vitest'
import type { Need } from '../answers.ts'
import { createFormat } from '../format/format.ts'
import { createI18n } from '../translations/i18n.ts'
import { nextNeeds } from './next-needs.ts'

const texts = await createI18n('en')
const today = '2026-11-30' as CalendarDate
const format = createFormat({ language: 'en', country: 'IN', today })

const need = (name: string, on: string, more: Partial<Need> = {}) =>
  ({
    subscriptionId: name,
    name,
    need: 'due',
    on,
    days: 9,
    action: 'pay',
    amount: { amount: 30_000, currency: 'INR' },
    yours: true,
    priceNews: null,
    stopsAt: null,
    ...more,
  }) as unknown as Need

test('the next three of one’s own are said, as of today, what is unpaid of one thing once', () => {
  const needs = [
    need('Water', '2026-11-30'),
    need('Water', '2026-12-01'),
    need('Ravi’s', '2026-11-30', { yours: false }),
    need('Rent', '2026-12-01'),
    need('Jio', '2026-12-02', { need: 'stopsSoon', action: 'recharge', amount: null }),
    need('Netflix', '2026-12-03'),
  ]
  expect(nextNeeds({ needs }, { texts, format, today })).toEqual([
    { subscriptionId: 'Water', name: 'Water', text: 'Due today', tone: 'warn', money: '₹600' },
    { subscriptionId: 'Rent', name: 'Rent', text: 'Due tomorrow', tone: 'warn', money: '₹300' },
    { subscriptionId: 'Jio', name: 'Jio', text: 'Stops in 2 days', tone: 'warn', money: null },
  ])
})
