import type { CalendarDate } from '@streamline/domain'
import { expect, test } from 'vitest'
import { cashDay, forecastChart } from './forecast-chart.ts'

const today = '2026-11-30' as CalendarDate

test('what is to come stands in one colour, in the currency of the household', () => {
  const months = [
    { month: '2026-11', totals: [{ amount: 5, currency: 'INR' }], byPayer: [], count: 1, expected: 0 },
    { month: '2026-12', totals: [{ amount: 9, currency: 'USD' }], byPayer: [], count: 1, expected: 0 },
  ]
  expect(forecastChart({ months, currency: 'INR' }, 'Total')).toEqual({
    series: [{ key: 'all', name: 'Total', total: 5 }],
    stacks: [
      { month: '2026-11', parts: [{ key: 'all', amount: 5 }] },
      { month: '2026-12', parts: [{ key: 'all', amount: 0 }] },
    ],
  })
})

test('cash is asked for until a day from today to two years on, and never until half a day', () => {
  expect(cashDay('2026-11-30', today)).toBe('2026-11-30')
  expect(cashDay('2028-11-30', today)).toBe('2028-11-30')
  expect(
    ['2026-11-29', '2028-12-01', '2026-1', '2027-02-30', ''].map((text) => cashDay(text, today)),
  ).toEqual([undefined, undefined, undefined, undefined, undefined])
})
