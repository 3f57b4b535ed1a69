import { useQuery } from '@tanstack/react-query'
import type { Budgets } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { householdKey, useHouseholdWrite } from '../queries/write.ts'

export type Budget = Budgets['budgets'][number]
export type BudgetDraft = Omit<Inputs['budgets']['set'], 'householdId'>

/** What may fall due in a month, and when it will be more. */
export const useBudgets = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<Budgets, ProblemError>({
    queryKey: [...householdKey(householdId), 'insights', 'budgets'],
    queryFn: ({ signal }) => client.budgets.read({ householdId }, { signal }),
  })
}

export const useSetBudget = () =>
  useHouseholdWrite({
    send: ({ budgets }, householdId, said: BudgetDraft, context) =>
      budgets.set({ householdId, ...said }, { context }),
  })
