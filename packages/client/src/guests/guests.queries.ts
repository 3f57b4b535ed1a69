import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import type { GuestView } from '../answers.ts'
import { useApi } from '../client-context.tsx'
import type { ProblemError } from '../problem.ts'
import { useHouseholdWrite } from '../queries/write.ts'

/** Makes the private link of a person without an account; the former one stops. */
export const useMakeGuestLink = () =>
  useHouseholdWrite({
    send: ({ guests }, householdId, { id }: { id: string }) => guests.makeLink({ householdId, id }),
  })

export const useRevokeGuestLink = () =>
  useHouseholdWrite({
    send: ({ guests }, householdId, { id }: { id: string }) => guests.revokeLink({ householdId, id }),
  })

/** What the person of a private link sees: the first page says what is owed, each more of the shares. */
export const useGuestView = (token: string | null) => {
  const { client } = useApi()
  return useInfiniteQuery<GuestView, ProblemError, InfiniteData<GuestView>, string[], string | null>({
    queryKey: ['guest', token ?? ''],
    queryFn: ({ signal, pageParam }) =>
      client.guests.view(
        { token: token ?? '', ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null,
    getNextPageParam: ({ shares }) => shares.nextCursor,
    enabled: token !== null,
    gcTime: 0,
  })
}
