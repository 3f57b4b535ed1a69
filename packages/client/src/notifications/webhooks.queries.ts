import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Delivery, Webhook } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { householdKey } from '../queries/write.ts'

/** Whose: those of the person, or those of the household, which who runs it sets. */
export type WebhooksOf = 'person' | 'household'

const useRoutes = (of: WebhooksOf) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  const { webhooks, householdWebhooks } = client
  return of === 'person'
    ? {
        key: ['webhooks'],
        list: (signal: AbortSignal) => webhooks.list({}, { signal }),
        create: (input: Inputs['webhooks']['create']) => webhooks.create(input),
        remove: (input: Inputs['webhooks']['remove']) => webhooks.remove(input),
      }
    : {
        key: [...householdKey(householdId), 'webhooks'],
        list: (signal: AbortSignal) => householdWebhooks.list({ householdId }, { signal }),
        create: (input: Inputs['webhooks']['create']) => householdWebhooks.create({ householdId, ...input }),
        remove: (input: Inputs['webhooks']['remove']) => householdWebhooks.remove({ householdId, ...input }),
      }
}

/** Where messages are sent besides. */
export const useWebhooks = (of: WebhooksOf = 'person') => {
  const { key, list } = useRoutes(of)
  return useQuery<Webhook[], ProblemError>({
    queryKey: key,
    queryFn: async ({ signal }) => (await list(signal)).items,
  })
}

/** The secret of its signatures comes back this once. */
export const useCreateWebhook = (of: WebhooksOf) => {
  const { key, create } = useRoutes(of)
  const queries = useQueryClient()
  return useMutation<Webhook & { secret: string }, ProblemError, Inputs['webhooks']['create']>({
    mutationFn: create,
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export const useRemoveWebhook = (of: WebhooksOf) => {
  const { key, remove } = useRoutes(of)
  const queries = useQueryClient()
  return useMutation<void, ProblemError, Inputs['webhooks']['remove']>({
    mutationFn: remove,
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

/** Sends a message to the webhooks of the household now; what the other side said of each comes back. */
export const useTestHouseholdWebhooks = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useMutation<{ deliveries: Delivery[] }, ProblemError>({
    mutationFn: () => client.householdWebhooks.test({ householdId }),
  })
}
