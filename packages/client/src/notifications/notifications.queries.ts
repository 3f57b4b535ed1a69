import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Delivery, NextMessages, NotificationPreferences, SubscriptionWishes } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { paged } from '../queries/paged.ts'
import { householdKey, useHouseholdWrite } from '../queries/write.ts'

const preferencesKey = ['notifications'] as const

/** How the person wants to be reminded. */
export const useNotificationPreferences = () => {
  const { client } = useApi()
  return useQuery<NotificationPreferences, ProblemError>({
    queryKey: preferencesKey,
    queryFn: ({ signal }) => client.notifications.read({}, { signal }),
  })
}

/** Changes them on the revision that was on screen; what is told next follows. */
export const useUpdateNotificationPreferences = () => {
  const { client } = useApi()
  const { id } = useHousehold()
  const queries = useQueryClient()
  return useMutation<
    NotificationPreferences,
    ProblemError,
    Inputs['notifications']['update'] & { revision: number }
  >({
    mutationFn: ({ revision, ...input }) =>
      client.notifications.update(input, { context: { ifMatch: revision } }),
    onSuccess: (preferences) => {
      queries.setQueryData(preferencesKey, preferences)
      return queries.invalidateQueries({ queryKey: householdKey(id) })
    },
    onError: () => queries.invalidateQueries({ queryKey: preferencesKey }),
  })
}

/** What the person will be told next of the household. */
export const useNextMessages = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<NextMessages, ProblemError>({
    queryKey: [...householdKey(householdId), 'reminders', 'next'],
    queryFn: ({ signal }) => client.notifications.next({ householdId }, { signal }),
  })
}

const wishesKey = (householdId: string, id: string) =>
  [...householdKey(householdId), 'reminders', 'subscriptions', id] as const

/** What the person wants to hear of one subscription. */
export const useSubscriptionWishes = (id: string) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<SubscriptionWishes, ProblemError>({
    queryKey: wishesKey(householdId, id),
    queryFn: ({ signal }) => client.notifications.readWishes({ householdId, id }, { signal }),
  })
}

type Wish = { id: string } & Partial<SubscriptionWishes>

/** Hears nothing of a subscription or hears of it again, and so many days ahead. */
export const useWish = () =>
  useHouseholdWrite({
    send: ({ notifications }, householdId, input: Wish, context) =>
      notifications.wish({ householdId, ...input }, { context }),
  })

const deliveriesKey = ['deliveries'] as const

/** What was sent to the person and what became of it, the newest first. */
export const useDeliveries = () => {
  const { client } = useApi()
  return useInfiniteQuery(
    paged([...deliveriesKey], (start, options) =>
      client.notifications.deliveries({ limit: 10, ...start }, options),
    ),
  )
}

/** Sends the person a message now; what the other side said of each place comes back. */
export const useTestMessage = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<{ deliveries: Delivery[] }, ProblemError, Inputs['notifications']['test']>({
    mutationFn: (input) => client.notifications.test(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: deliveriesKey }),
  })
}
