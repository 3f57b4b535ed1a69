import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import { useKeptWrite } from '../outbox/use-kept-write.ts'
import { paged } from '../queries/paged.ts'
import { householdKey, useHouseholdWrite } from '../queries/write.ts'

type Routes = Inputs['billing']
type In<Route extends keyof Routes, Less extends string = never> = Omit<Routes[Route], 'householdId' | Less>

export type ChargeFilters = In<'listCharges', 'cursor' | 'limit'>

const pageSize = 50

export const chargesQuery = (client: Client, householdId: string, filters: ChargeFilters) =>
  paged([...householdKey(householdId), 'charges', 'list', filters], (start, options) =>
    client.billing.listCharges({ householdId, ...filters, limit: pageSize, ...start }, options),
  )

/** Charges by due date; `state: 'open'` is what is due, overdue or partly paid. */
export const useCharges = (filters: ChargeFilters = {}) =>
  useInfiniteQuery(chargesQuery(useApi().client, useHousehold().id, filters))

export const chargeQuery = (client: Client, householdId: string, id: string) =>
  queryOptions({
    queryKey: [...householdKey(householdId), 'charges', 'one', id],
    queryFn: ({ signal }) => client.billing.readCharge({ householdId, id }, { signal }),
  })

/** One charge with its payments. */
export const useCharge = (id: string) => useQuery(chargeQuery(useApi().client, useHousehold().id, id))

/** Records a payment of the charge `id`; what is left out is what is outstanding, by who usually pays, today. */
export const useRecordPayment = () =>
  useKeptWrite({
    kind: 'payment',
    send: ({ billing }, householdId, input: In<'recordPayment'>, context) =>
      billing.recordPayment({ householdId, ...input }, { context }),
  })

/** Takes the payment `id` back; both entries stay in the history. */
export const useReversePayment = () =>
  useHouseholdWrite({
    send: ({ billing }, householdId, input: In<'reversePayment'>, context) =>
      billing.reversePayment({ householdId, ...input }, { context }),
  })

/** Records several charges as paid in full; all or none. */
export const usePayCharges = () =>
  useKeptWrite({
    kind: 'payments',
    send: ({ billing }, householdId, input: In<'payCharges'>, context) =>
      billing.payCharges({ householdId, ...input }, { context }),
  })

/** Records that the provider gave money back for the charge `id`. */
export const useRefundCharge = () =>
  useHouseholdWrite({
    send: ({ billing }, householdId, input: In<'refundCharge'>, context) =>
      billing.refundCharge({ householdId, ...input }, { context }),
  })

/** Pays the charge `id` with what the provider of another subscription owes back. */
export const usePayFromCredit = () =>
  useHouseholdWrite({
    send: ({ billing }, householdId, input: In<'payFromCredit'>, context) =>
      billing.payFromCredit({ householdId, ...input }, { context }),
  })

/** Says what the provider really billed for the charge `id`. */
export const useCorrectCharge = () =>
  useHouseholdWrite({
    send: ({ billing }, householdId, input: In<'correctCharge'>, context) =>
      billing.correctCharge({ householdId, ...input }, { context }),
  })

/** Says that nobody will pay what is left of the charge `id`. */
export const useWaiveCharge = () =>
  useHouseholdWrite({
    send: ({ billing }, householdId, input: In<'waiveCharge'>, context) =>
      billing.waiveCharge({ householdId, ...input }, { context }),
  })

/** Takes a waiver back. */
export const useUnwaiveCharge = () =>
  useHouseholdWrite({
    send: ({ billing }, householdId, input: In<'unwaiveCharge'>, context) =>
      billing.unwaiveCharge({ householdId, ...input }, { context }),
  })
