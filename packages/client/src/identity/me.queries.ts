import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { Me } from '../answers.ts'
import type { ProblemError } from '../problem.ts'

export const meQuery = (client: Client) =>
  queryOptions<Me, ProblemError>({
    queryKey: ['me'],
    queryFn: ({ signal }) => client.me.read({}, { signal }),
    staleTime: 5 * 60_000,
  })

/** Who is signed in, and their households. */
export const useMe = () => useQuery(meQuery(useApi().client))

/** Changes name or language. */
export const useUpdateMe = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<Me, ProblemError, Inputs['me']['update']>({
    mutationFn: (input) => client.me.update(input),
    onSuccess: (me) => queries.setQueryData(meQuery(client).queryKey, me),
  })
}
