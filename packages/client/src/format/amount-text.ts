import { currencyExponent } from '@streamline/domain'
import { partedDecimal } from './typed-decimal.ts'

/** Lands of these currencies part thousands by a point. */
const byPoint: ReadonlySet<string> = /* @__PURE__ */ new Set(
  'ARS BRL CLP COP CZK DKK EUR HUF IDR ISK NOK PLN PYG RON RSD RUB SEK TRY UAH UYU VES VND'.split(' '),
)

/** What was typed with plain digits and spaces: Devanagari digits count, signs of currency and apostrophes within do not. */
const plain = (text: string): string =>
  text
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[₹$€£¥]/g, '')
    .trim()
    .replace(/[\s'’]/g, ' ')

/**
 * What a person typed in units of its last digit ("12.5" and "12,5" with 2 digits are 1250), or null where it is no such number.
 * `pointGroups`: a point before three digits parts thousands.
 */
export const parseDecimal = (text: string, digits: number, pointGroups = false): number | null => {
  const parted = partedDecimal(plain(text), { digits, byPoint: pointGroups })
  if (parted === null) return null
  const [whole, fraction] = parted
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) return null
  const value = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return Number.isSafeInteger(value) ? value : null
}

/** Minor units of what a person typed, or null where it is no amount of this currency. */
export const parseAmount = (text: string, currency: string): number | null =>
  parseDecimal(text, currencyExponent(currency), byPoint.has(currency))

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
