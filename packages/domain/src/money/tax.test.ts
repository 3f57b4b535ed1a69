import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prorate } from './prorate.ts'
import { defaultTax, taxOf, withTax } from './tax.ts'

const anyAmount = fc.maxSafeInteger().map((amount) => Math.trunc(amount / 4) + 0)
const anyRate = fc.integer({ min: 0, max: 10_000 })

describe('taxOf', () => {
  it.each([
    [82_000, 1800, 14_760],
    [1, 1800, 0],
    [3, 1800, 1],
    [25, 200, 1],
    [24, 200, 0],
    [-25, 200, -1],
    [100, 0, 0],
    [9_007_199_254_740_991, 1800, 1_621_295_865_853_378],
  ])('of %d at %d basis points is %d', (net, basisPoints, tax) => {
    expect(taxOf(net, basisPoints)).toBe(tax)
  })

  it.each([-1, 10_001, 1.5, Number.NaN])('refuses %d basis points', (basisPoints) => {
    expect(() => taxOf(100, basisPoints)).toThrow(/not a tax rate/)
  })

  it('refuses a fraction of a minor unit', () => {
    expect(() => taxOf(1.5, 1800)).toThrow(/not a whole number/)
  })

  it('is within half a unit of the exact tax, however large the amount', () => {
    fc.assert(
      fc.property(anyAmount, anyRate, (net, basisPoints) => {
        const error = BigInt(taxOf(net, basisPoints)) * 10_000n - BigInt(net) * BigInt(basisPoints)
        expect((error < 0n ? -error : error) <= 5000n).toBe(true)
      }),
    )
  })
})

describe('withTax', () => {
  it('adds 18 % to ₹820 and takes it out of ₹967.60', () => {
    expect(withTax(82_000, { included: false, basisPoints: 1800 })).toEqual({
      net: 82_000,
      tax: 14_760,
      amount: 96_760,
    })
    expect(withTax(96_760, { included: true, basisPoints: 1800 })).toEqual({
      net: 82_000,
      tax: 14_760,
      amount: 96_760,
    })
    expect(withTax(100, { included: true, basisPoints: 0 })).toEqual({ net: 100, tax: 0, amount: 100 })
  })

  it('always sums net and tax to the amount', () => {
    fc.assert(
      fc.property(anyAmount, anyRate, fc.boolean(), (price, basisPoints, included) => {
        const { net, tax, amount } = withTax(price, { included, basisPoints })
        expect(net + tax).toBe(amount)
        expect(included ? amount : net).toBe(price)
      }),
    )
  })

  it('refuses what is too much to count, and impossible rates', () => {
    const rule = { included: false, basisPoints: 10_000 }
    expect(() => withTax(Number.MAX_SAFE_INTEGER, rule)).toThrow(/not a whole number/)
    expect(() => withTax(100, { included: true, basisPoints: -1 })).toThrow(/not a tax rate/)
  })
})

describe('defaultTax', () => {
  it('is 18 % in India, on top or inside, and unknown elsewhere', () => {
    expect(defaultTax('IN', false)).toEqual({ included: false, basisPoints: 1800 })
    expect(defaultTax('IN', true)).toEqual({ included: true, basisPoints: 1800 })
    expect(defaultTax('US', false)).toEqual({ included: true, basisPoints: 0 })
  })
})

describe('prorate', () => {
  it('charges 14 of 31 days of €100 with €45.16', () => {
    expect(prorate(10_000, 14, 31)).toBe(4516)
    expect(prorate(10_000, 0, 31)).toBe(0)
    expect(prorate(10_000, 31, 31)).toBe(10_000)
    expect(prorate(1, 1, 2)).toBe(1)
  })

  it.each([
    [-1, 30],
    [31, 30],
    [0, 0],
    [1.5, 30],
    [1, 30.5],
  ])('refuses %d of %d days', (days, ofDays) => {
    expect(() => prorate(100, days, ofDays)).toThrow(/not a part of a period/)
  })
})
