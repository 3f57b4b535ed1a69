import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PlanDetail } from '../answers.ts'
import { useApi } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { paged } from '../queries/paged.ts'

type Routes = Inputs['catalogueEditing']

const root = ['catalogue-editing'] as const

/** What editors prepare. */
export const useDrafts = () => {
  const { client } = useApi()
  return useInfiniteQuery(
    paged([...root, 'drafts'], (start, options) => client.catalogueEditing.listDrafts(start, options)),
  )
}

/** What people say they pay instead. */
export const usePlanCorrections = () => {
  const { client } = useApi()
  return useInfiniteQuery(
    paged([...root, 'corrections'], (start, options) =>
      client.catalogueEditing.listCorrections(start, options),
    ),
  )
}

/** A plan as it is now, not as it may be kept for others; null asks nothing. */
export const useEditedPlan = (id: string | null) => {
  const { client } = useApi()
  return useQuery(
    queryOptions<PlanDetail, ProblemError>({
      queryKey: [...root, 'plan', id],
      queryFn: ({ signal }) => client.catalogueEditing.readPlan({ id: id ?? '' }, { signal }),
      enabled: id !== null,
    }),
  )
}

/** After it the queue, the drafts and every plan on screen are asked again. */
const useEdit = <Input, Output>(
  send: (editing: Client['catalogueEditing'], input: Input) => Promise<Output>,
) => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<Output, ProblemError, Input>({
    mutationFn: (input) => send(client.catalogueEditing, input),
    retry: false,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: root })
      void queries.invalidateQueries({ queryKey: ['catalogue'] })
    },
  })
}

export const useSaveDraft = () => useEdit((editing, input: Routes['saveDraft']) => editing.saveDraft(input))

export const useDiscardDraft = () =>
  useEdit((editing, input: Routes['discardDraft']) => editing.discardDraft(input))

export const usePublishDraft = () =>
  useEdit((editing, input: Routes['publishDraft']) => editing.publishDraft(input))

/** Answers of these are the plan as it is afterwards. */
const usePlanEdit = <Input extends { id: string }>(
  send: (editing: Client['catalogueEditing'], input: Input) => Promise<PlanDetail>,
) => {
  const queries = useQueryClient()
  return useEdit(async (editing, input: Input) => {
    const plan = await send(editing, input)
    queries.setQueryData([...root, 'plan', plan.id], plan)
    return plan
  })
}

export const useSetPrice = () => usePlanEdit((editing, input: Routes['setPrice']) => editing.setPrice(input))

export const useTakeBackPrice = () =>
  usePlanEdit((editing, input: Routes['takeBackPrice']) => editing.takeBackPrice(input))

export const useWithdrawPlan = () =>
  usePlanEdit((editing, input: Routes['withdraw']) => editing.withdraw(input))

export const useDecideCorrection = () =>
  useEdit((editing, input: Routes['decideCorrection']) => editing.decideCorrection(input))
