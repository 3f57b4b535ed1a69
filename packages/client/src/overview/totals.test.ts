import { parseCalendarDate as on } from '@streamline/domain'
import { expect, test } from 'vitest'
import { amountIn, dayTotals } from './totals.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const usd = (amount: number) => ({ amount, currency: 'USD' })

test('amounts of other currencies stay apart', () => {
  expect(amountIn([inr(64_900), usd(999)], 'INR')).toBe(64_900)
  expect(amountIn([usd(999)], 'INR')).toBe(0)
})

test('each day of the fortnight has its sum in the money of home, across a month end too', () => {
  const debited = [
    { on: on('2026-11-30'), totals: [inr(64_900)] },
    { on: on('2026-12-01'), totals: [inr(39_900), usd(999)] },
  ]
  expect(dayTotals(debited, { today: on('2026-11-29'), days: 4, currency: 'INR' })).toEqual([
    { on: '2026-11-29', amount: 0 },
    { on: '2026-11-30', amount: 64_900 },
    { on: '2026-12-01', amount: 39_900 },
    { on: '2026-12-02', amount: 0 },
  ])
})
