import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterRefund, correctedTo, creditIn } from './amount.ts'

const outOfRange: unknown = expect.objectContaining({ code: 'amount-out-of-range' })
const refused = (amount: number) => () => correctedTo({ net: 1, tax: 0, amount: 1 }, amount)
const anyAmount = fc.nat({ max: 100_000_000 })

describe('what a provider owes back', () => {
  it('is what is paid beyond a charge, never less than nothing', () => {
    expect(creditIn({ amount: 100, paid: 130 })).toBe(30)
    expect(creditIn({ amount: 100, paid: 100 })).toBe(0)
    expect(creditIn({ amount: 100, paid: 99 })).toBe(0)
    expect(creditIn({ amount: 0, paid: 5 })).toBe(5)
  })
})

describe('a refund', () => {
  it('lowers a charge that is just paid, so that it stays paid', () => {
    expect(afterRefund({ amount: 300, paid: 300 }, 100)).toEqual({ amount: 200, paid: 200 })
    expect(afterRefund({ amount: 300, paid: 300 }, 300)).toEqual({ amount: 0, paid: 0 })
  })

  it('first takes back what was paid too much', () => {
    expect(afterRefund({ amount: 300, paid: 350 }, 50)).toEqual({ amount: 300, paid: 300 })
    expect(afterRefund({ amount: 300, paid: 350 }, 51)).toEqual({ amount: 299, paid: 299 })
  })

  it('of a charge that is paid in part leaves as much to pay as before', () => {
    expect(afterRefund({ amount: 300, paid: 100 }, 40)).toEqual({ amount: 260, paid: 60 })
  })

  it('is at least 1 and at most what was paid', () => {
    expect(afterRefund({ amount: 300, paid: 1 }, 1)).toEqual({ amount: 299, paid: 0 })
    for (const refund of [0, -1, 101, 0.5, Number.NaN])
      expect(() => afterRefund({ amount: 300, paid: 100 }, refund)).toThrow(outOfRange)
    expect(() => afterRefund({ amount: 300, paid: 100 }, 101)).toThrow(
      expect.objectContaining({ message: 'Between 1 and 100 can come back.', details: { refund: 101 } }),
    )
  })

  it('changes neither what is left to pay nor more of the credit than there is, and in parts ends as at once', () => {
    const cases = fc.tuple(anyAmount, fc.integer({ min: 2, max: 100_000_000 }), fc.nat(), fc.nat())
    fc.assert(
      fc.property(cases, ([amount, paid, some, more]) => {
        const charge = { amount, paid }
        const first = 1 + (some % (paid - 1))
        const second = 1 + (more % (paid - first))
        const after = afterRefund(charge, first)
        expect(Math.max(after.amount - after.paid, 0)).toBe(Math.max(amount - paid, 0))
        expect(creditIn(after)).toBe(Math.max(creditIn(charge) - first, 0))
        expect(after.amount).toBeGreaterThanOrEqual(Math.min(amount, 0))
        expect(afterRefund(after, second)).toEqual(afterRefund(charge, first + second))
      }),
    )
  })
})

describe('a corrected amount', () => {
  it('keeps the proportion of the tax, rounded once half-up', () => {
    expect(correctedTo({ net: 1000, tax: 180, amount: 1180 }, 590)).toEqual({
      net: 500,
      tax: 90,
      amount: 590,
    })
    expect(correctedTo({ net: 50, tax: 50, amount: 100 }, 1)).toEqual({ net: 0, tax: 1, amount: 1 })
    expect(correctedTo({ net: 100, tax: 0, amount: 100 }, 250)).toEqual({ net: 250, tax: 0, amount: 250 })
  })

  it('of a charge of nothing has no tax', () => {
    expect(correctedTo({ net: 0, tax: 0, amount: 0 }, 500)).toEqual({ net: 500, tax: 0, amount: 500 })
  })

  it('may be nothing, never less', () => {
    expect(correctedTo({ net: 1000, tax: 180, amount: 1180 }, 0)).toEqual({ net: 0, tax: 0, amount: 0 })
    expect(refused(-1)).toThrow(outOfRange)
    expect(refused(1.5)).toThrow(outOfRange)
    expect(refused(-1)).toThrow(
      expect.objectContaining({ message: 'A charge is not less than nothing.', details: { amount: -1 } }),
    )
  })

  it('is net and tax, both at least nothing, and the same amount changes nothing', () => {
    const taxed = fc.tuple(anyAmount, fc.nat({ max: 5000 })).map(([net, basisPoints]) => {
      const tax = Math.round((net * basisPoints) / 10_000)
      return { net, tax, amount: net + tax }
    })
    fc.assert(
      fc.property(taxed, anyAmount, (before, amount) => {
        const after = correctedTo(before, amount)
        expect(after.net + after.tax).toBe(after.amount)
        expect(after.amount).toBe(amount)
        expect(Math.min(after.net, after.tax)).toBeGreaterThanOrEqual(0)
        expect(correctedTo(before, before.amount)).toEqual(before)
        // There and back is off by no more than the two roundings.
        if (amount >= before.amount)
          expect(Math.abs(correctedTo(after, before.amount).tax - before.tax)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
