import { currencyExponent } from '@streamline/domain'

/** Digits of a typed amount: Devanagari digits count, separators of thousands and signs of currency do not. */
const plain = (text: string): string =>
  text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966)).replace(/[\s,₹$€£]/g, '')

/** Minor units of what a person typed, or null where it is no amount of this currency. */
export const parseAmount = (text: string, currency: string): number | null => {
  const exponent = currencyExponent(currency)
  const match = /^(\d{1,12})(?:\.(\d*))?$/.exec(plain(text))
  if (match === null) return null
  const [, whole = '', fraction = ''] = match
  if (fraction.length > exponent && /[1-9]/.test(fraction.slice(exponent))) return null
  const minor = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'))
  return Number.isSafeInteger(minor) ? minor : null
}

/** The text that an amount field starts with: no separators, decimals only where there are any. */
export const amountText = (minor: number, currency: string): string => {
  const exponent = currencyExponent(currency)
  if (exponent === 0) return String(minor)
  const unit = 10 ** exponent
  const fraction = minor % unit
  const whole = String((minor - fraction) / unit)
  return fraction === 0 ? whole : `${whole}.${String(fraction).padStart(exponent, '0')}`
}
