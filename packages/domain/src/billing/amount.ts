import { DomainError } from '../error.ts'
import { divideHalfUp, safeNumber, assertAmount } from '../money/rounding.ts'
import type { TaxedAmount } from '../money/tax.ts'

/** A charge and what is paid of it, minor units of one currency. */
export interface PaidAmount {
  readonly amount: number
  readonly paid: number
}

/** What is paid beyond a charge: the provider owes it back. Never less than 0. */
export const creditIn = ({ amount, paid }: PaidAmount): number => Math.max(paid - amount, 0)

/**
 * What a refund (minor units, 1 … paid) leaves: first what was paid beyond the charge comes back, the rest lowers the charge
 * itself, because nobody has to pay it again. So a paid charge stays paid. `amount-out-of-range` for more than was paid.
 */
export function afterRefund(charge: PaidAmount, refund: number): PaidAmount {
  assertAmount(refund)
  if (refund <= 0 || refund > charge.paid)
    throw new DomainError('amount-out-of-range', `Between 1 and ${charge.paid} can come back.`, { refund })
  return { amount: charge.amount - (refund - Math.min(refund, creditIn(charge))), paid: charge.paid - refund }
}

/**
 * A corrected total (minor units, ≥ 0) with its tax in the proportion of the charge before: what a provider bills is the total.
 * Tax is rounded once half-up (law 26), net is the rest.
 */
export function correctedTo(before: TaxedAmount, amount: number): TaxedAmount {
  assertAmount(amount)
  if (amount < 0)
    throw new DomainError('amount-out-of-range', 'A charge is not less than nothing.', { amount })
  if (before.amount === 0) return { net: amount, tax: 0, amount }
  const tax = safeNumber(divideHalfUp(BigInt(amount) * BigInt(before.tax), BigInt(before.amount)))
  return { net: amount - tax, tax, amount }
}
