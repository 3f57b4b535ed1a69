import { DomainError } from '../error.ts'
/** How tax relates to a price; basis points are hundredths of a percent, 0 … 10 000. */
export interface TaxRule {
  readonly included: boolean
  readonly basisPoints: number
}
export interface TaxedAmount {
  readonly net: number
  readonly tax: number
  readonly amount: number
}
export function taxOf(_net: number, _basisPoints: number): number {
  throw new DomainError('invalid-terms', 'pending')
}
export function withTax(_price: number, _rule: TaxRule): TaxedAmount {
  throw new DomainError('invalid-terms', 'pending')
}
export function defaultTax(_country: string, _taxIncluded: boolean): TaxRule {
  throw new DomainError('invalid-terms', 'pending')
}
