import { currencyExponent, type Money } from '@streamline/domain'

/**
 * Opens a UPI app with everything filled in; null where there is nothing to open: UPI moves rupees only. Spaces are
 * `%20`, because some apps show a plus as it is.
 */
export const upiLink = ({
  upiId,
  name,
  amount,
  note,
}: {
  upiId: string | null
  name: string
  amount: Money
  note: string
}): string | null => {
  if (upiId === null || amount.currency !== 'INR' || amount.amount <= 0) return null
  const exponent = currencyExponent(amount.currency)
  const fields = {
    pa: upiId,
    pn: shortened(name, 80),
    am: (amount.amount / 10 ** exponent).toFixed(exponent),
    cu: amount.currency,
    tn: shortened(note, 60),
  }
  const query = Object.entries(fields).map(
    ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%40', '@')}`,
  )
  return `upi://pay?${query.join('&')}`
}

/** By characters: half of one cannot be written into an address. */
const shortened = (text: string, most: number): string => [...text].slice(0, most).join('')
