import { addDays, type CalendarDate, type Money } from '@streamline/domain'

/** The amount in one currency among amounts of several; they never add (law 9). */
export const amountIn = (totals: readonly Money[], currency: string): number =>
  totals.find((total) => total.currency === currency)?.amount ?? 0

export interface DayTotal {
  on: CalendarDate
  amount: number
}

/** Money out of each day from today, with nothing where nothing is debited. */
export const dayTotals = (
  debited: readonly { on: CalendarDate; totals: readonly Money[] }[],
  { today, days, currency }: { today: CalendarDate; days: number; currency: string },
): DayTotal[] =>
  Array.from({ length: days }, (_, index) => {
    const on = addDays(today, index)
    return { on, amount: amountIn(debited.find((day) => day.on === on)?.totals ?? [], currency) }
  })
