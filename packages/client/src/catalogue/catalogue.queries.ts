import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { useApi } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { paged } from '../queries/paged.ts'

type Routes = Inputs['catalogue']

export type ProviderFilters = Omit<Routes['listProviders'], 'cursor'>
export type PlanFilters = Omit<Routes['listPlans'], 'cursor' | 'limit'>

/** The catalogue changes with a release, not while somebody looks. */
const staleTime = 60 * 60_000

export const providersQuery = (client: Client, filters: ProviderFilters) =>
  queryOptions({
    queryKey: ['catalogue', 'providers', filters],
    queryFn: async ({ signal }) => (await client.catalogue.listProviders(filters, { signal })).items,
    staleTime,
  })

/** Providers of a country, the most used first. */
export const useProviders = (filters: ProviderFilters) => useQuery(providersQuery(useApi().client, filters))

/** Providers that match what is typed, the best first; null asks nothing yet. */
export const useMatchingProviders = (filters: ProviderFilters | null) =>
  useQuery({
    ...providersQuery(useApi().client, filters ?? {}),
    placeholderData: keepPreviousData,
    enabled: filters !== null,
  })

export const plansQuery = (client: Client, filters: PlanFilters, most = 50) => ({
  ...paged(['catalogue', 'plans', filters, most], (start, options) =>
    client.catalogue.listPlans({ ...filters, limit: most, ...start }, options),
  ),
  placeholderData: keepPreviousData,
  staleTime,
})

/** Plans that match, so many at once; null asks nothing yet. */
export const usePlans = (filters: PlanFilters | null, most?: number) =>
  useInfiniteQuery({ ...plansQuery(useApi().client, filters ?? {}, most), enabled: filters !== null })

export const planQuery = (client: Client, id: string) =>
  queryOptions({
    queryKey: ['catalogue', 'plans', 'one', id],
    queryFn: ({ signal }) => client.catalogue.readPlan({ id }, { signal }),
    staleTime,
  })

/** One plan with its price history; null asks nothing yet. */
export const usePlan = (id: string | null) =>
  useQuery({ ...planQuery(useApi().client, id ?? ''), enabled: id !== null })

/** Says to the editors what one pays for a plan. */
export const useSuggestPrice = () => {
  const { client } = useApi()
  return useMutation<unknown, ProblemError, Inputs['catalogueEditing']['suggest']>({
    mutationFn: (input) => client.catalogueEditing.suggest(input),
  })
}
