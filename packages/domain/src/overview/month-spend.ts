import { addMonths, monthOf, startOfMonth } from '../time/calendar.ts'
import type { CalendarDate, CalendarMonth } from '../time/calendar.ts'
import type { OverviewCharge, SubscriptionKind } from './overview-input.ts'

/** What one month costs in one currency, minor units, against the month before. */
export interface MonthSpend {
  readonly currency: string
  readonly amount: number
  readonly lastAmount: number
  /** Parts of `amount`. */
  readonly byKind: Readonly<Record<SubscriptionKind, number>>
}

export interface MonthComparison {
  readonly month: CalendarMonth
  readonly lastMonth: CalendarMonth
  /** In order of the currency. */
  readonly spend: readonly MonthSpend[]
}

/** The charges due in the month of today and in the one before, paid or not; void and waived ones do not count. */
export function monthSpend(
  charges: readonly OverviewCharge[],
  kindOf: (subscriptionId: string) => SubscriptionKind | undefined,
  today: CalendarDate,
): MonthComparison {
  const month = monthOf(today)
  const lastMonth = monthOf(addMonths(startOfMonth(today), -1))
  const sums = new Map<
    string,
    { amount: number; lastAmount: number; byKind: Record<SubscriptionKind, number> }
  >()
  for (const { subscriptionId, dueOn, amount, currency, waived, voided } of charges) {
    const kind = kindOf(subscriptionId)
    const dueIn = monthOf(dueOn)
    if (waived || voided || kind === undefined || (dueIn !== month && dueIn !== lastMonth)) continue
    const sum = sums.get(currency) ?? {
      amount: 0,
      lastAmount: 0,
      byKind: { ott: 0, mobile: 0, broadband: 0 },
    }
    sums.set(currency, sum)
    if (dueIn === lastMonth) {
      sum.lastAmount += amount
      continue
    }
    sum.amount += amount
    sum.byKind[kind] += amount
  }
  const spend = [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ currency, ...sum }))
  return { month, lastMonth, spend }
}
