import { addDays, type CalendarDate, type Money } from '@streamline/domain'

/** The amount in one currency among amounts of several; they never add (law 9). */
export const amountIn = (totals: readonly Money[], currency: string): number =>
  totals.find((total) => total.currency === currency)?.amount ?? 0

export const withoutCurrency = (totals: readonly Money[], currency: string): Money[] =>
  totals.filter((total) => total.currency !== currency && total.amount !== 0)

export interface DayTotal {
  on: CalendarDate
  amount: number
}

/** Money out of each day from today, with nothing where nothing is debited. */
export const dayTotals = (
  debits: readonly { on: CalendarDate; amount: Money }[],
  { today, days, currency }: { today: CalendarDate; days: number; currency: string },
): DayTotal[] =>
  Array.from({ length: days }, (_, index) => {
    const on = addDays(today, index)
    const amount = debits
      .filter((debit) => debit.on === on && debit.amount.currency === currency)
      .reduce((sum, debit) => sum + debit.amount.amount, 0)
    return { on, amount }
  })
