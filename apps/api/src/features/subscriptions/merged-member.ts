import { departuresMerged, historyMerged, membersOfSplit, type Merging } from '@streamline/domain'
import type { Occasion } from './occasion.ts'
import { written } from './subscription-write.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** A subscription in which two entries are one person, also in what is over. Null where it does not name the one that went. */
export const withMerged = (
  subscription: SubscriptionDocument,
  merging: Merging,
  occasion: Occasion,
): SubscriptionDocument | null => {
  const { memberId, intoId } = merging
  const { splits, departures = [], paidBy, managedBy, ownerId, usedBy } = subscription
  const isShared = splits.some(({ split }) => membersOfSplit(split).includes(memberId))
  const hadLeft = departures.some((left) => [left.memberId, left.heirId].includes(memberId))
  if (!isShared && !hadLeft && ![paidBy, managedBy, ownerId, ...usedBy].includes(memberId)) return null
  const nameOf = (id: string) => (id === memberId ? intoId : id)
  const changed: SubscriptionDocument = {
    ...subscription,
    paidBy: nameOf(paidBy),
    managedBy: nameOf(managedBy),
    ownerId: nameOf(ownerId),
    usedBy: [...new Set(usedBy.map(nameOf))],
    splits: historyMerged(splits, merging),
    ...(hadLeft ? { departures: departuresMerged(departures, merging) } : {}),
  }
  return written(changed, occasion, { fromIndex: changed.raised })
}
