import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCalendarDate as on } from '../time/calendar.ts'
import { currencyCodes, currencyExponent } from './currency.ts'
import { convertMoney, isOldRate, rateInForce, rateOfSums } from './exchange.ts'
import type { ExchangeRate } from './exchange.ts'
import { money } from './money.ts'

const outOfRange: unknown = expect.objectContaining({ code: 'amount-out-of-range' })

const rate = (from: string, to: string, text: string): ExchangeRate => ({
  from,
  to,
  rate: text,
  on: '2026-11-23',
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

describe('convertMoney by the inverse of a known rate', () => {
  it('divides by the rate as it was written down, which nobody has to invert', () => {
    // $15.49 at 84.5 rupees a dollar is ₹1,308.91; ₹1,309.12 on the card statement is $15.49.
    expect(convertMoney(money(130_912, 'INR'), 'USD', rate('USD', 'INR', '84.5'))).toEqual(money(1549, 'USD'))
    // By the reciprocal 0.011834 it would be $1,183,400.00.
    expect(convertMoney(money(10_000_000_000, 'INR'), 'USD', rate('USD', 'INR', '84.5'))).toEqual(
      money(118_343_195, 'USD'),
    )
    expect(convertMoney(money(100, 'JPY'), 'KWD', rate('KWD', 'JPY', '480'))).toEqual(money(208, 'KWD'))
    expect(convertMoney(money(-130_912, 'INR'), 'USD', rate('USD', 'INR', '84.5'))).toEqual(
      money(-1549, 'USD'),
    )
  })

  it('is the nearest amount that the rate takes back, for every pair and rate', () => {
    const code = fc.constantFrom(...currencyCodes())
    fc.assert(
      fc.property(
        code,
        code,
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        (from, to, amount, digits, places) => {
          fc.pre(from !== to)
          const text = places === 0 ? String(digits) : decimal(digits, places)
          // The exact quotient, as a fraction: amount × 10^(to + places) over digits × 10^from.
          const over = BigInt(amount) * 10n ** BigInt(currencyExponent(to) + places)
          const under = BigInt(digits) * 10n ** BigInt(currencyExponent(from))
          fc.pre(over / under < 9_007_199_254_740_991n && over / under > -9_007_199_254_740_991n)
          const { amount: converted, currency } = convertMoney(money(amount, from), to, rate(to, from, text))
          expect(currency).toBe(to)
          const rest = 2n * (BigInt(converted) * under - over)
          expect(rest <= under && rest >= -under).toBe(true)
          if (rest === under || rest === -under) expect(rest > 0n).toBe(amount > 0)
        },
      ),
    )
  })

  it('is still an error without any rate of the pair', () => {
    const missing: unknown = expect.objectContaining({ code: 'missing-rate' })
    for (const known of [undefined, rate('USD', 'EUR', '1'), rate('EUR', 'INR', '90')])
      expect(() => convertMoney(money(1, 'INR'), 'USD', known)).toThrow(missing)
    expect(() => convertMoney(money(1, 'INR'), 'USD', rate('USD', 'INR', '0.0'))).toThrow(/positive decimal/)
    expect(() =>
      convertMoney(money(Number.MAX_SAFE_INTEGER, 'INR'), 'USD', rate('USD', 'INR', '0.01')),
    ).toThrow(outOfRange)
  })
})

const decimal = (digits: number, places: number): string => {
  const text = String(digits).padStart(places + 1, '0')
  return `${text.slice(0, -places)}.${text.slice(-places)}`
}

const dated = (from: string, to: string, day: string) => ({ ...rate(from, to, '80'), on: day })

describe('rateInForce', () => {
  const asked = { from: 'USD', to: 'INR', on: on('2026-11-25') }

  it('is the newest on or before the day, written down either way', () => {
    const direct = dated('USD', 'INR', '2026-11-20')
    const inverse = dated('INR', 'USD', '2026-11-24')
    expect(rateInForce([direct, inverse], asked)).toBe(inverse)
    expect(rateInForce([inverse, direct], asked)).toBe(inverse)
    expect(rateInForce([direct, { ...inverse, on: '2026-11-26' }], asked)).toBe(direct)
  })

  it('is the direct one of the same day', () => {
    const direct = dated('USD', 'INR', '2026-11-24')
    const inverse = dated('INR', 'USD', '2026-11-24')
    expect(rateInForce([direct, inverse], asked)).toBe(direct)
    expect(rateInForce([inverse, direct], asked)).toBe(direct)
  })

  it('is none before the first day, and none of another pair', () => {
    expect(
      rateInForce([dated('USD', 'INR', '2026-11-26'), dated('EUR', 'INR', '2026-11-20')], asked),
    ).toBeUndefined()
  })
})

describe('a rate', () => {
  it('is old after thirty days', () => {
    expect(isOldRate({ on: on('2026-10-26') }, on('2026-11-25'))).toBe(false)
    expect(isOldRate({ on: on('2026-10-25') }, on('2026-11-25'))).toBe(true)
  })

  it.each([
    [money(131_240, 'INR'), money(1549, 'USD'), '84.725629', true],
    [money(750, 'USD'), money(63_375, 'INR'), '84.5', false],
    [money(1000, 'JPY'), money(1000, 'JPY'), '1', false],
    [money(1000, 'KWD'), money(27_250, 'INR'), '272.5', false],
    [money(10_000, 'INR'), money(100, 'INR'), '100', true],
  ])(
    'is what two sums come to, the way round in which it is at least 1: %o for %o',
    (from, to, text, inverse) => {
      expect(rateOfSums(from, to)).toEqual({ rate: text, inverse })
    },
  )
})
