import { DomainError } from '../error.ts'

/** An integer of minor units and an ISO 4217 currency (law 9). Safe integers only. */
export interface Money {
  readonly amount: number
  readonly currency: string
}
/** A dated rate: one unit of `from` costs `rate` units of `to`, as decimal text, never a float. */
export interface ExchangeRate {
  readonly from: string
  readonly to: string
  readonly rate: string
  readonly on: string
}
export function money(_amount: number, _currency: string): Money {
  throw new DomainError('invalid-terms', 'pending')
}
export function zero(_currency: string): Money {
  throw new DomainError('invalid-terms', 'pending')
}
export function addMoney(_a: Money, _b: Money): Money {
  throw new DomainError('invalid-terms', 'pending')
}
export function subtractMoney(_a: Money, _b: Money): Money {
  throw new DomainError('invalid-terms', 'pending')
}
export function negateMoney(_a: Money): Money {
  throw new DomainError('invalid-terms', 'pending')
}
export function sumByCurrency(_amounts: readonly Money[]): Money[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function convertMoney(_amount: Money, _to: string, _rate: ExchangeRate | undefined): Money {
  throw new DomainError('invalid-terms', 'pending')
}
