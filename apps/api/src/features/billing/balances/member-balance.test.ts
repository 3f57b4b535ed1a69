import { describe, expect, it } from 'vitest'
import { creditsIn, isOfMember, withoutCredits } from './member-balance.ts'

const row = (account: string, amount: number, currency = 'INR') => ({
  householdId: 'home',
  account,
  currency,
  amount,
})
const holder = (memberId: string, amount: number, isOverpaid = true) => ({
  subscriptionId: 'netflix',
  memberId,
  isOverpaid,
  currency: 'INR',
  amount,
})
const between = (rows: ReturnType<typeof row>[], holders: ReturnType<typeof holder>[]) =>
  Object.fromEntries(
    withoutCredits(rows.filter(isOfMember), creditsIn(rows), holders).map(({ account, amount }) => [
      account,
      amount,
    ]),
  )

describe('what a provider owes back', () => {
  const rows = [row('asha', 300), row('ravi', -200), row('provider-credit:netflix', -100)]

  it('is taken off the claim of who overpaid', () => {
    expect(between(rows, [holder('asha', 400)])).toEqual({ asha: 200, ravi: -200 })
    expect(between(rows, [holder('asha', 300), holder('ravi', 100)])).toEqual({ asha: 225, ravi: -225 })
  })

  it('where it was overpaid by a credit, off the claims of those who paid for the subscription', () => {
    expect(between(rows, [holder('asha', 900, false)])).toEqual({ asha: 200, ravi: -200 })
  })

  it('where nobody paid any more, off the claims that there are', () => {
    expect(between(rows, [])).toEqual({ asha: 200, ravi: -200 })
  })

  it('shows who is even as owing what their provider holds, so that all sums to zero', () => {
    const even = [row('asha', 100), row('provider-credit:netflix', -100)]
    expect(between(even, [holder('asha', 1), holder('ravi', 1)])).toEqual({ asha: 50, ravi: -50 })
    expect(between(even, [holder('asha', 1)])).toEqual({})
  })

  it('touches no other currency', () => {
    const mixed = [...rows, row('asha', 7, 'USD'), row('ravi', -7, 'USD')]
    const left = withoutCredits(mixed.filter(isOfMember), creditsIn(mixed), [holder('asha', 1)])
    expect(left.filter(({ currency }) => currency === 'USD').map(({ amount }) => amount)).toEqual([7, -7])
  })
})
