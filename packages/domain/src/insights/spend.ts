import { sumByCurrency, type Sum } from '../money/sum.ts'
import type { CalendarMonth } from '../time/calendar.ts'

/** What fell due in a month under some names: a kind, a provider, a person, its labels. */
export interface SpendItem {
  readonly month: CalendarMonth
  /** Names of the groups that it belongs to; none is a group of its own, named null. */
  readonly keys: readonly string[]
  readonly amount: Sum
}

/** Sums of one group, whole and per month. */
export interface SpendGroup {
  readonly key: string | null
  readonly totals: readonly Sum[]
  readonly months: readonly SpendMonth[]
}

export interface SpendMonth {
  readonly month: CalendarMonth
  readonly totals: readonly Sum[]
}

/** Spend of some months: each month as a whole, and each group. */
export interface Spend {
  readonly months: readonly SpendMonth[]
  readonly groups: readonly SpendGroup[]
}

const largestIn = ({ totals }: SpendGroup, currency: string): number =>
  totals.find((total) => total.currency === currency)?.amount ?? 0

const sumOfMonth = (items: readonly SpendItem[], month: CalendarMonth): SpendMonth => ({
  month,
  totals: sumByCurrency(items.filter((item) => item.month === month).map(({ amount }) => amount)),
})

/**
 * Adds up what fell due, per month and per group. Every month asked for is there, also an empty one; what lies in another month is
 * left out. Groups come by their total in `currency`, the largest first, then by name. What has several names counts in each of
 * them, and once in the months: only with one name each do the groups add up to the months.
 */
export function spendOf(
  items: readonly SpendItem[],
  { months, currency }: { readonly months: readonly CalendarMonth[]; readonly currency: string },
): Spend {
  const asked = new Set(months)
  const counted = items.filter(({ month }) => asked.has(month))
  const byKey = new Map<string | null, SpendItem[]>()
  for (const item of counted)
    for (const key of item.keys.length === 0 ? [null] : new Set(item.keys)) {
      const group = byKey.get(key)
      if (group === undefined) byKey.set(key, [item])
      else group.push(item)
    }
  const groups = [...byKey].map(([key, own]): SpendGroup => ({
    key,
    totals: sumByCurrency(own.map(({ amount }) => amount)),
    months: months.map((month) => sumOfMonth(own, month)),
  }))
  return {
    months: months.map((month) => sumOfMonth(counted, month)),
    groups: groups.toSorted(
      (a, b) =>
        largestIn(b, currency) - largestIn(a, currency) ||
        ((a.key ?? '\uFFFF') < (b.key ?? '\uFFFF') ? -1 : 1),
    ),
  }
}
