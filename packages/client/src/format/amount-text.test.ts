import { expect, test } from 'vitest'
import { amountText, parseAmount, parseDecimal } from './amount-text.ts'

test.each([
  [64900, 'INR', '649'],
  [64950, 'INR', '649.50'],
  [5, 'INR', '0.05'],
  [649, 'JPY', '649'],
  [1234, 'KWD', '1.234'],
])('%i minor units of %s are kept as %s and read back the same', (minor, currency, text) => {
  expect(amountText(minor, currency)).toBe(text)
  expect(parseAmount(text, currency)).toBe(minor)
})

test.each(['', '1,299', '1.299?', '649.505', '-5', '1e3', ' ', '12 34'])(
  '%j is nothing that a form keeps as rupees',
  (text) => expect(parseAmount(text, 'INR')).toBeNull(),
)

test('a fraction of nothing but zeros may have more digits than there are', () => {
  expect(parseDecimal('649.000', 2)).toBe(64900)
})
