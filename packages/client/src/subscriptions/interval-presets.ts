import { fixedDays, isSameInterval, wholeMonths, type BillingInterval } from '@streamline/domain'

/** The lengths that plans are really sold in, the most common first within packs and within calendar terms. */
const intervalPresets: readonly BillingInterval[] = [
  { count: 1, unit: 'month' },
  { count: 3, unit: 'month' },
  { count: 6, unit: 'month' },
  { count: 1, unit: 'year' },
  { count: 1, unit: 'week' },
  { count: 28, unit: 'day' },
  { count: 56, unit: 'day' },
  { count: 84, unit: 'day' },
  { count: 365, unit: 'day' },
]

/** Text key of an interval for a select: `count.unit`. */
export const intervalChoiceKey = ({ count, unit }: BillingInterval): string => `${count}.${unit}`

/** All presets, and the given interval where it is none of them. */
export const intervalChoices = (own: BillingInterval): readonly BillingInterval[] =>
  intervalPresets.some((preset) => isSameInterval(preset, own)) ? intervalPresets : [own, ...intervalPresets]

/** What a price for one interval costs for another when the provider gives no discount: a start for the price field. */
export const scaledPrice = (minor: number, from: BillingInterval, to: BillingInterval): number | null => {
  const [a, b] =
    wholeMonths(from) > 0 ? [wholeMonths(from), wholeMonths(to)] : [fixedDays(from), fixedDays(to)]
  return b === 0 || b % a !== 0 ? null : (minor * b) / a
}
