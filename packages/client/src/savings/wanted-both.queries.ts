import { useQuery } from '@tanstack/react-query'
import type { WantedBoth } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { ProblemError } from '../problem.ts'
import { householdKey, useHouseholdWrite } from '../queries/write.ts'

interface Said {
  readonly subscriptionId: string
  readonly otherIds: string[]
  /** Null asks again. */
  readonly isWanted: boolean | null
}

/** Of which subscriptions the household said whether it wants both. */
export const useWantedBoth = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<WantedBoth, ProblemError>({
    queryKey: [...householdKey(householdId), 'savings', 'both'],
    queryFn: ({ signal }) => client.wantedBoth.read({ householdId }, { signal }),
  })
}

export const useAnswerBoth = () =>
  useHouseholdWrite({
    send: ({ wantedBoth }, householdId, said: Said, context) =>
      wantedBoth.answer({ householdId, ...said }, { context }),
  })
