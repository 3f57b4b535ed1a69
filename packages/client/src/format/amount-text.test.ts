import { expect, test } from 'vitest'
import { amountText, parseAmount } from './amount-text.ts'

test.each([
  ['649', 'INR', 64900],
  ['649.5', 'INR', 64950],
  ['₹1,23,456.78', 'INR', 12345678],
  ['६४९', 'INR', 64900],
  ['649.', 'INR', 64900],
  ['649.00', 'JPY', 649],
  ['0', 'INR', 0],
  ['1.234', 'KWD', 1234],
])('%s in %s is %i minor units', (text, currency, minor) => {
  expect(parseAmount(text, currency)).toBe(minor)
})

test.each(['', '-5', 'abc', '6.4.9', '1e3', '649.505'])('%j is no amount in rupees', (text) => {
  expect(parseAmount(text, 'INR')).toBeNull()
})

test.each([
  [64900, 'INR', '649'],
  [64950, 'INR', '649.50'],
  [5, 'INR', '0.05'],
  [649, 'JPY', '649'],
  [1234, 'KWD', '1.234'],
])('%i minor units of %s are written %s and read back the same', (minor, currency, text) => {
  expect(amountText(minor, currency)).toBe(text)
  expect(parseAmount(text, currency)).toBe(minor)
})
