import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestAmountOf, largestPriceOf } from './bounds.ts'
import { currencyCodes, currencyExponent } from './currency.ts'
import { sumByCurrency, sumOf, sumOfTotal } from './sum.ts'

const END = Number.MAX_SAFE_INTEGER
const amount = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(END, -END, 0, 1, -1))

describe('sumOf', () => {
  it('is the exact sum, or the end of the range that says so, in every order', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 12 }), (amounts) => {
        const exact = amounts.reduce((sum, one) => sum + BigInt(one), 0n)
        const end = exact > 0n ? END : -END
        const expected =
          exact > END || exact < -END
            ? { amount: end, currency: 'INR', tooLarge: true }
            : { amount: Number(exact), currency: 'INR' }
        expect(sumOf(amounts, 'INR')).toEqual(expected)
        expect(sumOf(amounts.toReversed(), 'INR')).toEqual(expected)
        expect(sumOfTotal(exact, 'INR')).toEqual(expected)
      }),
    )
  })

  it('counts as far as thousands of the largest charges of any currency', () => {
    for (const currency of currencyCodes()) {
      const most = largestAmountOf(currency)
      expect(sumOf(Array<number>(4500).fill(most), currency), currency).toEqual({
        amount: 4500 * most,
        currency,
      })
      expect(largestPriceOf(currency) / 10 ** currencyExponent(currency)).toBeGreaterThanOrEqual(100_000_000)
    }
    expect(sumOf(Array<number>(4504).fill(largestAmountOf('INR')), 'INR')).toEqual({
      amount: END,
      currency: 'INR',
      tooLarge: true,
    })
  })
})

const inr = (minor: number) => ({ amount: minor, currency: 'INR' })
const usd = (minor: number) => ({ amount: minor, currency: 'USD' })

describe('sumByCurrency', () => {
  it('gives one sum per currency in order of the code', () => {
    expect(sumByCurrency([usd(5), inr(1), usd(-5), inr(2)])).toEqual([inr(3), usd(0)])
    expect(sumByCurrency([])).toEqual([])
  })

  it('says of one currency that it is too large, and adds the others', () => {
    expect(sumByCurrency([inr(END), usd(1), inr(1), usd(2)])).toEqual([
      { ...inr(END), tooLarge: true },
      usd(3),
    ])
  })

  it('does not forget that a part was too large', () => {
    const part = { ...inr(END), tooLarge: true } as const
    expect(sumByCurrency([part, inr(-5)])).toEqual([part])
    expect(sumByCurrency(sumByCurrency([part, inr(1)]))).toEqual([part])
    expect(sumByCurrency([{ ...part, amount: -END }, inr(5)])).toEqual([{ ...part, amount: -END }])
  })
})
