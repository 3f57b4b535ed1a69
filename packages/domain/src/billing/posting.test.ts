import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancesOf, postPayment, PROVIDER_CREDIT } from './posting.ts'
import type { Entry } from './posting.ts'
import { sharesOf } from './split.ts'

const members = ['asha', 'meera', 'ravi']
const thirds = (amount: number, occurrence = 0) =>
  sharesOf(amount, { kind: 'equal', memberIds: members }, occurrence)
const by = (memberId: string, amount: number) => [{ memberId, amount }]
const total = (entries: readonly Entry[]): number => entries.reduce((sum, { amount }) => sum + amount, 0)

describe('postPayment', () => {
  it('owes the payer what the others have of it', () => {
    const entries = postPayment({
      paidBefore: 0,
      payment: 29_900,
      shares: thirds(29_900),
      payers: by('asha', 29_900),
    })
    expect(entries).toEqual([
      { memberId: 'asha', amount: 19_933 },
      { memberId: 'meera', amount: -9967 },
      { memberId: 'ravi', amount: -9966 },
    ])
  })

  it('posts nothing for one who pays for himself alone', () => {
    const shares = by('asha', 500)
    expect(postPayment({ paidBefore: 0, payment: 500, shares, payers: by('asha', 500) })).toEqual([])
  })

  it('sends an overpayment to the provider’s credit', () => {
    const shares = by('ravi', 100)
    expect(postPayment({ paidBefore: 0, payment: 130, shares, payers: by('asha', 130) })).toEqual([
      { memberId: 'asha', amount: 130 },
      { memberId: PROVIDER_CREDIT, amount: -30 },
      { memberId: 'ravi', amount: -100 },
    ])
    const creditAccount = 'provider-credit:netflix'
    expect(
      postPayment({ paidBefore: 100, payment: 30, shares, payers: by('asha', 30), creditAccount }),
    ).toEqual([
      { memberId: 'asha', amount: 30 },
      { memberId: creditAccount, amount: -30 },
    ])
    expect(postPayment({ paidBefore: 0, payment: 5, shares: by('ravi', 0), payers: by('asha', 5) })).toEqual([
      { memberId: 'asha', amount: 5 },
      { memberId: PROVIDER_CREDIT, amount: -5 },
    ])
  })

  it('takes a refund back along the same shares', () => {
    const shares = thirds(300)
    expect(postPayment({ paidBefore: 300, payment: -150, shares, payers: by('asha', -150) })).toEqual([
      { memberId: 'asha', amount: -100 },
      { memberId: 'meera', amount: 50 },
      { memberId: 'ravi', amount: 50 },
    ])
  })

  it('ends part payments exactly on the full shares, whoever pays and however it is cut', () => {
    const anyParts = fc.array(fc.tuple(fc.integer({ min: 1, max: 50_000 }), fc.constantFrom(...members)), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(anyParts, fc.nat({ max: 9 }), fc.nat({ max: 9999 }), (parts, occurrence, over) => {
        const paid = parts.reduce((sum, [amount]) => sum + amount, 0)
        const full = Math.max(1, paid - over)
        const shares = thirds(full, occurrence)
        const entries: Entry[] = []
        let paidBefore = 0
        for (const [payment, member] of parts) {
          const posted = postPayment({ paidBefore, payment, shares, payers: by(member, payment), occurrence })
          expect(total(posted)).toBe(0)
          entries.push(...posted)
          paidBefore += payment
        }
        const excess = by(PROVIDER_CREDIT, full - paid)
        const owed = shares.map(({ memberId, amount }) => ({ memberId, amount: -amount }))
        const credit = parts.map(([amount, memberId]) => ({ memberId, amount }))
        expect(balancesOf(entries)).toEqual(balancesOf([...credit, ...owed, ...excess]))
      }),
    )
  })

  it('mirrors a credit note', () => {
    expect(
      postPayment({ paidBefore: 0, payment: -300, shares: thirds(-300), payers: by('asha', -300) }),
    ).toEqual([
      { memberId: 'asha', amount: -200 },
      { memberId: 'meera', amount: 100 },
      { memberId: 'ravi', amount: 100 },
    ])
  })

  it('ends parts of a credit note on its shares, too', () => {
    const first = postPayment({
      paidBefore: 0,
      payment: -100,
      shares: thirds(-301),
      payers: by('asha', -100),
    })
    const rest = postPayment({
      paidBefore: -100,
      payment: -201,
      shares: thirds(-301),
      payers: by('ravi', -201),
    })
    expect(balancesOf([...first, ...rest])).toEqual(
      balancesOf([...by('asha', -100), ...by('ravi', -201), ...thirds(301)]),
    )
  })

  it('refuses payers that do not sum up, and taking back more than was paid', () => {
    const shares = thirds(300)
    const unbalanced: unknown = expect.objectContaining({ code: 'unbalanced' })
    const outOfRange: unknown = expect.objectContaining({ code: 'amount-out-of-range' })
    expect(() => postPayment({ paidBefore: 0, payment: 300, shares, payers: by('asha', 299) })).toThrow(
      unbalanced,
    )
    expect(() => postPayment({ paidBefore: 100, payment: -101, shares, payers: by('asha', -101) })).toThrow(
      outOfRange,
    )
    expect(() => postPayment({ paidBefore: -1, payment: 2, shares, payers: by('asha', 2) })).toThrow(
      outOfRange,
    )
    expect(() => postPayment({ paidBefore: 0, payment: 0.5, shares, payers: by('asha', 0.5) })).toThrow(
      outOfRange,
    )
  })
})
