import { parseCalendarDate as on } from '@streamline/domain'
import { expect, test } from 'vitest'
import { createFormat, intervalKey } from './format.ts'

const india = createFormat({ language: 'en', country: 'IN', today: on('2026-12-01') })
const hindi = createFormat({ language: 'hi', country: 'IN', today: on('2026-12-01') })
const inr = (amount: number) => ({ amount, currency: 'INR' })

test('rupees are grouped as India writes them, and whole amounts lose their .00', () => {
  expect(india.money(inr(12_345_600))).toBe('₹1,23,456')
  expect(india.money(inr(12_345_650))).toBe('₹1,23,456.50')
  expect(india.money(inr(12_345_600), { exact: true })).toBe('₹1,23,456.00')
  expect(hindi.money(inr(12_345_600))).toBe('₹1,23,456')
})

test('the exponent comes from the currency', () => {
  expect(india.money({ amount: 1500, currency: 'JPY' })).toBe('JP¥1,500')
  expect(india.money({ amount: 1500, currency: 'KWD' })).toMatch(/1\.500$/)
})

test('a sum beyond counting is said in words, with the sign of its currency', () => {
  const sum = { amount: Number.MAX_SAFE_INTEGER, currency: 'INR' }
  expect(india.money(sum, { signed: true })).toBe('₹ too large to add')
  const inWords = createFormat({ language: 'hi', country: 'IN', today: null, tooLarge: 'बहुत बड़ा है' })
  expect(inWords.money(sum)).toBe('₹ बहुत बड़ा है')
})

test('a sign is shown where it is asked for, and nothing is neither more nor less', () => {
  expect(india.money(inr(35_000), { signed: true })).toBe('+₹350')
  expect(india.money(inr(-35_000), { signed: true })).toBe('-₹350')
  expect(india.money(inr(0), { signed: true })).toBe('₹0')
})

test('a date names its day, and its year only where it is another one', () => {
  expect(india.date(on('2026-12-03'))).toBe('Thu 3 Dec')
  expect(india.date(on('2027-01-03'))).toBe('Sun 3 Jan 2027')
  expect(hindi.date(on('2026-12-03'))).toBe('गुरु 3 दिस॰')
})

test('nearness counts from the today of the household', () => {
  expect(
    ['2026-12-01', '2026-12-02', '2026-12-04', '2026-11-29'].map((date) => india.relative(on(date))),
  ).toEqual(['today', 'tomorrow', 'in 3 days', '2 days ago'])
})

test('Hindi tells tomorrow from yesterday, though both are कल', () => {
  expect([0, 1, -1, 2].map((days) => hindi.days(days))).toEqual(['आज', '1 दिन में', '1 दिन पहले', '2 दिन में'])
})

test('an interval has a name where people have one', () => {
  expect(intervalKey({ count: 28, unit: 'day' })).toEqual({ key: 'everyCount.day', count: 28 })
  expect(intervalKey({ count: 1, unit: 'month' })).toEqual({ key: 'every.month', count: 1 })
  expect(intervalKey({ count: 3, unit: 'month' })).toEqual({ key: 'every.quarter', count: 3 })
})

test('a period shows its first and last usable day, and the year once', () => {
  expect(india.period(on('2026-10-31'), on('2026-11-30'))).toBe('31 Oct – 29 Nov')
  expect(india.period(on('2026-12-31'), on('2027-01-31'))).toBe('31 Dec 2026 – 30 Jan 2027')
  expect(india.period(on('2027-01-31'), on('2027-02-28'))).toBe('31 Jan – 27 Feb 2027')
})

test('the sign of a currency is the short one', () => {
  expect([india.currencySign('INR'), india.currencySign('USD')]).toEqual(['₹', '$'])
})

test('a date that is known only roughly is shown so', () => {
  const seen = on('2024-10-01')
  expect([india.asOf(seen, 'day'), india.asOf(seen, 'month'), india.asOf(seen, 'year')]).toEqual([
    '1 Oct 2024',
    'Oct 2024',
    '2024',
  ])
})
