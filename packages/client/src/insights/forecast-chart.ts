import { addDays, isCalendarDate, type CalendarDate } from '@streamline/domain'
import { useState } from 'react'
import type { Forecast } from '../answers.ts'
import { amountIn } from '../overview/totals.ts'
import { useForecast } from './insights.queries.ts'
import type { SpendChart } from './spend-stacks.ts'

/** The farthest day that cash is counted until. */
const MOST_DAYS = 731

/** One colour: what is to come, month by month. */
export const forecastChart = (
  { months, currency }: Pick<Forecast, 'months' | 'currency'>,
  name: string,
): SpendChart => {
  const amounts = months.map(({ month, totals }) => ({ month, amount: amountIn(totals, currency) }))
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0)
  return {
    series: [{ key: 'all', name, total }],
    stacks: amounts.map(({ month, amount }) => ({ month, parts: [{ key: 'all', amount }] })),
  }
}

/** The last day that can be asked for. */
export const lastCashDay = (today: CalendarDate): CalendarDate => addDays(today, MOST_DAYS)

/** The day itself where it can be asked for; a day that is still being typed is none. */
export const cashDay = (until: string, today: CalendarDate): CalendarDate | undefined =>
  isCalendarDate(until) && until >= today && until <= lastCashDay(today) ? until : undefined

/** What is to come, and the cash until the day that somebody chooses. */
export const useForecastUntil = () => {
  const [until, setUntil] = useState('')
  const first = useForecast(undefined).data
  const query = useForecast(first === undefined ? undefined : cashDay(until, first.today))
  return { ...query, until: until === '' ? (query.data?.cash.until ?? '') : until, setUntil }
}
