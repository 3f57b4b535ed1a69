import type { Charge, Household, Payment } from '../answers.ts'
import { recordsForOthers } from './records-for-others.ts'

/** What may be done to a charge, beside marking it paid as it usually is. */
export type ChargeTask = 'pay' | 'correct' | 'waive' | 'unwaive' | 'refund'

type Facts = Pick<Charge, 'state' | 'paid' | 'outstanding' | 'paidBy' | 'mayChange'> & {
  payments: readonly Pick<Payment, 'payers'>[]
}

/** Those that are offered to who looks, in their order; the API decides in any case. */
export const chargeTasks = (
  { state, paid, outstanding, paidBy, mayChange, payments }: Facts,
  viewer: Pick<Household, 'role' | 'memberId'>,
): ChargeTask[] => {
  const isOpen = state !== 'waived' && state !== 'void'
  const payers = [paidBy, ...payments.flatMap((payment) => payment.payers.map(({ memberId }) => memberId))]
  const mayRefund = viewer.role !== 'viewer' && (recordsForOthers(viewer) || payers.includes(viewer.memberId))
  const offered: Record<ChargeTask, boolean> = {
    pay: viewer.role !== 'viewer' && isOpen && outstanding.amount > 0,
    correct: mayChange && isOpen,
    waive: mayChange && isOpen && outstanding.amount > 0,
    unwaive: mayChange && state === 'waived',
    refund: mayRefund && paid.amount > 0 && state !== 'void',
  }
  return (['pay', 'correct', 'waive', 'unwaive', 'refund'] as const).filter((task) => offered[task])
}
