import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  type QueryClient,
} from '@tanstack/react-query'
import type { Kind, LineDetail } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { paged } from '../queries/paged.ts'
import { householdKey, useHouseholdWrite } from '../queries/write.ts'

const linesKey = (householdId: string) => [...householdKey(householdId), 'lines'] as const

/** Numbers and customer ids you may see, the oldest first; of one kind where it is said. */
export const useLines = (kind?: Kind) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useInfiniteQuery({
    ...paged([...linesKey(householdId), 'list', kind ?? null], (start, options) =>
      client.lines.list(
        { householdId, ...(kind === undefined ? {} : { kind }), limit: 100, ...start },
        options,
      ),
    ),
    placeholderData: keepPreviousData,
  })
}

/** One number with everything that served it; null asks nothing. */
export const useLine = (id: string | null) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<LineDetail, ProblemError>({
    queryKey: [...linesKey(householdId), 'one', id],
    queryFn: ({ signal }) => client.lines.read({ householdId, id: id ?? '' }, { signal }),
    enabled: id !== null,
  })
}

/** The number in full, asked each time and kept nowhere. */
export const useLineNumber = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useMutation<{ number: string }, ProblemError, string>({
    mutationFn: (id) => client.lines.readNumber({ householdId, id }),
    gcTime: 0,
  })
}

const remember = (queries: QueryClient, householdId: string, line: LineDetail): void => {
  queries.setQueryData([...linesKey(householdId), 'one', line.id], line)
}

export const useUpdateLine = () =>
  useHouseholdWrite({
    send: (
      { lines },
      householdId,
      { revision, ...input }: Omit<Inputs['lines']['update'], 'householdId'> & { revision: number },
      context,
    ) => lines.update({ householdId, ...input }, { context: { ...context, ifMatch: revision } }),
    remember,
  })

export const useRemoveLine = () =>
  useHouseholdWrite({
    send: ({ lines }, householdId, id: string, context) => lines.remove({ householdId, id }, { context }),
  })
