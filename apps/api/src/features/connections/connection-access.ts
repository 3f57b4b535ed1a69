import type { CalendarDate } from '@streamline/domain'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import type { LineRow } from '../lines/line.types.ts'
import { isServing, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'

const isTheirs = ({ visibility, ownerId }: SubscriptionDocument, memberId: string): boolean =>
  visibility === 'shared' || ownerId === memberId

/** What of all that is or was on a number somebody may see: nothing private of others, and nothing added by mistake. */
export const visibleOn = (
  on: readonly SubscriptionDocument[],
  { memberId }: HouseholdActor,
): SubscriptionDocument[] =>
  on.filter((subscription) => !subscription.withdrawn && isTheirs(subscription, memberId))

/** A number on which there are only private subscriptions of others is not there, although everybody knew it once. */
export const isVisibleLine = (on: readonly SubscriptionDocument[], { memberId }: HouseholdActor): boolean => {
  const counted = on.filter(({ withdrawn }) => !withdrawn)
  const known = counted.length > 0 ? counted : on
  return known.length === 0 || known.some((subscription) => isTheirs(subscription, memberId))
}

/**
 * Whose number it is may manage it, and who alone knows it, who manages all that is shared, and who owns or manages everything that
 * is on it now.
 */
export const mayManage = (
  line: LineRow,
  visible: readonly SubscriptionDocument[],
  { memberId }: HouseholdActor,
  may: { readonly change: boolean; readonly changeShared: boolean },
  today: CalendarDate,
): boolean => {
  if (!may.change) return false
  if (may.changeShared || [line.memberId, line.privateTo].includes(memberId)) return true
  const serving = visible.filter((subscription) => isServing(subscription, today))
  return (
    serving.length > 0 && serving.every(({ ownerId, managedBy }) => [ownerId, managedBy].includes(memberId))
  )
}
