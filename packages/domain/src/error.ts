/**
 * Every code a domain function may throw. Callers switch on the code, never on the message.
 *
 * - `invalid-date`: not a calendar date, or outside 1900-01-01 … 2200-12-31
 * - `invalid-time`: not a wall time `HH:MM`
 * - `invalid-time-zone`: not an IANA time zone that this runtime knows
 * - `invalid-interval`: count outside 1 … 1000, or an unknown unit
 * - `invalid-currency`: not an active ISO 4217 code
 * - `currency-mismatch`: amounts of different currencies met
 * - `missing-rate`: a conversion without a rate for exactly this pair
 * - `invalid-rate`: a rate that is not a positive decimal
 * - `amount-out-of-range`: not an integer of minor units, beyond 2^53 − 1, or of a sign that the rule forbids
 * - `invalid-split`: no weights, all zero, a duplicate member, or parts that do not sum up
 * - `invalid-terms`: a draft or a change of terms that contradicts itself
 * - `invalid-period`: no such period
 * - `illegal-transition`: the table of law 8 has no such step; details name both states
 * - `too-many-periods`: the answer would be longer than the documented bound
 * - `unbalanced`: balances or payers that do not sum up
 * - `unsolved`: the solver says what its own answer does not bear out
 */
export type DomainErrorCode =
  | 'invalid-date'
  | 'invalid-time'
  | 'invalid-time-zone'
  | 'invalid-interval'
  | 'invalid-currency'
  | 'currency-mismatch'
  | 'missing-rate'
  | 'invalid-rate'
  | 'amount-out-of-range'
  | 'invalid-split'
  | 'invalid-terms'
  | 'invalid-period'
  | 'illegal-transition'
  | 'too-many-periods'
  | 'unbalanced'
  | 'unsolved'

export type DomainErrorDetails = Readonly<Record<string, string | number | boolean | null>>

/** The one error of this package: a code for programs, a sentence for people, details for both. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: DomainErrorCode
  readonly details: DomainErrorDetails

  constructor(code: DomainErrorCode, message: string, details: DomainErrorDetails = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}
