import { useInfiniteQuery } from '@tanstack/react-query'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import { paged } from '../queries/paged.ts'
import { householdKey } from '../queries/write.ts'

export type HistoryFilters = Omit<Inputs['history']['list'], 'householdId' | 'cursor' | 'limit'>

const pageSize = 50

export const historyQuery = (client: Client, householdId: string, filters: HistoryFilters) =>
  paged([...householdKey(householdId), 'history', filters], (start, options) =>
    client.history.list({ householdId, ...filters, limit: pageSize, ...start }, options),
  )

/** The ledger of the household, newest first. */
export const useHistory = (filters: HistoryFilters = {}) =>
  useInfiniteQuery(historyQuery(useApi().client, useHousehold().id, filters))

/** The same as a table for spreadsheets, as text. */
export const useHistoryTable = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return (filters: HistoryFilters = {}): Promise<string> => client.history.csv({ householdId, ...filters })
}
