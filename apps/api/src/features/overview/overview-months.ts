import {
  addMonths,
  monthOf,
  startOfMonth,
  subscriptionKinds,
  sumByCurrency,
  sumOfTotal,
  type CalendarDate,
} from '@streamline/domain'
import type { MonthTotal } from '../billing/billing.types.ts'

/** Months that the first screen shows, this one last. */
const MONTHS_SHOWN = 6

/** `[from, until)` of the months shown. */
export const monthsShown = (today: CalendarDate) => {
  const thisMonth = startOfMonth(today)
  return { monthsFrom: addMonths(thisMonth, 1 - MONTHS_SHOWN), monthsUntil: addMonths(thisMonth, 1) }
}

/** Every month shown, also one without any charge. */
export const presentMonths = (rows: readonly MonthTotal[], today: CalendarDate) => {
  const { monthsFrom } = monthsShown(today)
  const byMonth = Map.groupBy(rows, ({ month }) => month)
  return Array.from({ length: MONTHS_SHOWN }, (_, at) => {
    const month = monthOf(addMonths(monthsFrom, at))
    const totals = (byMonth.get(month) ?? []).map(({ kind, total, currency }) => ({
      kind,
      total: sumOfTotal(total, currency),
    }))
    return {
      month,
      totals: [...sumByCurrency(totals.map(({ total }) => total))],
      byKind: subscriptionKinds.flatMap((kind) => totals.filter((row) => row.kind === kind)),
    }
  })
}
