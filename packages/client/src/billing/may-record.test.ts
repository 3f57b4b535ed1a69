import { expect, test } from 'vitest'
import type { HistoryEntry } from '../answers.ts'
import { mayReverse, mayTakeBack, type Viewer } from './may-record.ts'

const as = (role: Viewer['role']): Viewer => ({ role, memberId: 'asha' })
const payment = (payer: string, reversedBy: string | null = null) => ({
  entry: 'payment' as const,
  reversedBy,
  payers: [{ memberId: payer }],
})

const may = (role: Viewer['role']) =>
  [payment('asha'), payment('ravi')].map((paid) => mayReverse(as(role), paid))

test('members take back what they paid themselves, managers and owners everything, viewers nothing', () => {
  expect(may('viewer')).toEqual([false, false])
  expect(may('member')).toEqual([true, false])
  expect(may('manager')).toEqual([true, true])
  expect(may('owner')).toEqual([true, true])
})

test('what was taken back stays so', () => {
  expect(mayReverse(as('owner'), payment('asha', 'another'))).toBe(false)
})

const entry = (kind: string, people: string[]) =>
  ({ kind, takenBack: false, people: people.map((memberId) => ({ memberId })) }) as unknown as HistoryEntry

test('either side takes a settlement back; a correction is taken back by nobody', () => {
  expect(mayTakeBack(as('member'), entry('settlement', ['ravi', 'asha']))).toBe(true)
  expect(mayTakeBack(as('member'), entry('settlement', ['ravi', 'mala']))).toBe(false)
  expect(mayTakeBack(as('member'), entry('payment', ['ravi', 'asha']))).toBe(false)
  expect(mayTakeBack(as('owner'), entry('correction', ['asha']))).toBe(false)
})
