import type { Savings } from '../answers.ts'

export type SavingsResult = NonNullable<Savings['result']>
export type CheapestSet = NonNullable<SavingsResult['set']>
export type Needs = SavingsResult['needs']

/** The same needs, with a subscription that stays whatever it costs, or no longer must. */
export const keeping = (needs: Needs, subscriptionId: string, isKept: boolean): Needs => ({
  ...needs,
  keep: isKept
    ? [...new Set([...needs.keep, subscriptionId])]
    : needs.keep.filter((id) => id !== subscriptionId),
})

/** The same needs, with a provider or plan that is looked at again. */
export const lookingAgainAt = (needs: Needs, catalogueId: string): Needs => ({
  ...needs,
  never: needs.never.filter((id) => id !== catalogueId),
})

/** The same needs, with a provider or plan that is looked at no more. */
export const without = (needs: Needs, catalogueId: string): Needs => ({
  ...needs,
  never: [...new Set([...needs.never, catalogueId])],
})
