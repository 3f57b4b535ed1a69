import { DomainError } from '../error.ts'
import type { Share } from './split.ts'

/** The account that holds what a provider owes back after an overpayment. */
export const PROVIDER_CREDIT = 'provider-credit'

/** One line of a balanced posting: positive is owed to the member, negative is owed by the member. */
export interface Entry {
  readonly memberId: string
  readonly amount: number
}
export interface PaymentPosting {
  /** Paid for this charge before, minor units. */
  readonly paidBefore: number
  /** This payment; negative for a refund. */
  readonly payment: number
  /** Full shares of the charge. */
  readonly shares: readonly Share[]
  /** Who paid how much of it. */
  readonly payers: readonly Share[]
  /** Occurrence of the charge, for the odd unit (law 10); default 0. */
  readonly occurrence?: number | undefined
}
export interface Transfer {
  readonly from: string
  readonly to: string
  readonly amount: number
}
export interface SettleUp {
  readonly transfers: Transfer[]
  /** True when no shorter answer exists; false where more than twelve people forced the greedy way. */
  readonly exact: boolean
}
export function postPayment(_posting: PaymentPosting): Entry[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function reverseEntries(_entries: readonly Entry[]): Entry[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function settleUp(_balances: readonly Entry[]): SettleUp {
  throw new DomainError('invalid-terms', 'pending')
}
