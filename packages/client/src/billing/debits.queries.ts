import type { Inputs } from '../client.ts'
import { useHouseholdWrite } from '../queries/write.ts'

type Routes = Inputs['billing']
type In<Route extends keyof Routes> = Omit<Routes[Route], 'householdId'>

/** Debits that booked themselves went through: those that are named, or all. */
export const useConfirmDebits = () =>
  useHouseholdWrite({
    send: ({ billing }, householdId, input: In<'confirmDebits'>, context) =>
      billing.confirmDebits({ householdId, ...input }, { context }),
  })

/** The assumed payment `id` did not go through as it was booked. */
export const useDenyDebit = () =>
  useHouseholdWrite({
    send: ({ billing }, householdId, input: In<'denyDebit'>, context) =>
      billing.denyDebit({ householdId, ...input }, { context }),
  })
