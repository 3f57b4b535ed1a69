import { DomainError } from '../error.ts'
import { assertAmount, scaleHalfUp } from './rounding.ts'

/** How tax relates to a price; basis points are hundredths of a percent, 0 … 10 000. */
export interface TaxRule {
  /** True when the price already contains the tax. */
  readonly included: boolean
  readonly basisPoints: number
}

/** Minor units; always `net + tax = amount`. */
export interface TaxedAmount {
  readonly net: number
  readonly tax: number
  readonly amount: number
}

/** Throws `invalid-terms` unless the basis points are an integer 0 … 10 000. */
export function assertBasisPoints(basisPoints: number): void {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10_000)
    throw new DomainError('invalid-terms', `${basisPoints} basis points are not a tax rate of 0–100 %.`, {
      basisPoints,
    })
}

/** Tax on a net amount: half-up of net × basis points ÷ 10 000, rounded once per charge (law 26). Minor units. */
export function taxOf(net: number, basisPoints: number): number {
  assertBasisPoints(basisPoints)
  return scaleHalfUp(net, basisPoints, 10_000)
}

/**
 * Splits a price (minor units) into net and tax. Not included: net = price, tax = `taxOf(net)`, amount = their sum.
 * Included: amount = price, tax = half-up of amount × bp ÷ (10 000 + bp), net = the rest. Basis points 0: tax 0.
 */
export function withTax(price: number, rule: TaxRule): TaxedAmount {
  assertBasisPoints(rule.basisPoints)
  if (rule.included) {
    const tax = scaleHalfUp(price, rule.basisPoints, 10_000 + rule.basisPoints)
    return { net: price - tax, tax, amount: price }
  }
  const tax = taxOf(price, rule.basisPoints)
  assertAmount(price + tax)
  return { net: price, tax, amount: price + tax }
}

/** GST on telecom, broadband and streaming in India, in basis points (law 26). */
export const INDIA_GST = 1800

/**
 * The rule for a catalogue price of a country (ISO 3166 alpha-2): India 18 % on top of, or inside, the price. Elsewhere the
 * household is asked for the total, so nothing is known of the tax inside it.
 */
export function defaultTax(country: string, taxIncluded: boolean): TaxRule {
  if (country === 'IN') return { included: taxIncluded, basisPoints: INDIA_GST }
  return { included: true, basisPoints: 0 }
}
