import { historyWithout, membersOfSplit, splitOn } from '@streamline/domain'
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
  const { splits, paidBy, managedBy, ownerId, usedBy } = subscription
  const { today } = occasion
  const paidByLeaver = paidBy === memberId
  const from = [
    splitOn(splits, today),
    ...splits.filter(({ fromOn }) => fromOn > today).map(({ split }) => split),
  ]
  const shares = from.some((split) => membersOfSplit(split).includes(memberId))
  if (!shares && ![paidBy, managedBy, ownerId, ...usedBy].includes(memberId)) return null
  const heirOf = (id: string) => (id === memberId ? heirId : id)
  const isBorne = paidByLeaver && from.some(({ kind }) => kind === 'payer')
  const changed: SubscriptionDocument = {
    ...subscription,
    paidBy: heirOf(paidBy),
    managedBy: heirOf(managedBy),
    ownerId: heirOf(ownerId),
    usedBy: usedBy.filter((id) => id !== memberId),
    splits:
      shares || isBorne ? historyWithout(splits, memberId, { on: today, heirId, paidByLeaver }) : splits,
  }
  return written(changed, occasion, { fromIndex: changed.raised, splitFrom: today })
}
