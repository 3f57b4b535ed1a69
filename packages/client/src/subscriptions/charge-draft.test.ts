import { describe, expect, it } from 'vitest'
import type { SplitDraft } from './split-draft.ts'
import { chargeOf, chargeProblems, type ChargeDraft } from './charge-draft.ts'

const booster: ChargeDraft = {
  purpose: 'booster',
  title: ' 6 GB ',
  amount: '69',
  currency: 'INR',
  startsOn: '2026-11-20',
  days: '2',
  dueOn: '',
  isPaid: true,
  split: null,
}

describe('a charge beside the periods', () => {
  it('is a booster of some days that was paid at once', () => {
    expect(chargeOf(booster)).toEqual({
      kind: 'charge',
      purpose: 'booster',
      title: '6 GB',
      amount: { amount: 6900, currency: 'INR' },
      startsOn: '2026-11-20',
      validity: { count: 2, unit: 'day' },
      payment: {},
    })
  })

  it('is a fee that is due on a day', () => {
    const fee: ChargeDraft = { ...booster, purpose: 'fee', title: '', dueOn: '2026-12-01', isPaid: false }
    expect(chargeOf(fee)).toEqual({
      kind: 'charge',
      purpose: 'fee',
      amount: { amount: 6900, currency: 'INR' },
      startsOn: '2026-11-20',
      dueOn: '2026-12-01',
    })
  })

  it('is shared in its own way, and exact parts come to what it costs', () => {
    const exact: SplitDraft = {
      kind: 'exact',
      members: ['asha', 'ravi'],
      weights: {},
      percents: {},
      amounts: { asha: '40', ravi: '29' },
    }
    expect(chargeOf({ ...booster, split: exact })).toMatchObject({
      split: {
        kind: 'exact',
        parts: [
          { memberId: 'asha', amount: 4000 },
          { memberId: 'ravi', amount: 2900 },
        ],
      },
    })
    expect(chargeProblems({ ...booster, amount: '70', split: exact })).toEqual({ split: 'amounts' })
  })

  it('is nothing while something is missing, and says what', () => {
    const wrong: ChargeDraft = { ...booster, amount: 'x', startsOn: '', days: '0' }
    expect(chargeProblems(wrong)).toEqual({ amount: 'notAnAmount', startsOn: 'notADate', days: 'notDays' })
    expect(chargeProblems({ ...booster, purpose: 'fee', dueOn: '2026-11-19' })).toEqual({
      dueOn: 'dueBefore',
    })
    expect(chargeOf(wrong)).toBeNull()
  })
})
