import type { Charge, SubscriptionDetail, TimelineEntry } from '../answers.ts'

/** What a payment can be recorded for. */
export type Payable = Pick<
  Charge,
  'id' | 'subscriptionName' | 'amount' | 'outstanding' | 'dueOn' | 'startsOn' | 'endsOn' | 'paidBy'
>

/** Waits for a payment now, not only some day. */
export const isOpen = ({ state }: Pick<TimelineEntry, 'state'>): boolean =>
  state === 'due' || state === 'overdue' || state === 'partlyPaid'

/** What can be paid of a period; null where nothing is left or nothing is billed. */
export const payableOf = (
  { name, paidBy }: Pick<SubscriptionDetail, 'name' | 'paidBy'>,
  entry: TimelineEntry,
): Payable | null => {
  const { chargeId, state, amount, paid, startsOn, endsOn, dueOn } = entry
  const outstanding = { amount: amount.amount - paid.amount, currency: amount.currency }
  if (chargeId === null || outstanding.amount <= 0 || !(isOpen(entry) || state === 'upcoming')) return null
  return { id: chargeId, subscriptionName: name, amount, outstanding, dueOn, startsOn, endsOn, paidBy }
}

/** The charge that is meant, or the one that waits longest for a payment. */
export const duePayment = (subscription: SubscriptionDetail, chargeId?: string): Payable | null => {
  const entry = subscription.timeline.find((one) =>
    chargeId === undefined ? one.chargeId !== null && isOpen(one) : one.chargeId === chargeId,
  )
  return entry === undefined ? null : payableOf(subscription, entry)
}
