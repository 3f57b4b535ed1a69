import type { Rate } from '../answers.ts'
import { noForeign } from './foreign.ts'
import { type PaymentDraft, readPayment } from './payment-draft.ts'
import { parseCalendarDate as on } from '@streamline/domain'
import { describe, expect, test } from 'vitest'

const draft: PaymentDraft = {
  amount: '649',
  currency: 'INR',
  paidOn: '2026-11-25',
  several: false,
  paidBy: 'asha',
  parts: {},
  method: null,
  reference: '',
  note: '',
  overpayment: false,
  ...noForeign,
}
const facts = {
  today: on('2026-11-29'),
  outstanding: { amount: 64_900, currency: 'INR' },
  members: ['asha', 'ravi'],
  home: 'INR',
  rate: undefined,
}
const rate = (day: string, text: string): Rate => ({
  id: day,
  from: 'USD',
  to: 'INR',
  on: on(day),
  rate: text,
  source: 'RBI',
  recordedAt: '2026-11-25T00:00:00.000Z',
})

describe('a payment being typed', () => {
  test('is sent as it stands when it fits', () => {
    expect(readPayment({ ...draft, method: 'upi', note: ' ok ' }, facts).input).toEqual({
      amount: { amount: 64_900, currency: 'INR' },
      paidOn: '2026-11-25',
      paidBy: 'asha',
      method: 'upi',
      note: 'ok',
    })
  })

  test('by several people must be assigned to the paisa', () => {
    const several = { ...draft, several: true, parts: { asha: '400', ravi: '248.99' } }
    expect(readPayment(several, facts).problems).toEqual(new Set(['parts']))
    expect(readPayment({ ...several, parts: { asha: '649' } }, facts).input).toMatchObject({
      payers: [{ memberId: 'asha', amount: 64_900 }],
    })
  })

  test('beyond what is due is sent only after that was ticked', () => {
    const more = { ...draft, amount: '679' }
    expect(readPayment(more, facts)).toMatchObject({ beyond: 3_000, input: null })
    expect(readPayment({ ...more, overpayment: true }, facts).input).toMatchObject({ overpayment: true })
    expect(readPayment({ ...draft, overpayment: true }, facts).input).not.toHaveProperty('overpayment')
  })

  test('in another currency is converted by the rate of that day, never 1:1', () => {
    const dollars = { ...draft, amount: '7.81', currency: 'USD' }
    expect(readPayment(dollars, facts)).toMatchObject({ converted: null, needsRate: true, input: null })
    expect(readPayment(dollars, { ...facts, rate: rate('2026-11-20', '83.1') }).converted).toBe(64_901)
    expect(readPayment({ ...dollars, rate: '83', source: 'card' }, facts)).toMatchObject({
      converted: 64_823,
      input: { amount: { amount: 781, currency: 'USD' } },
    })
  })

  test('goes to the service as it is typed while the rate is still being asked for', () => {
    const dollars = { ...draft, amount: '7.81', currency: 'USD' }
    expect(readPayment(dollars, { ...facts, isAsked: true })).toMatchObject({
      needsRate: false,
      input: { amount: { amount: 781, currency: 'USD' } },
    })
  })

  test('is divided by a rate that is known the other way round, to the paisa', () => {
    const rupees = { ...draft, amount: '1309.12' }
    const charge = { ...facts, outstanding: { amount: 1549, currency: 'USD' } }
    expect(readPayment(rupees, { ...charge, rate: rate('2026-11-20', '84.5') })).toMatchObject({
      converted: 1549,
      beyond: 0,
      input: { amount: { amount: 130_912, currency: 'INR' } },
    })
  })

  test('needs no rate where the statement says both sums', () => {
    const rupees = { ...draft, amount: '1312.40', bothSums: true }
    const charge = { ...facts, outstanding: { amount: 1549, currency: 'USD' } }
    expect(readPayment(rupees, charge).problems).toEqual(new Set(['settles']))
    expect(readPayment({ ...rupees, settles: '15.49' }, charge)).toMatchObject({
      converted: 1549,
      beyond: 0,
      input: { amount: { amount: 131_240, currency: 'INR' }, settles: { amount: 1549, currency: 'USD' } },
    })
  })

  test('that is more than can be counted at this rate is a problem of the amount', () => {
    const dollars = { ...draft, amount: '999999999999', currency: 'USD', rate: '999999999999', source: 'x' }
    expect(readPayment(dollars, facts)).toMatchObject({
      converted: null,
      input: null,
      problems: new Set(['amount']),
    })
  })
})
