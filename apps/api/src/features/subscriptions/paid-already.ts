import { hasStarted, indexOn, periodByIndex } from '@streamline/domain'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import type { Occasion } from './occasion.ts'
import { assertPaidBy } from './renew-subscription.ts'
import type { OwedPayment, SubscriptionDocument } from './subscription.document.ts'

/**
 * What the running period of a new subscription was paid with, or the only pack of one that is over: by who pays usually, on its due
 * day. Undefined where nothing of it is due yet, where it costs nothing, and where its debit books itself.
 */
export const paidAlready = (
  subscription: SubscriptionDocument,
  household: HouseholdActor,
  recordsForOthers: boolean,
  { act: id, today }: Occasion,
): OwedPayment | undefined => {
  const { facts, recordsItself, paidBy } = subscription
  const { terms } = facts
  if (!hasStarted(terms, today)) return undefined
  const index = terms.opened === null ? indexOn(terms, today) : terms.opened - 1
  const { dueOn, amount } = periodByIndex(terms, index)
  const booksItself = recordsItself ? recordsItself.from <= dueOn : false
  if (dueOn > today || amount === 0 || booksItself) return undefined
  assertPaidBy(subscription, household, recordsForOthers, paidBy)
  return { id, on: dueOn, index, amount: null, paidBy, method: null, recordedBy: household.memberId }
}
