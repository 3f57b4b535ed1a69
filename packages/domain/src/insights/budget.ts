import { sumOf, type Sum } from '../money/sum.ts'
import { addMonths, monthOf, startOfMonth, type CalendarDate, type CalendarMonth } from '../time/calendar.ts'

/** What falls due on a day, in whatever currency: billed, or to come. */
export interface DueAmount extends Sum {
  readonly on: CalendarDate
}

/** The first day of a month on which it comes to more than a budget, and by how much the whole month is over it. */
export interface Overrun {
  readonly on: CalendarDate
  readonly month: CalendarMonth
  readonly over: Sum
}

/** What a month's budget is against what falls due. */
export interface BudgetOutlook {
  /** This month, through today. */
  readonly spent: Sum
  /** All of this month, also what is to come. */
  readonly month: Sum
  /** In this month or the first later one that comes to more; null where none of the twelve does. */
  readonly overrun: Overrun | null
}

const MONTHS = 12

const byDay = (a: DueAmount, b: DueAmount): number => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1)

/** The day on which a month's amounts, day by day, first come to more than the budget; what comes back on that day counts with it. */
function dayOver(items: readonly DueAmount[], amount: number): CalendarDate | null {
  let sum = 0
  for (const [on, ofDay] of Map.groupBy(items.toSorted(byDay), (item) => item.on)) {
    sum += ofDay.reduce((all, item) => all + item.amount, 0)
    if (sum > amount) return on
  }
  return null
}

/**
 * A budget of so much a calendar month against what fell due and what is to come, on its real days: never a yearly price spread over
 * months. Of this month the day may lie behind. Amounts in other currencies are none of it (law 9).
 */
export function budgetOutlook(
  { amount, currency }: Sum,
  items: readonly DueAmount[],
  today: CalendarDate,
): BudgetOutlook {
  const own = items.filter((item) => item.currency === currency)
  const byMonth = Map.groupBy(own, ({ on }) => monthOf(on))
  const totalOf = (some: readonly DueAmount[]): Sum =>
    sumOf(
      some.map((item) => item.amount),
      currency,
    )
  const now = byMonth.get(monthOf(today)) ?? []
  const overruns = Array.from({ length: MONTHS }, (_, at) => {
    const month = monthOf(addMonths(startOfMonth(today), at))
    const ofMonth = byMonth.get(month) ?? []
    const on = dayOver(ofMonth, amount)
    const total = totalOf(ofMonth)
    return on === null || total.amount <= amount
      ? null
      : { on, month, over: { ...total, amount: total.amount - amount } }
  })
  return {
    spent: totalOf(now.filter(({ on }) => on <= today)),
    month: totalOf(now),
    overrun: overruns.find((one) => one !== null) ?? null,
  }
}
