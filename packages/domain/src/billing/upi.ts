import { DomainError } from '../error.ts'
import type { Money } from '../money/money.ts'

/**
 * A virtual payment address: `name@handle` (NPCI UPI linking specification 1.6). A dot after the @ is an e-mail address typed by
 * mistake.
 */
export const isUpiId = (text: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9._-]{1,190}@[A-Za-z][A-Za-z0-9]{1,63}$/.test(text)

export interface UpiPayment {
  readonly upiId: string
  readonly name: string
  /** INR only, more than nothing. */
  readonly amount: Money
  /** What it is for; at most 80 characters are kept. */
  readonly note: string
}

/**
 * A link that opens any UPI app with payee, amount and note filled in: `upi://pay?pa=…&pn=…&am=412.00&cu=INR&tn=…` (NPCI UPI
 * linking specification 1.6). Payers still confirm in their app; nothing is paid by the link. `currency-mismatch` for another
 * currency than INR, `amount-out-of-range` for nothing or less.
 */
export function upiLink({ upiId, name, amount, note }: UpiPayment): string {
  const fields = { pa: upiId, pn: name, am: rupeesOf(amount), cu: 'INR', tn: [...note].slice(0, 80).join('') }
  // Some apps read a plus as a plus, so spaces are %20.
  const query = Object.entries(fields).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `upi://pay?${query.join('&')}`.replace('%40', '@')
}

/** The same link for another amount, as a part of it; refuses what `upiLink` refuses. */
export function upiLinkFor(link: string, amount: Money): string {
  return link.replace(/([?&]am=)[^&]*/, `$1${rupeesOf(amount)}`)
}

function rupeesOf({ amount, currency }: Money): string {
  if (currency !== 'INR') throw new DomainError('currency-mismatch', 'UPI pays in rupees.', { currency })
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw new DomainError('amount-out-of-range', 'There is nothing to pay.', { amount })
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
}
