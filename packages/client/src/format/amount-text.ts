import { currencyExponent } from '@streamline/domain'

/**
 * Units of the last digit of a number as forms keep it ("12.5" with 2 digits is 1250), or null where it is no such number. What people
 * type is read by `readAmount` and `readDecimal` first, in the field.
 */
export const parseDecimal = (text: string, digits: number): number | null => {
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d*))?$/.exec(text.trim()) ?? []
  if (whole === undefined || /[1-9]/.test(fraction.slice(digits))) return null
  const value = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return Number.isSafeInteger(value) ? value : null
}

/** Minor units of an amount as forms keep it, or null where it is no amount of this currency. */
export const parseAmount = (text: string, currency: string): number | null =>
  parseDecimal(text, currencyExponent(currency))

/** The text that a field starts with: no separators, decimals only where there are any. */
export const decimalText = (value: number, digits: number): string => {
  if (digits === 0) return String(value)
  const unit = 10 ** digits
  const fraction = value % unit
  const whole = String((value - fraction) / unit)
  return fraction === 0 ? whole : `${whole}.${String(fraction).padStart(digits, '0')}`
}

export const amountText = (minor: number, currency: string): string =>
  decimalText(minor, currencyExponent(currency))
