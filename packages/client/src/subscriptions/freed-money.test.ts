import { expect, test } from 'vitest'
import { asCredit, freedInput, isFreedMissing } from './freed-money.ts'

const frees = { freed: [{ amount: 30_000, currency: 'INR' }] }
const nothing = { freed: [] }

test('that it stays as credit goes without saying, and so does all where nothing is freed', () => {
  expect(freedInput(asCredit, frees)).toEqual({})
  expect(freedInput({ ...asCredit, to: 'refund' }, nothing)).toEqual({})
  expect(freedInput({ ...asCredit, to: 'refund' }, null)).toEqual({})
})

test('it came back to each, or to one of them', () => {
  expect(freedInput({ ...asCredit, to: 'refund' }, frees)).toEqual({ money: { to: 'refund' } })
  expect(freedInput({ ...asCredit, to: 'refund', receivedBy: 'ravi' }, frees)).toEqual({
    money: { to: 'refund', receivedBy: 'ravi' },
  })
})

test('it pays a charge, which has to be chosen', () => {
  const draft = { ...asCredit, to: 'charge' } as const
  expect([isFreedMissing(draft, frees), isFreedMissing(draft, nothing)]).toEqual([true, false])
  const chosen = { ...draft, chargeId: 'line' }
  expect(isFreedMissing(chosen, frees)).toBe(false)
  expect(freedInput(chosen, frees)).toEqual({ money: { to: 'charge', chargeId: 'line' } })
})
