import { afterRefund, correctedTo } from '@streamline/domain'
import { v5 } from 'uuid'
import { saidOf } from '../charges/said-amount.ts'
import type { ChargeRow } from '../charges/charge.repository.ts'
import type { NewPayment, PaymentRow } from './payment.repository.ts'
import type { CorrectionRow } from '../corrections/correction.table.ts'
import type { ChargeAct } from '../ledger/posting.ts'

const recordedIn = ({ id, paidOn, recordedBy, recordedAt }: NewPayment) => ({
  id,
  on: paidOn,
  recordedBy,
  recordedAt,
})

/** Somebody's payment, or a provider's credit, as it changes the charge. */
export const payAct = (charge: ChargeRow, payment: NewPayment): ChargeAct => ({
  ...recordedIn(payment),
  kind: payment.entry,
  payment,
  after: { ...charge, paid: charge.paid + payment.amount },
})

/** Why the amount of a charge changed with money that came back. */
const correctionOf = (
  payment: NewPayment,
  before: ChargeRow,
  after: number,
  recordedBy: string,
): CorrectionRow => ({
  id: v5('correction', payment.id),
  householdId: before.householdId,
  chargeId: before.id,
  kind: 'refund',
  paymentId: payment.id,
  before: before.amount,
  after,
  taxBefore: before.tax,
  reason: payment.note,
  recordedBy,
  recordedAt: payment.recordedAt,
})

/** The charge as if a refund had not taken anything off; exactly what it was where nothing else changed it since. */
const withoutRefund = (charge: ChargeRow, refund: CorrectionRow | undefined) => {
  if (refund === undefined) return {}
  const amount = charge.amount + refund.before - refund.after
  if (amount !== refund.before) return correctedTo(charge, amount)
  return { amount, tax: refund.taxBefore, net: amount - refund.taxBefore }
}

/** Money from the provider: what was paid too much first, then the charge becomes less. */
export const refundAct = (charge: ChargeRow, refund: NewPayment, recordedBy: string): ChargeAct => {
  // Of a charge whose period went nothing is owed: all that is paid for it is credit, and its amount stays what it was.
  const isVoid = charge.voidedAt !== null
  const after = afterRefund(isVoid ? { ...charge, amount: 0 } : charge, -refund.amount)
  const { paid } = after
  const amount = isVoid ? charge.amount : after.amount
  return {
    ...recordedIn(refund),
    kind: 'refund',
    payment: refund,
    after: { ...charge, ...saidOf(charge, amount), paid },
    ...(amount === charge.amount ? {} : { correction: correctionOf(refund, charge, amount, recordedBy) }),
  }
}

/** A payment, a refund or a use of credit that never happened; `refund` is what a refund took off the charge. */
export const reverseAct = (
  charge: ChargeRow,
  original: PaymentRow,
  facts: Pick<NewPayment, 'id' | 'paidOn' | 'note' | 'recordedBy' | 'recordedAt'>,
  refund?: CorrectionRow,
): ChargeAct => {
  const { reversedBy: _, ...payment } = original
  const reversal: NewPayment = {
    ...payment,
    ...facts,
    entry: 'reversal',
    amount: -original.amount,
    payers: original.payers.map(({ memberId, amount }) => ({ memberId, amount: -amount })),
    converted: null,
    method: null,
    reference: null,
    reverses: original.id,
  }
  const after = { ...charge, ...withoutRefund(charge, refund), paid: charge.paid + reversal.amount }
  const by = facts.recordedBy ?? original.recordedBy ?? refund?.recordedBy ?? null
  return {
    ...recordedIn(reversal),
    kind: 'reversal',
    payment: reversal,
    after,
    ...(after.amount === charge.amount || by === null
      ? {}
      : { correction: correctionOf(reversal, charge, after.amount, by) }),
  }
}

/**
 * A refund told once more as far as people paid what is left on the charge; null where nothing of theirs is. It happened on the day on
 * which it happened.
 */
export const refundAgain = (
  charge: ChargeRow,
  refund: PaymentRow,
  { id, recordedBy, recordedAt }: Pick<NewPayment, 'id' | 'recordedBy' | 'recordedAt'>,
  correction?: CorrectionRow,
): ChargeAct | null => {
  const amount = Math.min(-refund.amount, charge.paid)
  const by = refund.recordedBy ?? correction?.recordedBy ?? refund.paidBy
  if (amount <= 0 || by === null) return null
  const { reversedBy: _, ...payment } = refund
  const payers = refund.payers.map(({ memberId }) => ({ memberId, amount: -amount }))
  return refundAct(charge, { ...payment, id, recordedBy, recordedAt, amount: -amount, payers }, by)
}
