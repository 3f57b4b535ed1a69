import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { useApi, useHousehold } from '../client-context.tsx'
import type { CallContext, Client } from '../client.ts'
import { meQuery } from '../identity/me.queries.ts'
import { isPassing, type ProblemError } from '../problem.ts'

/** Everything known about one household stands below this key. */
export const householdKey = (householdId: string) => ['households', householdId] as const

/**
 * One key per attempt of a person. The retries of it share the key, and so does the same form sent again after
 * nobody answered, so that what had been written after all is not written twice.
 */
export const useAttemptKeys = () => {
  const { newKey } = useApi()
  const keys = useRef(new Map<string, string>())
  return {
    keyFor: (input: unknown): string => {
      const attempt = JSON.stringify(input)
      const key = keys.current.get(attempt) ?? newKey()
      keys.current.set(attempt, key)
      return key
    },
    close: (input: unknown): void => {
      keys.current.delete(JSON.stringify(input))
    },
  }
}

/** For a question of a form about what is typed there: nobody waits for its answer once that is sent. */
export const aboutDraft = { isAboutDraft: true } as const

const isAboutDraft = ({ meta }: { meta?: Record<string, unknown> | undefined }): boolean =>
  meta?.['isAboutDraft'] === true

/** How long a form waits for the screen behind it. What is saved is saved, however slow that is. */
const catchUpMs = 2000

const inTime = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    work,
    new Promise((resolve) => {
      setTimeout(() => resolve(null), catchUpMs)
    }),
  ])

/** Asks again for what is known of a household; resolves once it is there, or has had its time. */
export const catchUp = async (queries: QueryClient, householdId: string): Promise<void> => {
  const queryKey = householdKey(householdId)
  void queries.invalidateQueries({ queryKey, predicate: isAboutDraft })
  await inTime(queries.invalidateQueries({ queryKey, predicate: (query) => !isAboutDraft(query) }))
}

/** After a refusal: what is on screen catches up before it is told. */
export const useWriteSettled = (attempts: { close: (input: unknown) => void }) => {
  const { client } = useApi()
  const { id } = useHousehold()
  const queries = useQueryClient()
  return async (error: ProblemError, input: unknown): Promise<void> => {
    if (isPassing(error)) return
    attempts.close(input)
    // A refusal often means that the screen is behind: it is told when the screen has caught up, so that a second try
    // is about what is there. The household itself, and what one may do there, comes with the person.
    const person = queries.invalidateQueries({ queryKey: meQuery(client).queryKey })
    await catchUp(queries, id)
    await inTime(person)
  }
}

interface Write<Input, Output> {
  send: (client: Client, householdId: string, input: Input, context: CallContext) => Promise<Output>
  /** Puts the answer where screens look for it, before everything else is asked again. */
  remember?: (queries: QueryClient, householdId: string, output: Output) => void
}

/** A change in the household: after it, whatever of that household is on screen is asked again. */
export const useHouseholdWrite = <Input, Output>({
  send,
  remember,
}: Write<Input, Output>): UseMutationResult<Output, ProblemError, Input> => {
  const { client } = useApi()
  const { id } = useHousehold()
  const queries = useQueryClient()
  const attempts = useAttemptKeys()
  const settled = useWriteSettled(attempts)
  return useMutation<Output, ProblemError, Input>({
    mutationFn: (input) => send(client, id, input, { idempotencyKey: attempts.keyFor(input) }),
    onSuccess: (output, input) => {
      attempts.close(input)
      remember?.(queries, id, output)
      return catchUp(queries, id)
    },
    onError: settled,
  })
}
