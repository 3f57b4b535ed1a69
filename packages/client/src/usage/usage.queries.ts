import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { UsageSummary } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { useKeptWrite } from '../outbox/use-kept-write.ts'
import { paged } from '../queries/paged.ts'
import { householdKey, useHouseholdWrite } from '../queries/write.ts'

type Routes = Inputs['usage']

const PAGE = 20

const usageKey = (householdId: string, id: string) => [...householdKey(householdId), 'usage', id] as const

/** What the notes of one subscription come to. */
export const useUsageSummary = (id: string) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<UsageSummary, ProblemError>({
    queryKey: [...usageKey(householdId, id), 'summary'],
    queryFn: ({ signal }) => client.usage.summary({ householdId, id }, { signal }),
  })
}

/** What was noted of one subscription, the latest day first. */
export const useUsage = (id: string) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useInfiniteQuery(
    paged([...usageKey(householdId, id), 'list'], (start, options) =>
      client.usage.list({ householdId, id, limit: PAGE, ...start }, options),
    ),
  )
}

export const useRecordUsage = () =>
  useKeptWrite({
    kind: 'usage',
    send: ({ usage }, householdId, input: Omit<Routes['record'], 'householdId'>, context) =>
      usage.record({ householdId, ...input }, { context }),
  })

type Correction = Omit<Routes['correct'], 'householdId'> & { revision: number }

export const useCorrectUsage = () =>
  useHouseholdWrite({
    send: ({ usage }, householdId, { revision, ...input }: Correction, context) =>
      usage.correct({ householdId, ...input }, { context: { ...context, ifMatch: revision } }),
  })
