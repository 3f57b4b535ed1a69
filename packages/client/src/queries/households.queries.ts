import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { Household, Me } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { meQuery } from './me.queries.ts'
import { householdKey, useHouseholdWrite } from './write.ts'

export const membersQuery = (client: Client, householdId: string) =>
  queryOptions({
    queryKey: [...householdKey(householdId), 'members'],
    queryFn: async ({ signal }) =>
      (await client.households.listMembers({ householdId, limit: 100 }, { signal })).items,
    staleTime: 5 * 60_000,
  })

/** The people of the household on screen. */
export const useMembers = () => useQuery(membersQuery(useApi().client, useHousehold().id))

const inMe = (queries: QueryClient, client: Client, household: Household): void => {
  queries.setQueryData<Me>(
    meQuery(client).queryKey,
    (me) =>
      me && {
        ...me,
        households: me.households.some(({ id }) => id === household.id)
          ? me.households.map((known) => (known.id === household.id ? household : known))
          : [...me.households, household],
      },
  )
}

/** Makes a household; you become its owner. */
export const useCreateHousehold = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<Household, ProblemError, Inputs['households']['create']>({
    mutationFn: (input) =>
      client.households.create(input, { context: { idempotencyKey: crypto.randomUUID() } }),
    retry: false,
    onSuccess: (household) => inMe(queries, client, household),
  })
}

/** Renames the household or changes its country, currency or time zone; no stored date moves. */
export const useUpdateHousehold = () => {
  const { client } = useApi()
  return useHouseholdWrite({
    send: (
      { households },
      householdId,
      { revision, ...change }: Omit<Inputs['households']['update'], 'householdId'> & { revision: number },
    ) => households.update({ householdId, ...change }, { context: { ifMatch: revision } }),
    remember: (queries, _, household) => inMe(queries, client, household),
  })
}

/** Adds a person without an account. */
export const useAddMember = () =>
  useHouseholdWrite({
    send: ({ households }, householdId, input: { name: string }, context) =>
      households.addMember({ householdId, ...input }, { context }),
  })
