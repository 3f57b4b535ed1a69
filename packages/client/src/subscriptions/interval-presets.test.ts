import { expect, test } from 'vitest'
import { intervalChoices, scaledPrice } from './interval-presets.ts'

test('an interval of its own is offered before the presets', () => {
  expect(intervalChoices({ count: 30, unit: 'day' })[0]).toEqual({ count: 30, unit: 'day' })
  expect(intervalChoices({ count: 1, unit: 'month' })).toHaveLength(9)
  // The same dates, counted otherwise.
  expect(intervalChoices({ count: 12, unit: 'month' })).toHaveLength(9)
})

test('six months start from six times the monthly price, and nothing is guessed between months and days', () => {
  expect(scaledPrice(82000, { count: 1, unit: 'month' }, { count: 6, unit: 'month' })).toBe(492000)
  expect(scaledPrice(29900, { count: 28, unit: 'day' }, { count: 84, unit: 'day' })).toBe(89700)
  expect(scaledPrice(149900, { count: 1, unit: 'year' }, { count: 1, unit: 'month' })).toBeNull()
  expect(scaledPrice(29900, { count: 28, unit: 'day' }, { count: 1, unit: 'month' })).toBeNull()
})
