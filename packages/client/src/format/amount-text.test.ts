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
  ['12,99', 'EUR', 1299],
  ['0,99', 'EUR', 99],
  ['0,9', 'EUR', 90],
  ['1 299,50', 'EUR', 129950],
  ['1\u202f299,50 €', 'EUR', 129950],
  ['1.299,00', 'EUR', 129900],
  ['1.299', 'EUR', 129900],
  ['1.299.000,5', 'EUR', 129900050],
  ['1,299.00', 'EUR', 129900],
  ['1,299', 'EUR', 129900],
  ['1’299.50', 'CHF', 129950],
  ['1,29,999.50', 'INR', 12999950],
  ['1,29,999', 'INR', 12999900],
  ['12,99', 'INR', 1299],
  ['१,२९,९९९.५०', 'INR', 12999950],
  ['1.234,567', 'KWD', 1234567],
  ['1.299', 'IDR', 129900],
  ['1.299', 'VND', 1299],
])('%s in %s is %i minor units', (text, currency, minor) => {
  expect(parseAmount(text, currency)).toBe(minor)
})

test.each([
  '',
  '-5',
  'abc',
  '6.4.9',
  '1e3',
  '649.505',
  '1,2999',
  '1,29,99',
  '1,299,50',
  '1.29,999.50',
  '1 29.9 9',
  '0,999',
  '1,2.3,4',
  '12 34',
])('%j is no amount in rupees', (text) => {
  expect(parseAmount(text, 'INR')).toBeNull()
})

test('1,234 dinars are refused: they may be one dinar and a bit, or a thousand', () => {
  expect(parseAmount('1,234', 'KWD')).toBeNull()
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
