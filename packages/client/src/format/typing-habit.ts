import { writesComma } from './comma-lands.ts'
import type { Format } from './format.ts'
import type { TypingHabit } from './typed-decimal.ts'

/**
 * How numbers are typed here, or amounts of a currency: as the screen writes them, and as the land does. The two are not always the
 * same, nor are numbers and amounts: English in Germany is 1.299,5 and €1,299.50.
 */
export const typingHabit = (
  { locale, country }: Pick<Format, 'locale' | 'country'>,
  currency?: string,
): TypingHabit => {
  const style = currency === undefined ? {} : ({ style: 'currency', currency } as const)
  const parts = new Intl.NumberFormat(locale, {
    ...style,
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).formatToParts(1.5)
  const decimal = parts.some(({ value }) => value === ',') ? ',' : '.'
  return { decimal, mixed: (decimal === ',') !== writesComma(country) }
}
