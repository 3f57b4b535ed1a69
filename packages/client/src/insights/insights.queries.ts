import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CalendarMonthView, Forecast, Spend, SubscriptionInsights } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { householdKey } from '../queries/write.ts'

export type SpendQuestion = Omit<Inputs['insights']['spend'], 'householdId'>

const insightsKey = (householdId: string) => [...householdKey(householdId), 'insights'] as const

/** What was spent, grouped; the former grouping stays until the next is there. */
export const useSpend = (question: SpendQuestion) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<Spend, ProblemError>({
    queryKey: [...insightsKey(householdId), 'spend', question],
    queryFn: ({ signal }) => client.insights.spend({ householdId, ...question }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** The same as a table for spreadsheets, asked for once. */
export const useSpendTable = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return (question: SpendQuestion): Promise<string> => client.insights.spendCsv({ householdId, ...question })
}

/** The statement of a month or the review of a year as a PDF, asked for once. */
export const useStatement = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return (period: { month: string } | { year: string }): Promise<File> =>
    client.insights.statement({ householdId, ...period })
}

/** Debits to come; `until` is the last day of the cash that is asked for. */
export const useForecast = (until: string | undefined) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<Forecast, ProblemError>({
    queryKey: [...insightsKey(householdId), 'forecast', until ?? null],
    queryFn: ({ signal }) =>
      client.insights.forecast({ householdId, ...(until === undefined ? {} : { until }) }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** What falls on the days of a month, `YYYY-MM`; the former month stays until the next is there. */
export const useMonthView = (month: string) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<CalendarMonthView, ProblemError>({
    queryKey: [...insightsKey(householdId), 'calendar', month],
    queryFn: ({ signal }) => client.insights.calendar({ householdId, month }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export const useSubscriptionInsights = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<SubscriptionInsights, ProblemError>({
    queryKey: [...insightsKey(householdId), 'subscriptions'],
    queryFn: ({ signal }) => client.insights.subscriptions({ householdId }, { signal }),
  })
}
