import { DomainError } from '../error.ts'
import { scaleHalfUp } from './rounding.ts'

/**
 * The part of an amount for `days` of `ofDays` days (law 14): exact, rounded once half-up, so that the part for the other
 * days is the amount minus this one. `invalid-period` unless 0 ≤ days ≤ ofDays and ofDays > 0.
 */
export function prorate(amount: number, days: number, ofDays: number): number {
  if (!Number.isInteger(days) || !Number.isInteger(ofDays) || days < 0 || ofDays < 1 || days > ofDays)
    throw new DomainError('invalid-period', `${days} of ${ofDays} days are not a part of a period.`, {
      days,
      ofDays,
    })
  return scaleHalfUp(amount, days, ofDays)
}
