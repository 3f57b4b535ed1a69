import type { Occasion } from './occasion.ts'
import { owedWith, type OwedByWrite } from './owed.ts'
import { raisedBy } from './subscription-schedule.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** Writes that are remembered: far more than one person can have in flight. */
const REMEMBERED = 8

/** A changed document together with what it owes to billing because of the change, in one write. */
export const written = (
  changed: SubscriptionDocument,
  occasion: Occasion,
  owed: OwedByWrite,
): SubscriptionDocument => {
  const { act, now } = occasion
  // What came due since the last look is owed as well.
  const fromIndex = Math.min(owed.fromIndex, changed.raised)
  return {
    ...changed,
    ...raisedBy(changed, occasion, fromIndex),
    owed: owedWith(changed.owed, { ...owed, fromIndex }, occasion),
    writes: [...changed.writes, act].slice(-REMEMBERED),
    updatedAt: now,
  }
}
