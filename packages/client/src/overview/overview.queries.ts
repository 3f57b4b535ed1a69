import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Overview } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Client } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { householdKey } from '../queries/write.ts'

export const overviewQuery = (client: Client, householdId: string) =>
  queryOptions<Overview, ProblemError>({
    queryKey: [...householdKey(householdId), 'overview'],
    queryFn: ({ signal }) => client.overview.read({ householdId }, { signal }),
  })

/** The five answers of the first screen. */
export const useOverview = () => useQuery(overviewQuery(useApi().client, useHousehold().id))
