import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyCodes, currencyExponent, isCurrency } from './currency.ts'
import { convertMoney, majorText, money, negateMoney, subtractMoney, zero } from './money.ts'
import type { ExchangeRate } from './money.ts'

const outOfRange: unknown = expect.objectContaining({ code: 'amount-out-of-range' })

const rate = (from: string, to: string, text: string): ExchangeRate => ({
  from,
  to,
  rate: text,
  on: '2026-11-23',
})

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
  it('adds, subtracts and negates minor units of one currency', () => {
    expect(subtractMoney(money(100, 'JPY'), money(250, 'JPY'))).toEqual(money(-150, 'JPY'))
    expect(negateMoney(zero('INR'))).toEqual({ amount: 0, currency: 'INR' })
  })

  it('never adds different currencies', () => {
    const mismatch: unknown = expect.objectContaining({ code: 'currency-mismatch' })
    expect(() => subtractMoney(money(1, 'INR'), money(1, 'USD'))).toThrow(mismatch)
  })

  it('refuses fractions and sums beyond 2^53 − 1', () => {
    expect(() => money(0.5, 'INR')).toThrow(outOfRange)
    expect(() => money(1, 'inr')).toThrow(/not an active/)
    expect(() => subtractMoney(money(Number.MAX_SAFE_INTEGER, 'INR'), money(-1, 'INR'))).toThrow(outOfRange)
  })

  it('never keeps a negative zero', () => {
    expect(Object.is(money(-0, 'INR').amount, 0)).toBe(true)
  })
})

describe('convertMoney', () => {
  it.each([
    [100, 'USD', 'INR', '83.125', 8313],
    [-100, 'USD', 'INR', '83.125', -8313],
    [1, 'KWD', 'INR', '272.5', 27],
    [1_000, 'JPY', 'INR', '0.5638', 56_380],
    [12_345, 'INR', 'JPY', '1.77', 219],
    [1, 'JPY', 'KWD', '0.0021', 2],
    [0, 'USD', 'INR', '83', 0],
  ])('of %d %s to %s at %s is %d', (amount, from, to, text, expected) => {
    expect(convertMoney(money(amount, from), to, rate(from, to, text))).toEqual(money(expected, to))
  })

  it('needs no rate for the same currency and is never 1:1 for another', () => {
    expect(convertMoney(money(5, 'INR'), 'INR', undefined)).toEqual(money(5, 'INR'))
    const missing: unknown = expect.objectContaining({ code: 'missing-rate' })
    expect(() => convertMoney(money(5, 'USD'), 'INR', undefined)).toThrow(missing)
    expect(() => convertMoney(money(5, 'USD'), 'INR', rate('INR', 'USD', '0.012'))).toThrow(missing)
    expect(() => convertMoney(money(5, 'USD'), 'INR', rate('USD', 'EUR', '0.9'))).toThrow(missing)
  })

  it.each(['0', '0.000', '-1', '1e3', '', 'x', '1.', '1,5', '1234567890123456'])(
    'refuses the rate "%s"',
    (text) => {
      expect(() => convertMoney(money(5, 'USD'), 'INR', rate('USD', 'INR', text))).toThrow(
        /not a positive decimal/,
      )
    },
  )

  it('is within half a minor unit of the exact value', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10 ** 9 }), (amount, micros) => {
        const text = `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`
        const converted = convertMoney(money(amount, 'USD'), 'INR', rate('USD', 'INR', text)).amount
        const error = BigInt(converted) * 1_000_000n - BigInt(amount) * BigInt(micros)
        expect((error < 0n ? -error : error) <= 500_000n).toBe(true)
      }),
    )
  })

  it('refuses a result beyond 2^53 − 1', () => {
    expect(() =>
      convertMoney(money(Number.MAX_SAFE_INTEGER, 'USD'), 'INR', rate('USD', 'INR', '83')),
    ).toThrow(outOfRange)
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
