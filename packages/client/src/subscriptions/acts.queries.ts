import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ActOutlook, SubscriptionDetail } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { aboutDraft, useHouseholdWrite } from '../queries/write.ts'
import { rememberSubscription, subscriptionsKey } from './subscriptions.queries.ts'

/** What may be done to a subscription, or put right about it. */
export type ActInput = Inputs['subscriptions']['act']['act']
export type ActInputOf<Kind extends ActInput['kind']> = Extract<ActInput, { kind: Kind }>

interface Acting {
  id: string
  act: ActInput
  /** Left out where the act itself names what it is about. */
  revision?: number
}

export const useActSubscription = () =>
  useHouseholdWrite({
    send: ({ subscriptions }, householdId, { revision, ...input }: Acting, context) =>
      subscriptions.act(
        { householdId, ...input },
        { context: { ...context, ...(revision === undefined ? {} : { ifMatch: revision }) } },
      ),
    remember: rememberSubscription,
  })

/** What an act would do to the charges; null asks nothing. Once it is being done nothing is asked any more. */
export const useActOutlook = (
  { id, revision }: Pick<SubscriptionDetail, 'id' | 'revision'>,
  act: ActInput | null,
  isDone: boolean,
) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<ActOutlook | null, ProblemError>({
    queryKey: [...subscriptionsKey(householdId), 'outlook', id, revision, act],
    queryFn: ({ signal }) =>
      act === null
        ? Promise.resolve(null)
        : client.subscriptions.outlook({ householdId, id, act }, { signal }),
    enabled: act !== null && !isDone,
    meta: aboutDraft,
    placeholderData: keepPreviousData,
  })
}
