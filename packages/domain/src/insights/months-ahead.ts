import { sumByCurrency, type Sum } from '../money/sum.ts'
import { cashAhead, type PayerDebit, type PayerDebits } from '../overview/cash-ahead.ts'
import { addMonths, monthOf, startOfMonth, type CalendarDate, type CalendarMonth } from '../time/calendar.ts'

/** The real debits of one calendar month ahead, and what each payer needs for them. */
export interface MonthAhead {
  readonly month: CalendarMonth
  readonly totals: readonly Sum[]
  readonly payers: readonly PayerDebits[]
}

/** First day that a forecast of so many months does not cover: this month and the ones after it, whole. */
export const endOfMonthsAhead = (today: CalendarDate, count: number): CalendarDate =>
  addMonths(startOfMonth(today), count)

/**
 * Debits ahead by calendar month, this one first; a month without any is there too. Only what is still to come: of this month the
 * rest. Debits beyond the last month are left out.
 */
export function monthsAhead(debits: readonly PayerDebit[], today: CalendarDate, count: number): MonthAhead[] {
  const byMonth = Map.groupBy(debits, ({ on }) => monthOf(on))
  return Array.from({ length: count }, (_, at) => {
    const month = monthOf(endOfMonthsAhead(today, at))
    const own = byMonth.get(month) ?? []
    return { month, totals: sumByCurrency(own), payers: cashAhead(own) }
  })
}
