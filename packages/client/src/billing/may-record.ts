import type { HistoryEntry, Household, Payment } from '../answers.ts'
import { isReversible } from './paid-text.ts'
import { recordsForOthers } from './records-for-others.ts'

/** Who looks: the role in the household, and as whom. */
export type Viewer = Pick<Household, 'role' | 'memberId'>

type Paid = Pick<Payment, 'entry' | 'reversedBy'> & { payers: readonly { memberId: string }[] }

/** Members take back what they paid themselves; the API decides in any case. */
export const mayReverse = (viewer: Viewer, payment: Paid): boolean =>
  isReversible(payment) &&
  viewer.role !== 'viewer' &&
  (recordsForOthers(viewer) || payment.payers.every(({ memberId }) => memberId === viewer.memberId))

/** Whether an entry of the history may be taken back by who looks; the API decides in any case. */
export const mayTakeBack = (viewer: Viewer, { kind, takenBack, people }: HistoryEntry): boolean => {
  const isYou = ({ memberId }: { memberId: string }): boolean => memberId === viewer.memberId
  if (takenBack || viewer.role === 'viewer') return false
  if (kind === 'settlement') return recordsForOthers(viewer) || people.some(isYou)
  if (kind !== 'payment' && kind !== 'refund') return false
  return recordsForOthers(viewer) || people.every(isYou)
}
