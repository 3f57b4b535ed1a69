import { useHousehold, type Subscription } from '@streamline/client'

/** Whether to offer changes; the API decides in any case. */
export const useMayChange = ({ ownerId }: Pick<Subscription, 'ownerId'>): boolean => {
  const { role, memberId } = useHousehold()
  if (role === 'owner' || role === 'manager') return true
  return role === 'member' && ownerId === memberId
}
