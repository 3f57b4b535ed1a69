import { useQuery } from '@tanstack/react-query'
import type { AcceptedSteps } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { ProblemError } from '../problem.ts'
import { householdKey, useHouseholdWrite } from '../queries/write.ts'
import type { stepNameOf } from './shown-steps.ts'

/** The steps that were accepted in the household, as they stand. */
export const useAcceptedSteps = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<AcceptedSteps, ProblemError>({
    queryKey: [...householdKey(householdId), 'savings', 'steps'],
    queryFn: ({ signal }) => client.savingsSteps.read({ householdId }, { signal }),
  })
}

export const useAcceptSteps = () =>
  useHouseholdWrite({
    send: ({ savingsSteps }, householdId, steps: ReturnType<typeof stepNameOf>[], context) =>
      savingsSteps.accept({ householdId, steps }, { context }),
  })

/** Dismissed it goes; not dismissed it is accepted again. */
export const useChangeStep = () =>
  useHouseholdWrite({
    send: ({ savingsSteps }, householdId, change: { id: string; isDismissed: boolean }, context) =>
      savingsSteps.change({ householdId, ...change }, { context }),
  })
