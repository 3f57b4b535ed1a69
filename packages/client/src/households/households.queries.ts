import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { Household, Me } from '../answers.ts'
import { useApi } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { meQuery } from '../identity/me.queries.ts'
import { useHouseholdWrite } from '../queries/write.ts'

/** Puts a household among those of the person, or its new state in place of the old one. */
export const rememberHousehold = (queries: QueryClient, client: Client, household: Household): void => {
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
  const { client, newKey } = useApi()
  const queries = useQueryClient()
  return useMutation<Household, ProblemError, Inputs['households']['create']>({
    mutationFn: (input) => client.households.create(input, { context: { idempotencyKey: newKey() } }),
    retry: false,
    onSuccess: (household) => rememberHousehold(queries, client, household),
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
      context,
    ) => households.update({ householdId, ...change }, { context: { ...context, ifMatch: revision } }),
    remember: (queries, _, household) => rememberHousehold(queries, client, household),
  })
}
