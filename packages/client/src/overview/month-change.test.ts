import { expect, it } from 'vitest'
import { monthChange } from './month-change.ts'

const month = (amount: number | null) => ({
  month: '2026-11' as const,
  totals: amount === null ? [] : [{ amount, currency: 'INR' }],
  kinds: [],
})

const change = (now: number | null, before: number | null, currency = 'INR') =>
  monthChange(month(now), month(before), currency)

it('tells what a month costs more or less than the one before, in one currency', () => {
  expect(change(500, 300)).toBe(200)
  expect(change(300, 500)).toBe(-200)
  expect(change(300, 300)).toBe(0)
  expect(change(null, 300)).toBe(-300)
})

it('has nothing to compare with where nothing was paid before', () => {
  expect(change(500, null)).toBeNull()
  expect(change(500, 300, 'USD')).toBeNull()
})
