import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CalendarFeed } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { householdKey } from '../queries/write.ts'

/** What a calendar shall have. */
export type CalendarWishes = Omit<Inputs['calendar']['make'], 'householdId'>

const useFeedKey = () => [...householdKey(useHousehold().id), 'calendar-feed'] as const

/** The calendar that the person has of the household; null where there is none. */
export const useCalendarFeed = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<CalendarFeed | null, ProblemError>({
    queryKey: useFeedKey(),
    queryFn: async ({ signal }) => (await client.calendar.read({ householdId }, { signal })).feed,
  })
}

/** Makes an address, which is answered this once; a former one stops. */
export const useMakeCalendarFeed = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  const queries = useQueryClient()
  const key = useFeedKey()
  return useMutation<{ url: string; feed: CalendarFeed }, ProblemError, CalendarWishes>({
    mutationFn: (wishes) => client.calendar.make({ householdId, ...wishes }),
    onSuccess: ({ feed }) => queries.setQueryData(key, feed),
  })
}

/** What it has, at the same address. */
export const useChangeCalendarFeed = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  const queries = useQueryClient()
  const key = useFeedKey()
  return useMutation<CalendarFeed, ProblemError, CalendarWishes>({
    mutationFn: (wishes) => client.calendar.change({ householdId, ...wishes }),
    onSuccess: (feed) => queries.setQueryData(key, feed),
  })
}

export const useEndCalendarFeed = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  const queries = useQueryClient()
  const key = useFeedKey()
  return useMutation<void, ProblemError>({
    mutationFn: () => client.calendar.end({ householdId }),
    onSuccess: () => queries.setQueryData(key, null),
  })
}

/** The dates of one subscription as the text of a file. */
export const useCalendarFile = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return (id: string): Promise<string> => client.calendar.ofSubscription({ householdId, id })
}
