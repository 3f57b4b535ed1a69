import { infiniteQueryOptions, type InfiniteData, type QueryKey } from '@tanstack/react-query'
import type { ProblemError } from '../problem.ts'

/** Where a page begins; the first says nothing. */
interface Start {
  cursor?: string
}

/** A list that comes a page at a time, each beginning at the cursor that the one before gave. */
export const paged = <Page extends { nextCursor: string | null }>(
  queryKey: QueryKey,
  read: (start: Start, options: { signal: AbortSignal }) => Promise<Page>,
) =>
  infiniteQueryOptions<Page, ProblemError, InfiniteData<Page, string | null>, QueryKey, string | null>({
    queryKey,
    queryFn: ({ signal, pageParam }) => read(pageParam === null ? {} : { cursor: pageParam }, { signal }),
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** Everything that was fetched of it so far, in order. */
export const itemsOf = <Item>(data: InfiniteData<{ items: Item[] }> | undefined): Item[] =>
  data?.pages.flatMap(({ items }) => items) ?? []
