import { fixedDays, isSameInterval, wholeMonths, type BillingInterval } from '@streamline/domain'

export type IntervalPreset =
  | 'days28'
  | 'days56'
  | 'days84'
  | 'days365'
  | 'weekly'
  | 'monthly'
  | 'quarterly'
  | 'halfYearly'
  | 'yearly'

/** The lengths that plans are really sold in, the most common first within packs and within calendar terms. */
const intervalPresets: readonly { readonly id: IntervalPreset; readonly interval: BillingInterval }[] = [
  { id: 'monthly', interval: { count: 1, unit: 'month' } },
  { id: 'quarterly', interval: { count: 3, unit: 'month' } },
  { id: 'halfYearly', interval: { count: 6, unit: 'month' } },
  { id: 'yearly', interval: { count: 1, unit: 'year' } },
  { id: 'weekly', interval: { count: 1, unit: 'week' } },
  { id: 'days28', interval: { count: 28, unit: 'day' } },
  { id: 'days56', interval: { count: 56, unit: 'day' } },
  { id: 'days84', interval: { count: 84, unit: 'day' } },
  { id: 'days365', interval: { count: 365, unit: 'day' } },
]

/** The preset that recurs on the same dates, where there is one. */
export const presetOf = (interval: BillingInterval): IntervalPreset | null =>
  intervalPresets.find((preset) => isSameInterval(preset.interval, interval))?.id ?? null

/** Text key of an interval for a select: `count.unit`. */
export const intervalChoiceKey = ({ count, unit }: BillingInterval): string => `${count}.${unit}`

/** All presets, and the given interval where it is none of them. */
export const intervalChoices = (own: BillingInterval): readonly BillingInterval[] => {
  const presets = intervalPresets.map(({ interval }) => interval)
  return presets.some((preset) => isSameInterval(preset, own)) ? presets : [own, ...presets]
}

/** What a price for one interval costs for another when the provider gives no discount: a start for the price field. */
export const scaledPrice = (minor: number, from: BillingInterval, to: BillingInterval): number | null => {
  const [a, b] =
    wholeMonths(from) > 0 ? [wholeMonths(from), wholeMonths(to)] : [fixedDays(from), fixedDays(to)]
  return b === 0 || b % a !== 0 ? null : (minor * b) / a
}
