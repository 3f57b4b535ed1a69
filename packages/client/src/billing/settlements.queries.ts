import { isCalendarDate } from '@streamline/domain'
import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useApi, useHousehold } from '../client-context.tsx'
import type { SettleRequest } from '../answers.ts'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { paged } from '../queries/paged.ts'
import { aboutDraft, householdKey, useHouseholdWrite } from '../queries/write.ts'

type Routes = Inputs['settlements']
type In<Route extends keyof Routes, Less extends string = never> = Omit<Routes[Route], 'householdId' | Less>

const pageSize = 50

export const balancesQuery = (client: Client, householdId: string) =>
  queryOptions({
    queryKey: [...householdKey(householdId), 'balances'],
    queryFn: ({ signal }) => client.settlements.readBalances({ householdId }, { signal }),
  })

/** Who owes whom, the fewest transfers that settle it, and what providers owe back. */
export const useBalances = () => useQuery(balancesQuery(useApi().client, useHousehold().id))

export const settlementsQuery = (client: Client, householdId: string) =>
  paged([...householdKey(householdId), 'settlements'], (start, options) =>
    client.settlements.list({ householdId, limit: pageSize, ...start }, options),
  )

/** Transfers between members, newest first. */
export const useSettlements = () => useInfiniteQuery(settlementsQuery(useApi().client, useHousehold().id))

/** Records that one member gave another what they owed. */
export const useRecordSettlement = () =>
  useHouseholdWrite({
    send: ({ settlements }, householdId, input: In<'record'>, context) =>
      settlements.record({ householdId, ...input }, { context }),
  })

/** Says that the settlement `id` arrived. */
export const useConfirmSettlement = () =>
  useHouseholdWrite({
    send: ({ settlements }, householdId, input: In<'confirm'>, context) =>
      settlements.confirm({ householdId, ...input }, { context }),
  })

/** Whom the person asked lately, and who is left alone for now. */
export const useSettleRequests = () => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  return useQuery<SettleRequest[], ProblemError>({
    queryKey: [...householdKey(householdId), 'settlement-requests'],
    queryFn: async ({ signal }) => (await client.settlements.readRequests({ householdId }, { signal })).items,
  })
}

/** Asks somebody to settle what they owe. */
export const useRequestSettlement = () =>
  useHouseholdWrite({
    send: ({ settlements }, householdId, input: In<'request'>, context) =>
      settlements.request({ householdId, ...input }, { context }),
  })

/** Says that the settlement `id` did not happen. */
export const useUndoSettlement = () =>
  useHouseholdWrite({
    send: ({ settlements }, householdId, input: In<'undo'>, context) =>
      settlements.undo({ householdId, ...input }, { context }),
  })

export const ratesQuery = (client: Client, householdId: string) =>
  paged([...householdKey(householdId), 'rates'], (start, options) =>
    client.settlements.listRates({ householdId, limit: pageSize, ...start }, options),
  )

/** Exchange rates that the household wrote down, newest day first. */
export const useRates = () => useInfiniteQuery(ratesQuery(useApi().client, useHousehold().id))

/** The rate that a payment of that day takes, either way round; asked only where two currencies meet on a date. */
export const useRateInForce = ({ from, to, on }: { from: string; to: string; on: string }) => {
  const { client } = useApi()
  const { id: householdId } = useHousehold()
  const day = isCalendarDate(on) ? on : null
  return useQuery({
    queryKey: [...householdKey(householdId), 'rates', 'in-force', from, to, day],
    queryFn: ({ signal }) =>
      client.settlements.readRateInForce(
        { householdId, from, to, ...(day === null ? {} : { on: day }) },
        { signal },
      ),
    enabled: from !== to && day !== null,
    meta: aboutDraft,
  })
}

/** Writes down a rate; the same pair and day again replaces it. */
export const useSetRate = () =>
  useHouseholdWrite({
    send: ({ settlements }, householdId, input: In<'setRate'>, context) =>
      settlements.setRate({ householdId, ...input }, { context }),
  })

/** Removes the rate `id`. */
export const useRemoveRate = () =>
  useHouseholdWrite({
    send: ({ settlements }, householdId, input: In<'removeRate'>, context) =>
      settlements.removeRate({ householdId, ...input }, { context }),
  })
