import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useApi, useHousehold } from '../client-context.tsx'
import type { CallContext, Client } from '../client.ts'
import { problemOf, type ProblemError } from '../problem.ts'
import { catchUp, useAttemptKeys, useWriteSettled } from '../queries/write.ts'
import { aboutOf } from './about.ts'
import type { KeptKind } from './kept-act.ts'
import { pinned } from './pinned.ts'

interface Write<Input, Output> {
  kind: KeptKind
  /** Which of them may wait; all where it is left out. */
  mayWait?: (input: Input) => boolean
  send: (client: Client, householdId: string, input: Input, context: CallContext) => Promise<Output>
  remember?: (queries: QueryClient, householdId: string, output: Output) => void
}

/**
 * A change in the household that people may also make while nobody answers: then it is kept, sent later under the same key, and there is
 * no answer yet (null). Where nothing can be kept it fails as every other change does.
 */
export const useKeptWrite = <Input extends object, Output>({
  kind,
  mayWait = () => true,
  send,
  remember,
}: Write<Input, Output>): UseMutationResult<Output | null, ProblemError, Input> => {
  const { client, keeping } = useApi()
  const { id: householdId, today } = useHousehold()
  const queries = useQueryClient()
  const attempts = useAttemptKeys()
  const settled = useWriteSettled(attempts)

  const keep = async (input: Input, key: string, triedAt: number | null): Promise<null> => {
    const { revision, ...rest }: { revision?: number } = input
    const answers = queries.getQueriesData({}).map(([, data]) => data)
    await keeping?.keep({
      key,
      kind,
      householdId,
      input: rest,
      ifMatch: revision ?? null,
      about: aboutOf(rest, answers),
      keptAt: keeping.now(),
      triedAt,
      refusal: null,
    })
    return null
  }

  return useMutation<Output | null, ProblemError, Input>({
    mutationFn: async (typed) => {
      const day = keeping?.isOffline() ? keeping.today() : today
      const input = pinned(kind, typed, day > today ? day : today)
      const key = attempts.keyFor(typed)
      if (!mayWait(typed)) return send(client, householdId, input, { idempotencyKey: key })
      if (keeping?.isOffline()) return keep(input, key, null)
      const triedAt = keeping?.now() ?? 0
      try {
        return await send(client, householdId, input, { idempotencyKey: key })
      } catch (error) {
        if (keeping === undefined || problemOf(error).code !== 'offline') throw error
        // It may have arrived all the same; the key tells the service.
        return keep(input, key, triedAt)
      }
    },
    ...(keeping === undefined ? {} : { retry: false }),
    onSuccess: (output, input) => {
      // Who presses once more what waits already means the same payment; the same use noted twice was used twice.
      if (output !== null || kind === 'usage' || kind === 'subscription') attempts.close(input)
      if (output === null) return
      remember?.(queries, householdId, output)
      return catchUp(queries, householdId)
    },
    onError: settled,
  })
}
