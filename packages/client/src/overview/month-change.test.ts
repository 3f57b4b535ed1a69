import { expect, it } from 'vitest'
import { monthChange } from './month-change.ts'

const month = (amount: number | null) => ({
  month: '2026-11' as const,
  totals: amount === null ? [] : [{ amount, currency: 'INR' }],
  kinds: [],
})

it('tells what a month costs more or less than the one before, in one currency', () => {
  const change = (now: number | null, before: number | null) =>
    monthChange(month(now) as never, month(before) as never, 'INR')
  expect(change(500, 300)).toBe(200)
  expect(change(300, 500)).toBe(-200)
  expect(change(300, 300)).toBe(0)
  expect(change(null, 300)).toBe(-300)
})

it('has nothing to compare with where nothing was paid before', () => {
  expect(monthChange(month(500) as never, month(null) as never, 'INR')).toBeNull()
  expect(monthChange(month(500) as never, month(300) as never, 'USD')).toBeNull()
})
