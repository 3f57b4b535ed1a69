import { infiniteQueryOptions, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import type { Entitlement } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { ProblemError } from '../problem.ts'
import { householdKey } from '../queries/write.ts'

interface Rights {
  readonly on: string
  readonly items: Entitlement[]
  readonly nextCursor: string | null
}

/** Rights to use a service that are not over, of one member or of all, and the household's day. */
export const useEntitlements = (memberId: string | null) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useInfiniteQuery(
    infiniteQueryOptions<Rights, ProblemError, InfiniteData<Rights>, readonly unknown[], string | undefined>({
      queryKey: [...householdKey(householdId), 'savings', 'entitlements', memberId],
      queryFn: ({ signal, pageParam }) =>
        client.entitlements.list(
          {
            householdId,
            ...(memberId === null ? {} : { memberId }),
            ...(pageParam === undefined ? {} : { cursor: pageParam }),
          },
          { signal },
        ),
      initialPageParam: undefined,
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    }),
  )
}
