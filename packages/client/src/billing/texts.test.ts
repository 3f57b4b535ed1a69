import type { CalendarDate, Money } from '@streamline/domain'
import { expect, test } from 'vitest'
import type { HistoryEntry, Payment } from '../answers.ts'
import { createFormat } from '../format/format.ts'
import { peopleOf } from '../households/people.ts'
import { createI18n, loadLaterTexts } from '../translations/i18n.ts'
import { historyText } from './history-text.ts'
import { methodName } from './method.ts'
import { paidText } from './paid-text.ts'
import { settlementText } from './settlement-text.ts'

const texts = await createI18n('en')
await loadLaterTexts(texts)
const day = '2026-11-25' as CalendarDate
const format = createFormat({ language: 'en', country: 'IN', today: day })
const member = (id: string, name: string, isYou = false) =>
  ({ id, name, isYou, leftOn: null }) as Parameters<typeof peopleOf>[0][number]
const people = peopleOf([member('asha', 'Asha Rao', true), member('ravi', 'Ravi Rao')], 'somebody')
const rupees = (amount: number): Money => ({ amount: amount * 100, currency: 'INR' })
const billing = texts.getFixedT('en', 'billing')
const history = texts.getFixedT('en', 'history')

const entry = (change: Partial<HistoryEntry>): HistoryEntry =>
  ({
    kind: 'payment',
    amount: rupees(300),
    correction: null,
    people: [{ memberId: 'ravi', memberName: 'Ravi Rao', amount: rupees(300) }],
    changes: [{ memberId: 'asha', memberName: 'Asha Rao', amount: rupees(-150) }],
    method: null,
    reference: null,
    ...change,
  }) as HistoryEntry

const inHistory = historyText({ t: history, format, people, methodName: (name) => methodName(name, billing) })

test('an entry of the history says who paid and what it changed, from where the reader stands', () => {
  expect(inHistory.sentence(entry({}))).toBe('Ravi Rao paid')
  expect(inHistory.changes(entry({}))).toEqual([{ id: 'asha', gets: false, text: 'You owe ₹150 more' }])
  const withRavi = entry({
    changes: [
      { memberId: 'ravi', memberName: 'Ravi Rao', amount: rupees(150) },
      { memberId: 'asha', memberName: 'Asha Rao', amount: rupees(-150) },
    ],
  })
  expect(inHistory.changes(withRavi).map(({ text }) => text)).toEqual(['You owe ₹150 more'])
  expect(inHistory.details(entry({ method: 'upi', reference: '4711' }))).toBe('UPI · 4711')
})

test('a settlement lessens what people owe', () => {
  const given = entry({
    kind: 'settlement',
    people: [
      { memberId: 'asha', memberName: 'Asha Rao', amount: rupees(150) },
      { memberId: 'ravi', memberName: 'Ravi Rao', amount: rupees(-150) },
    ] as HistoryEntry['people'],
    changes: [{ memberId: 'asha', memberName: 'Asha Rao', amount: rupees(150) }] as HistoryEntry['changes'],
  })
  expect(inHistory.sentence(given)).toBe('You gave Ravi Rao')
  expect(inHistory.changes(given).map(({ text }) => text)).toEqual(['You owe ₹150 less'])
  const settled = { from: 'ravi', fromName: 'Ravi Rao', to: 'asha', toName: 'Asha Rao' }
  expect(settlementText(settled, { t: history, people })).toBe('Ravi Rao gave you')
})

test('a payment says who paid how much and when; what an import wrote as its way stands as it is', () => {
  const payment = {
    entry: 'payment',
    payers: [{ memberId: 'asha', amount: rupees(649) }],
    amount: rupees(649),
    paidOn: day,
    method: 'cheque',
    reference: null,
    converted: null,
    moveId: null,
  } as unknown as Payment
  const words = paidText({ t: billing, format, people })
  expect(words.sentence(payment)).toBe('You paid ₹649 on 25 Nov')
  expect(words.details(payment)).toBe('cheque')
})

test('credit that moved says on each side what became of it', () => {
  const here = {
    entry: 'payment',
    payers: [{ memberId: 'asha', amount: rupees(100) }],
    amount: rupees(100),
    paidOn: day,
    moveId: 'move',
  } as unknown as Payment
  const words = paidText({ t: billing, format, people })
  expect(words.sentence(here)).toBe('Credit with another provider paid ₹100 on 25 Nov')
  expect(words.sentence({ ...here, entry: 'refund', amount: rupees(-100) })).toBe(
    '₹100 of its credit paid another charge on 25 Nov',
  )
})
