import type { CalendarDate } from '@streamline/domain'
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  type QueryClient,
} from '@tanstack/react-query'
import type { SubscriptionDetail } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { useKeptWrite } from '../outbox/use-kept-write.ts'
import { paged } from '../queries/paged.ts'
import { aboutDraft, householdKey, useHouseholdWrite } from '../queries/write.ts'

type Routes = Inputs['subscriptions']
type In<Route extends keyof Routes, Less extends string = never> = Omit<Routes[Route], 'householdId' | Less>

/** A change of one subscription names the revision it was made on. */
type Change<Route extends keyof Routes> = In<Route> & { id: string; revision: number }

export type SubscriptionFilters = In<'list', 'cursor' | 'limit'>

export const subscriptionsKey = (householdId: string) =>
  [...householdKey(householdId), 'subscriptions'] as const

export const subscriptionsQuery = (client: Client, householdId: string, filters: SubscriptionFilters) => ({
  ...paged([...subscriptionsKey(householdId), 'list', filters], (start, options) =>
    client.subscriptions.list({ householdId, ...filters, limit: 100, ...start }, options),
  ),
  placeholderData: keepPreviousData,
})

/** Subscriptions you may see, by name; `fetchNextPage` brings the next hundred. */
export const useSubscriptions = (filters: SubscriptionFilters = {}) =>
  useInfiniteQuery(subscriptionsQuery(useApi().client, useHousehold().id, filters))

export const subscriptionQuery = (client: Client, householdId: string, id: string) =>
  queryOptions<SubscriptionDetail, ProblemError>({
    queryKey: [...subscriptionsKey(householdId), 'one', id],
    queryFn: ({ signal }) => client.subscriptions.read({ householdId, id }, { signal }),
  })

/** One subscription with its timeline. */
export const useSubscription = (id: string) =>
  useQuery(subscriptionQuery(useApi().client, useHousehold().id, id))

/** The same where one is named; null asks nothing. */
export const useSubscriptionIf = (id: string | null) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery({ ...subscriptionQuery(client, householdId, id ?? ''), enabled: id !== null })
}

export type SubscriptionDraft = In<'preview', 'count'>

/** The next periods and charges of a draft, exactly as they will be raised; null asks nothing. */
export const usePreview = (draft: SubscriptionDraft | null, count = 3, since?: CalendarDate) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery({
    queryKey: [...subscriptionsKey(householdId), 'preview', draft, count, since],
    queryFn: async ({ signal }) =>
      draft === null
        ? { periods: [], ends: null }
        : client.subscriptions.preview(
            { householdId, ...draft, count, ...(since === undefined ? {} : { since }) },
            { signal },
          ),
    enabled: draft !== null,
    meta: aboutDraft,
    placeholderData: keepPreviousData,
  })
}

/** Puts the answer to a change where its screen looks for it. */
export const rememberSubscription = (
  queries: QueryClient,
  householdId: string,
  subscription: SubscriptionDetail,
): void => {
  queries.setQueryData([...subscriptionsKey(householdId), 'one', subscription.id], subscription)
}

export const useCreateSubscription = () =>
  useKeptWrite({
    kind: 'subscription',
    send: ({ subscriptions }, householdId, input: In<'create'>, context) =>
      subscriptions.create({ householdId, ...input }, { context }),
    remember: rememberSubscription,
  })

/** What only notes something for oneself stands in nobody's way, whenever it arrives. */
const onlyNotes = (input: Change<'update'>): boolean =>
  Object.keys(input).every((name) => ['id', 'revision', 'note'].includes(name))

/** Of all changes a note alone may wait until somebody answers; then there is no answer yet. */
export const useUpdateSubscription = () =>
  useKeptWrite({
    kind: 'note',
    mayWait: onlyNotes,
    send: ({ subscriptions }, householdId, { revision, ...input }: Change<'update'>, context) =>
      subscriptions.update({ householdId, ...input }, { context: { ...context, ifMatch: revision } }),
    remember: rememberSubscription,
  })

/** One answer for all where nobody has said whether their debits book themselves. */
export const useRecordThemselves = () =>
  useHouseholdWrite({
    send: ({ subscriptions }, householdId, input: In<'recordThemselves'>, context) =>
      subscriptions.recordThemselves({ householdId, ...input }, { context }),
  })

/** A recharge was made. Without a revision (from Home, where none is in hand) the state of the server decides. */
export const useRenewSubscription = () =>
  useKeptWrite({
    kind: 'recharge',
    send: (
      { subscriptions },
      householdId,
      { revision, ...input }: In<'renew'> & { id: string; revision?: number },
      context,
    ) =>
      subscriptions.renew(
        { householdId, ...input },
        { context: { ...context, ...(revision === undefined ? {} : { ifMatch: revision }) } },
      ),
    remember: rememberSubscription,
  })

export const useCancelSubscription = () =>
  useHouseholdWrite({
    send: ({ subscriptions }, householdId, { revision, ...input }: Change<'cancel'>, context) =>
      subscriptions.cancel({ householdId, ...input }, { context: { ...context, ifMatch: revision } }),
    remember: rememberSubscription,
  })

export const useReactivateSubscription = () =>
  useHouseholdWrite({
    send: ({ subscriptions }, householdId, { revision, ...input }: Change<'reactivate'>, context) =>
      subscriptions.reactivate({ householdId, ...input }, { context: { ...context, ifMatch: revision } }),
    remember: rememberSubscription,
  })
