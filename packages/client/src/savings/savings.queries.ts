import { useQuery } from '@tanstack/react-query'
import type { NeedChoices, Savings } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { ProblemError } from '../problem.ts'
import { householdKey, useHouseholdWrite } from '../queries/write.ts'
import type { Needs } from './needs-change.ts'

const ASKED_AGAIN_MS = 1000

/** What was worked out last; asked again while it is being worked out. */
export const useSavings = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<Savings, ProblemError>({
    queryKey: [...householdKey(householdId), 'savings'],
    queryFn: ({ signal }) => client.savings.read({ householdId }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? ASKED_AGAIN_MS : false),
  })
}

/** What needs can name, and the names of what they name now. */
export const useNeedChoices = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<NeedChoices, ProblemError>({
    queryKey: [...householdKey(householdId), 'savings', 'choices'],
    queryFn: ({ signal }) => client.savings.choices({ householdId }, { signal }),
  })
}

export const useWorkOutSavings = () =>
  useHouseholdWrite({
    send: ({ savings }, householdId, _nothing: null, context) => savings.work({ householdId }, { context }),
  })

export const useStopSavings = () =>
  useHouseholdWrite({
    send: ({ savings }, householdId, _nothing: null, context) => savings.cancel({ householdId }, { context }),
  })

/** Null takes them from what there is again. */
export const useSetNeeds = () =>
  useHouseholdWrite({
    send: ({ savings }, householdId, needs: Needs | null, context) =>
      savings.setNeeds({ householdId, needs }, { context }),
  })
