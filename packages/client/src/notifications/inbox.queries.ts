import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InboxItem } from '../answers.ts'
import { useApi, useSessionState } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { paged } from '../queries/paged.ts'

const inboxKey = ['inbox'] as const
const MINUTE = 60_000

/** Messages to the person, the newest first. */
export const useInbox = () => {
  const { client } = useApi()
  return useInfiniteQuery(
    paged([...inboxKey, 'list'], (start, options) => client.inbox.list({ limit: 20, ...start }, options)),
  )
}

/** How many of them wait to be read; asked each minute while the page is seen. */
export const useUnread = () => {
  const { client } = useApi()
  const isSignedIn = useSessionState() === 'signedIn'
  return useQuery<number, ProblemError>({
    queryKey: [...inboxKey, 'unread'],
    queryFn: async ({ signal }) => (await client.inbox.list({ limit: 1 }, { signal })).unread,
    refetchInterval: MINUTE,
    enabled: isSignedIn,
  })
}

/** Marks those of the ids as read, or all there are. */
export const useMarkRead = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<{ unread: number }, ProblemError, Inputs['inbox']['markRead']>({
    mutationFn: (input) => client.inbox.markRead(input),
    onSuccess: ({ unread }) => {
      queries.setQueryData([...inboxKey, 'unread'], unread)
      return queries.invalidateQueries({ queryKey: [...inboxKey, 'list'] })
    },
  })
}

/** Hears of it again after some days, if it still holds. */
export const useSnooze = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<InboxItem, ProblemError, Inputs['inbox']['snooze']>({
    mutationFn: (input) => client.inbox.snooze(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
}
