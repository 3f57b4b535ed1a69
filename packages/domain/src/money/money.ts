import { DomainError } from '../error.ts'
import { currencyExponent } from './currency.ts'
import { assertAmount } from './rounding.ts'

/** An integer of minor units and an ISO 4217 currency (law 9). Safe integers only. */
export interface Money {
  readonly amount: number
  readonly currency: string
}

/** Money of integer minor units. `amount-out-of-range` for a fraction or beyond 2^53 − 1, `invalid-currency`. */
export function money(amount: number, currency: string): Money {
  assertAmount(amount)
  currencyExponent(currency)
  return { amount: amount + 0, currency }
}

/** Throws `currency-mismatch` unless both are of one currency (law 9: different currencies never add). */
export function assertSameCurrency(a: string, b: string): void {
  if (a !== b)
    throw new DomainError('currency-mismatch', `${a} and ${b} do not add without a dated rate.`, {
      from: a,
      to: b,
    })
}

/** The amount in major units as exact decimal text, with all minor digits: `-1234.50` rupees, `649` yen. */
export function majorText({ amount, currency }: Money): string {
  const exponent = currencyExponent(currency)
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const whole = `${amount < 0 ? '-' : ''}${digits.slice(0, digits.length - exponent)}`
  return exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`
}
