import type { Split } from '../answers.ts'
import { splitDraftOf, splitIn, splitProblemOf } from './split-draft.ts'
import { describe, expect, test } from 'vitest'

const whole = { amount: 64_900, currency: 'INR' }
const everybody = ['asha', 'ravi', 'meera']
const payerAlone = splitDraftOf({ kind: 'payer' }, everybody, 'INR')

describe('a split being put together', () => {
  test('starts with everybody where the payer bore it alone', () => {
    expect(splitIn(payerAlone, whole)).toEqual({ kind: 'payer' })
    expect(splitIn({ ...payerAlone, kind: 'equal' }, whole)).toEqual({
      kind: 'equal',
      memberIds: everybody,
    })
  })

  test.each([
    { kind: 'equal', memberIds: ['asha', 'ravi'] },
    { kind: 'shares', weights: [{ memberId: 'asha', weight: 2 }] },
    {
      kind: 'percent',
      parts: [
        { memberId: 'asha', basisPoints: 6_667 },
        { memberId: 'ravi', basisPoints: 3_333 },
      ],
    },
    {
      kind: 'exact',
      parts: [
        { memberId: 'asha', amount: 54_900 },
        { memberId: 'ravi', amount: 10_000 },
      ],
    },
  ] as const)('is what it was when nothing is touched: $kind', (split) => {
    const copy = JSON.parse(JSON.stringify(split)) as Split
    expect(splitIn(splitDraftOf(copy, everybody, 'INR'), whole)).toEqual(split)
  })

  test('says why it is none yet', () => {
    const percents = { asha: '60', ravi: '30' }
    expect(splitProblemOf({ ...payerAlone, kind: 'equal', members: [] }, whole)).toBe('nobody')
    expect(splitProblemOf({ ...payerAlone, kind: 'percent', percents }, whole)).toBe('percents')
    expect(splitProblemOf({ ...payerAlone, kind: 'exact', amounts: { asha: '649.01' } }, whole)).toBe(
      'amounts',
    )
    const nothing = { asha: 0, ravi: 0, meera: 0 }
    expect(splitProblemOf({ ...payerAlone, kind: 'shares', weights: nothing }, whole)).toBe('weights')
  })

  test('leaves out who gets nothing of percents and amounts', () => {
    expect(splitIn({ ...payerAlone, kind: 'percent', percents: { ravi: '100' } }, whole)).toEqual({
      kind: 'percent',
      parts: [{ memberId: 'ravi', basisPoints: 10_000 }],
    })
  })
})
