import { historyWithout, membersOfSplit, splitOn, type SplitHistory } from '@streamline/domain'
import type { Occasion } from './occasion.ts'
import { written } from './subscription-write.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

export interface Leaver {
  readonly memberId: string
  /** Who pays and manages from now on what they did. */
  readonly heirId: string
}

/**
 * A shared subscription after one of its people left: their share ends by the day (law 13), what they paid, managed and owned
 * goes to the heir. Null where it does not name them from now on.
 */
export const withoutMember = (
  subscription: SubscriptionDocument,
  { memberId, heirId }: Leaver,
  occasion: Occasion,
): SubscriptionDocument | null => {
  const { splits, ownSplits = [], paidBy, managedBy, ownerId, usedBy } = subscription
  const { today } = occasion
  const isNamedIn = (history: SplitHistory): boolean =>
    [
      splitOn(history, today),
      ...history.filter(({ fromOn }) => fromOn > today).map(({ split }) => split),
    ].some((split) => membersOfSplit(split).includes(memberId))
  const without = (history: SplitHistory): SplitHistory =>
    isNamedIn(history) ? historyWithout(history, memberId, { on: today, heirId }) : history
  const shares = isNamedIn(splits) || ownSplits.some((own) => isNamedIn(own.splits))
  const { departures = [] } = subscription
  // Whose charge it is that runs only billing knows; who left is told once.
  const isTold = departures.some((known) => known.memberId === memberId && known.on === today)
  const isBorneByPayer = !isTold && splits.some(({ split }) => split.kind === 'payer')
  const isNamed = shares || [paidBy, managedBy, ownerId, ...usedBy].includes(memberId)
  if (!isNamed && !isBorneByPayer) return null
  const left = { memberId, on: today, heirId, paid: paidBy === memberId, raised: subscription.raised }
  const heirOf = (id: string) => (id === memberId ? heirId : id)
  const changed: SubscriptionDocument = {
    ...subscription,
    paidBy: heirOf(paidBy),
    managedBy: heirOf(managedBy),
    ownerId: heirOf(ownerId),
    usedBy: usedBy.filter((id) => id !== memberId),
    splits: without(splits),
    ...(ownSplits.length === 0
      ? {}
      : { ownSplits: ownSplits.map((own) => ({ ...own, splits: without(own.splits) })) }),
    ...(isBorneByPayer ? { departures: [...departures, left] } : {}),
  }
  return written(changed, occasion, { fromIndex: changed.raised, splitFrom: today })
}
