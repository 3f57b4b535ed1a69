import type { Household, Subscription } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'

/** Whether to offer changes; the API decides in any case. */
export const mayChange = (
  { role, memberId }: Pick<Household, 'role' | 'memberId'>,
  { ownerId }: Pick<Subscription, 'ownerId'>,
): boolean => role === 'owner' || role === 'manager' || (role === 'member' && ownerId === memberId)

export const useMayChange = (subscription: Pick<Subscription, 'ownerId'>): boolean =>
  mayChange(useHousehold(), subscription)
