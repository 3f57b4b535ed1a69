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
  const { splits, ownSplits, departures = [], paidBy, managedBy, ownerId, usedBy } = subscription
  const histories = [splits, ...(ownSplits ?? []).map((own) => own.splits)]
  const isShared = histories.some((history) =>
    history.some(({ split }) => membersOfSplit(split).includes(memberId)),
  )
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
    ...(ownSplits === undefined
      ? {}
      : { ownSplits: ownSplits.map((own) => ({ ...own, splits: historyMerged(own.splits, merging) })) }),
    ...(hadLeft ? { departures: departuresMerged(departures, merging) } : {}),
  }
  return written(changed, occasion, { fromIndex: changed.raised })
}
