import { parseCalendarDate as on } from '@streamline/domain'
import { describe, expect, test } from 'vitest'
import { noForeign } from './foreign.ts'
import { readSettlement, type SettlementDraft } from './settlement-draft.ts'

const draft: SettlementDraft = {
  ...noForeign,
  amount: '7.50',
  currency: 'USD',
  settledOn: '2026-11-25',
  method: 'upi',
  reference: '',
  note: '',
}
const rate = {
  id: 'rate',
  from: 'USD',
  to: 'INR',
  on: on('2026-11-20'),
  rate: '84.5',
  source: 'RBI',
  recordedAt: '2026-11-25T00:00:00.000Z',
}
const facts = {
  today: on('2026-11-29'),
  most: { amount: 750, currency: 'USD' },
  home: 'INR',
  rate: undefined,
}

describe('a transfer being typed', () => {
  test('is sent as it stands, at most what is owed', () => {
    expect(readSettlement(draft, facts).input).toEqual({
      amount: { amount: 750, currency: 'USD' },
      settledOn: '2026-11-25',
      method: 'upi',
    })
    expect(readSettlement({ ...draft, amount: '7.51' }, facts).problems).toEqual(new Set(['amount']))
    expect(readSettlement({ ...draft, settledOn: '' }, facts).problems).toEqual(new Set(['settledOn']))
  })

  test('in another currency settles what it comes to at the rate of its day', () => {
    const rupees = { ...draft, currency: 'INR', amount: '633.75' }
    expect(readSettlement(rupees, facts)).toMatchObject({ needsRate: true, input: null })
    expect(readSettlement(rupees, { ...facts, rate })).toMatchObject({
      converted: 750,
      input: { amount: { amount: 63_375, currency: 'INR' }, settlesCurrency: 'USD' },
    })
    expect(readSettlement({ ...rupees, amount: '640' }, { ...facts, rate }).problems).toEqual(
      new Set(['amount']),
    )
  })

  test('asks again where the rate is old: for a newer one, or whether it is meant', () => {
    const rupees = { ...draft, currency: 'INR', amount: '633.75' }
    const old = { ...facts, rate, old: true }
    expect(readSettlement(rupees, old)).toMatchObject({ isOld: true, needsRate: true, input: null })
    expect(readSettlement({ ...rupees, oldRate: true }, old).input).toMatchObject({ oldRate: true })
    const newer = readSettlement({ ...rupees, rate: '85', source: 'Bank' }, old)
    expect([newer.input?.amount.amount, newer.converted]).toEqual([63_375, 746])
    expect(newer.pair).toEqual({ from: 'USD', to: 'INR' })
  })

  test('settles what is told where both sums are known', () => {
    const both = { ...draft, currency: 'INR', amount: '640', bothSums: true }
    expect(readSettlement(both, facts).problems).toEqual(new Set(['settles']))
    expect(readSettlement({ ...both, settles: '7.51' }, facts).problems).toEqual(new Set(['settles']))
    const told = readSettlement({ ...both, settles: '7.50' }, facts)
    expect(told.input).toMatchObject({ settles: { amount: 750, currency: 'USD' } })
    expect(told.input).not.toHaveProperty('settlesCurrency')
  })
})
