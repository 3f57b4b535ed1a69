import { currencyExponent, type Money } from '@streamline/domain'
import type { Locale } from '../mail/letter.ts'

/** How numbers and dates are written for who reads a language. */
export const localeTag = (locale: Locale): string => (locale === 'hi' ? 'hi-IN' : 'en-IN')

/** ₹649, or ₹649.50 where there are paise. */
export const moneyText = ({ amount, currency }: Money, locale: Locale): string => {
  const exponent = currencyExponent(currency)
  const isWhole = amount % 10 ** exponent === 0
  return new Intl.NumberFormat(localeTag(locale), {
    style: 'currency',
    currency,
    ...(isWhole ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {}),
  }).format(amount / 10 ** exponent)
}
