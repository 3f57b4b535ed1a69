import { describe, expect, it } from 'vitest'
import { currencyCodes, currencyExponent, isCurrency } from './currency.ts'
import { assertSameCurrency, majorText, money } from './money.ts'

const outOfRange: unknown = expect.objectContaining({ code: 'amount-out-of-range' })

describe('currencyExponent', () => {
  it.each([
    ['JPY', 0],
    ['KRW', 0],
    ['INR', 2],
    ['USD', 2],
    ['HUF', 2],
    ['KWD', 3],
    ['BHD', 3],
    ['CLF', 4],
  ])('of %s is %d', (code, exponent) => {
    expect(currencyExponent(code)).toBe(exponent)
  })

  it('knows the active codes and no others', () => {
    expect(currencyCodes()).toHaveLength(new Set(currencyCodes()).size)
    expect(currencyCodes().length).toBeGreaterThan(160)
    expect(currencyCodes().every((code) => /^[A-Z]{3}$/.test(code) && isCurrency(code))).toBe(true)
    for (const code of ['inr', 'XAU', 'DEM', '', 'HRK']) {
      expect(isCurrency(code)).toBe(false)
      expect(() => currencyExponent(code)).toThrow(/not an active ISO 4217 currency/)
    }
  })
})

describe('money', () => {
  it('never adds different currencies', () => {
    const mismatch: unknown = expect.objectContaining({ code: 'currency-mismatch' })
    expect(() => assertSameCurrency('INR', 'USD')).toThrow(mismatch)
  })

  it('refuses fractions and amounts beyond 2^53 − 1', () => {
    expect(() => money(0.5, 'INR')).toThrow(outOfRange)
    expect(() => money(1, 'inr')).toThrow(/not an active/)
    expect(() => money(Number.MAX_SAFE_INTEGER + 1, 'INR')).toThrow(outOfRange)
  })

  it('never keeps a negative zero', () => {
    expect(Object.is(money(-0, 'INR').amount, 0)).toBe(true)
  })
})

describe('majorText', () => {
  it.each([
    [123_450, 'INR', '1234.50'],
    [-5, 'INR', '-0.05'],
    [0, 'KWD', '0.000'],
    [649, 'JPY', '649'],
    [9_007_199_254_740_991, 'INR', '90071992547409.91'],
    [-9_007_199_254_740_991, 'CLF', '-900719925474.0991'],
  ])('of %d minor units of %s is %s, exact to the last digit', (amount, currency, text) => {
    expect(majorText({ amount, currency })).toBe(text)
  })
})
