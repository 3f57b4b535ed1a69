import { currencyExponent, type Money } from '@streamline/domain'
import type { Locale } from '../mail/letter.ts'

/** How numbers and dates are written for who reads a language. */
export const localeTag = (locale: Locale): string => (locale === 'hi' ? 'hi-IN' : 'en-IN')

/** There are few currencies, and making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>()

const formatOf = (locale: Locale, currency: string, isWhole: boolean): Intl.NumberFormat => {
  const key = `${locale} ${currency} ${isWhole}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat(localeTag(locale), {
    style: 'currency',
    currency,
    ...(isWhole ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {}),
  })
  formats.set(key, format)
  return format
}

/** ₹649, or ₹649.50 where there are paise. */
export const moneyText = ({ amount, currency }: Money, locale: Locale): string => {
  const exponent = currencyExponent(currency)
  const isWhole = amount % 10 ** exponent === 0
  return formatOf(locale, currency, isWhole).format(amount / 10 ** exponent)
}
