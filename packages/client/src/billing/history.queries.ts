import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import { householdKey } from '../queries/write.ts'

export type HistoryFilters = Omit<Inputs['history']['list'], 'householdId' | 'cursor' | 'limit'>

const pageSize = 50

export const historyQuery = (client: Client, householdId: string, filters: HistoryFilters) =>
  infiniteQueryOptions({
    queryKey: [...householdKey(householdId), 'history', filters],
    queryFn: ({ signal, pageParam }) =>
      client.history.list(
        { householdId, ...filters, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** The ledger of the household, newest first. */
export const useHistory = (filters: HistoryFilters = {}) =>
  useInfiniteQuery(historyQuery(useApi().client, useHousehold().id, filters))

/** The same as a table for spreadsheets, as text. */
export const useHistoryTable = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return (filters: HistoryFilters = {}): Promise<string> => client.history.csv({ householdId, ...filters })
}
