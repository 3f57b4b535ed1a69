import type { CalendarDate } from '@streamline/domain'
import { expect, test } from 'vitest'
import { createFormat } from '../format/format.ts'
import { createI18n, loadLaterTexts } from '../translations/i18n.ts'
import { insightsText } from './insights-text.ts'
import { risesOf, unusedOf } from './second-look.ts'

const texts = await createI18n('en')
await loadLaterTexts(texts)
const day = '2026-11-30' as CalendarDate
const inr = (amount: number) => ({ amount: amount * 100, currency: 'INR' })
const say = insightsText({
  t: texts.getFixedT('en', 'insights'),
  words: texts.getFixedT('en', 'words'),
  format: createFormat({ language: 'en', country: 'IN', today: day }),
})

test('a group without a name is said for what it is', () => {
  expect(say.group('payer', { key: 'asha', name: 'Asha' })).toBe('Asha')
  expect(say.group('label', { key: 'work', name: null })).toBe('work')
  expect(say.group('provider', { key: null, name: null })).toBe('Without a provider')
  expect(say.group('label', { key: null, name: null })).toBe('Without a label')
  expect(say.group('payer', { key: null, name: null })).toBe('Others')
  expect(say.group('kind', { key: 'ott', name: null })).not.toBe('ott')
})

test('debits that depend on a recharge are counted beside all', () => {
  expect(say.debits({ count: 1, expected: 0 })).toBe('1 debit')
  expect(say.debits({ count: 3, expected: 2 })).toBe('3 debits, 2 of them if you recharge')
})

test('an entry of the calendar names the line it is for, and that it was called off', () => {
  expect(say.entry({ entry: 'debit', line: null, cancelled: false })).toBe('Debit')
  expect(say.entry({ entry: 'stop', line: '98200 12345', cancelled: true })).toBe(
    'Last day · 98200 12345 · called off',
  )
})

test('what runs no more has no month', () => {
  expect(say.running({ monthly: inr(299), since: day })).toMatch(/^₹299 a month · since 30 Nov/)
  expect(say.running({ monthly: null, since: day })).toMatch(/^Runs no more · /)
})

const item = (subscriptionId: string, perYear: number | null, unusedDays: number | null) =>
  ({
    subscriptionId,
    rise: perYear === null ? null : { since: day, before: inr(1), now: inr(2), perYear: inr(perYear) },
    unusedDays,
  }) as Parameters<typeof risesOf>[0][number]

test('the heaviest rise comes first; what is not dearer and what is used are not told', () => {
  const items = [item('a', 12, null), item('b', null, 40), item('c', 120, 0)]
  expect(risesOf(items).map((one) => one.item.subscriptionId)).toEqual(['c', 'a'])
  expect(unusedOf(items).map((one) => [one.item.subscriptionId, one.days])).toEqual([
    ['b', 40],
    ['c', 0],
  ])
})
