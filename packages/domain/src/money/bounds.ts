import { currencyExponent } from './currency.ts'

/** The same in every currency, so that some 4,500 of the largest charges add up exactly: 2^53 ÷ (2 × 10^12). */
const MOST_MINOR_UNITS = 1_000_000_000_000
const MOST_MAJOR_UNITS = 10_000_000_000

/**
 * The most that a price may be, minor units: 10 billion rupees, dollars or yen, 1 billion dinars of three minor digits.
 * `invalid-currency` for an unknown one.
 */
export function largestPriceOf(currency: string): number {
  return Math.min(MOST_MAJOR_UNITS * 10 ** currencyExponent(currency), MOST_MINOR_UNITS)
}

/** The most minor units that a part of one charge may have, whatever its currency. */
export const LARGEST_PART = 2 * MOST_MINOR_UNITS

/** The most that one charge may be and one payment may bring, minor units: the largest price and as much tax again. */
export function largestAmountOf(currency: string): number {
  return 2 * largestPriceOf(currency)
}
