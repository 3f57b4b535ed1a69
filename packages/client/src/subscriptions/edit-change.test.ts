import { expect, test } from 'vitest'
import { amountsAtPrice, changeOf, type EditDraft } from './edit-change.ts'

const before: EditDraft = {
  kind: 'ott',
  visibility: 'shared',
  look: null,
  name: 'Netflix',
  price: '649',
  line: '',
  lineId: null,
  paidBy: 'asha',
  usedBy: ['asha', 'ravi'],
  managedBy: 'asha',
  note: '',
  labels: 'family',
  noticeDays: '0',
  stopsAt: '',
  recordsItself: false,
  recordsItselfFrom: null,
  amounts: null,
  limits: { data: '', dataPer: 'month', calls: '' },
}

const tax = { included: true, basisPoints: 0 }
const price: Parameters<typeof changeOf>[2] = {
  price: { amount: 64900, currency: 'INR' },
  tax,
  split: { kind: 'payer' },
  splits: [],
  allowances: [],
}
const exact = (...amounts: number[]) => ({
  kind: 'exact' as const,
  parts: amounts.map((amount, at) => ({ memberId: ['asha', 'ravi'][at] ?? '', amount })),
})

test('what nobody touched is not sent', () => {
  expect(changeOf(before, before, price)).toEqual({})
  expect(changeOf({ ...before, usedBy: ['ravi', 'asha'] }, before, price)).toEqual({})
})

test('what was touched is sent, in the shape of the service', () => {
  const form = {
    ...before,
    name: ' Netflix 4K ',
    price: '799',
    labels: 'family, 4K , ,family',
    noticeDays: '3',
    stopsAt: '15:42',
  }
  expect(changeOf(form, before, price)).toEqual({
    name: 'Netflix 4K',
    price: { amount: 79900, currency: 'INR' },
    labels: ['family', '4K'],
    noticeDays: 3,
    stopsAt: '15:42',
  })
})

test('an empty number keeps the one there is', () => {
  expect(changeOf({ ...before, line: ' ' }, before, price)).toEqual({})
  expect(changeOf({ ...before, line: ' 98765 43210 ' }, before, price)).toEqual({ line: '98765 43210' })
})

test('a price that somebody else changed meanwhile is left as they made it', () => {
  const theirs = { ...price, price: { amount: 79900, currency: 'INR' } }
  expect(changeOf({ ...before, note: 'Hello' }, before, theirs)).toEqual({ note: 'Hello' })
})

test.each([{ name: ' ' }, { price: 'abc' }, { noticeDays: '400' }, { stopsAt: '24:00' }])(
  '%j cannot be sent',
  (wrong) => {
    expect(changeOf({ ...before, ...wrong }, before, price)).toBeNull()
  },
)

test('debits that book themselves are switched on from today, or with the old dues, and off', () => {
  const on = { ...before, recordsItself: true }
  expect(changeOf(on, before, price)).toEqual({ recordsItself: true })
  const recordsItselfFrom = '2026-10-05' as EditDraft['recordsItselfFrom']
  expect(changeOf({ ...on, recordsItselfFrom }, before, price)).toEqual({
    recordsItself: true,
    recordsItselfFrom,
  })
  expect(changeOf({ ...before, recordsItselfFrom }, { ...on, recordsItselfFrom: null }, price)).toEqual({
    recordsItself: false,
  })
})

test('exact amounts follow another price by themselves, and are offered to be changed with it', () => {
  const shared = { ...price, split: exact(40000, 24900) }
  const form = { ...before, price: '699' }
  expect(amountsAtPrice(before, shared)).toBeNull()
  expect(amountsAtPrice(form, price)).toBeNull()
  expect(amountsAtPrice(form, shared)?.amounts).toEqual({ asha: '430.82', ravi: '268.18' })
  expect(changeOf(form, before, shared)).toEqual({ price: { amount: 69900, currency: 'INR' } })
  const typed = { ...form, amounts: { asha: '450', ravi: '249' } }
  expect(changeOf(typed, before, shared)).toEqual({
    price: { amount: 69900, currency: 'INR' },
    split: exact(45000, 24900),
  })
  expect(changeOf({ ...typed, price: '700' }, before, shared)).toBeNull()
  expect(changeOf({ ...typed, price: '649' }, before, shared)).toEqual({})
})

test('a typed limit replaces the list, and leaves what the form does not show', () => {
  const messages = { kind: 'messages' as const, amount: 100, per: 'day' as const }
  const known = { ...price, allowances: [messages] }
  const form = { ...before, limits: { ...before.limits, data: '1.5' } }
  expect(changeOf(form, before, known)).toEqual({
    allowances: [{ kind: 'data', amount: 1536, per: 'month' }, messages],
  })
  expect(changeOf({ ...form, limits: { ...form.limits, data: 'much' } }, before, known)).toBeNull()
  const typed = { ...before, limits: { data: '1.5', dataPer: 'day' as const, calls: '' } }
  expect(changeOf(before, typed, known)).toEqual({ allowances: [messages] })
})
