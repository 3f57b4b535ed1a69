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
  const from = [
    splitOn(splits, today),
    ...splits.filter(({ fromOn }) => fromOn > today).map(({ split }) => split),
  ]
  const shares = from.some((split) => membersOfSplit(split).includes(memberId))
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
    splits: shares ? historyWithout(splits, memberId, { on: today, heirId }) : splits,
    ...(isBorneByPayer ? { departures: [...departures, left] } : {}),
  }
  return written(changed, occasion, { fromIndex: changed.raised, splitFrom: today })
}
