import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Webhook } from '../answers.ts'
import { useApi } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'

const webhooksKey = ['webhooks'] as const

/** Where the person's messages are sent besides. */
export const useWebhooks = () => {
  const { client } = useApi()
  return useQuery<Webhook[], ProblemError>({
    queryKey: webhooksKey,
    queryFn: async ({ signal }) => (await client.webhooks.list({}, { signal })).items,
  })
}

/** The secret of its signatures comes back this once. */
export const useCreateWebhook = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<Webhook & { secret: string }, ProblemError, Inputs['webhooks']['create']>({
    mutationFn: (input) => client.webhooks.create(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: webhooksKey }),
  })
}

export const useRemoveWebhook = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<void, ProblemError, Inputs['webhooks']['remove']>({
    mutationFn: (input) => client.webhooks.remove(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: webhooksKey }),
  })
}
