import type { Split, TimelineEntry } from '../answers.ts'
import { adjustmentsOf, historyOf, periodsAround, sharesAfter } from './split-outlook.ts'
import { alwaysSplit, parseCalendarDate as on } from '@streamline/domain'
import { expect, test } from 'vitest'

const rupees = (amount: number) => ({ amount, currency: 'INR' })
const entry = (index: number, startsOn: string, endsOn: string, paid: number): TimelineEntry => ({
  index,
  startsOn: on(startsOn),
  endsOn: on(endsOn),
  phase: 'regular',
  planName: null,
  isCut: false,
  expected: paid === 0,
  dueOn: on(startsOn),
  amount: rupees(60_000),
  net: rupees(60_000),
  tax: rupees(0),
  chargeId: String(index),
  state: paid === 0 ? 'upcoming' : 'paid',
  paid: rupees(paid),
  payments: [],
})
const november = entry(0, '2026-11-01', '2026-12-01', 60_000)
const december = entry(1, '2026-12-01', '2027-01-01', 0)
const timeline = [december, november]
const half: Split = { kind: 'equal', memberIds: ['asha', 'ravi'] }
const change = (fromOn: string) => ({
  before: alwaysSplit({ kind: 'payer' }),
  split: half,
  fromOn: on(fromOn),
  payerOf: () => 'asha',
})

test('the period that runs and the next one are found', () => {
  const { current, next } = periodsAround(timeline, on('2026-11-20'))
  expect([current?.index, next?.index]).toEqual([0, 1])
})

test('from the middle of a period on the other person bears the days that are left', () => {
  expect(sharesAfter(november, change('2026-11-16'))).toEqual([
    { memberId: 'asha', amount: 45_000, days: 30, ofDays: 30 },
    { memberId: 'ravi', amount: 15_000, days: 15, ofDays: 30 },
  ])
})

test('what is paid already is adjusted, what is not paid is not', () => {
  expect(adjustmentsOf(timeline, change('2026-11-01'))).toEqual({
    periods: 1,
    people: [
      { memberId: 'asha', amount: 30_000 },
      { memberId: 'ravi', amount: -30_000 },
    ],
  })
  expect(adjustmentsOf(timeline, change('2026-12-01'))).toEqual({ periods: 0, people: [] })
})

test('a history without a first day is in force from the beginning', () => {
  const [first] = historyOf([{ fromOn: null, split: half }], half)
  expect(first).toEqual({ fromOn: '1900-01-01', split: half })
})
