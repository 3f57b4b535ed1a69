import type { CalendarDate } from '@streamline/domain'
import { expect, test } from 'vitest'
import { createFormat } from '../format/format.ts'
import { createI18n, loadLaterTexts } from '../translations/i18n.ts'
import { isOtherPrice, priceRows } from './use-price-history.ts'

const texts = await createI18n('en')
await loadLaterTexts(texts)
const format = createFormat({ language: 'en', country: 'IN', today: '2026-11-30' as CalendarDate })
const words = { t: texts.getFixedT('en', 'subscriptions'), format }
const inr = (amount: number) => ({ amount, currency: 'INR' })
const version = (id: string, amount: number, effectiveOn: string) => ({
  id,
  price: inr(amount),
  tax: { included: true, basisPoints: 1800 },
  effectiveOn: effectiveOn as CalendarDate,
  datePrecision: 'day' as const,
})

test('the newest price comes first, one to come says so, and the first is only when it was seen', () => {
  const rows = priceRows(
    {
      priceVersions: [version('first', 49_900, '2024-10-01'), version('now', 64_900, '2025-08-01')],
      announced: [version('next', 69_900, '2027-01-01')],
    },
    words,
  )
  expect(rows.map(({ id, isComing }) => [id, isComing])).toEqual([
    ['next', true],
    ['now', false],
    ['first', false],
  ])
  expect(rows[1]?.since).toBe(`from ${format.asOf('2025-08-01' as CalendarDate, 'day')}`)
  expect(rows[2]?.since).toBe(`seen ${format.asOf('2024-10-01' as CalendarDate, 'day')}`)
})

test('only another price of the same thing is told to the editors', () => {
  const month = { count: 1, unit: 'month' as const }
  const paid = { price: inr(64_900), tax: { included: true }, interval: month }
  const plan = { price: inr(59_900), tax: { included: true }, interval: month }
  expect(isOtherPrice(paid, plan)).toBe(true)
  expect(isOtherPrice(paid, { ...plan, price: inr(64_900) })).toBe(false)
  expect(isOtherPrice(paid, { ...plan, tax: { included: false } })).toBe(false)
  expect(isOtherPrice(paid, { ...plan, interval: { count: 3, unit: 'month' } })).toBe(false)
})
