import type { ChargeRow } from '../charges/charge.repository.ts'
import type { PaymentRow } from './payment.repository.ts'
import { againOf, isRefunded, originsAmong } from './unmade.ts'

const stands = ({ entry, assumed, reversedBy }: PaymentRow): boolean =>
  entry === 'payment' && !assumed && reversedBy === null

/** What came with one of these acts and is there, of all payments of a subscription. What somebody got money back of was really paid. */
export const cameWith = (payments: readonly PaymentRow[], acts: readonly string[]): PaymentRow[] => {
  if (acts.length === 0) return []
  const originOf = originsAmong(payments)
  return payments.filter(
    (payment) => stands(payment) && acts.includes(originOf(payment.id)) && !isRefunded(payment, payments),
  )
}

/**
 * A recharge opens another period once one before it is remembered, or taken back: what was paid along with it is for that. Payments
 * that lie elsewhere, with the charge they are for; `charges` are those in force. What somebody got money back of stays where it is.
 */
export const misplaced = (
  payments: readonly PaymentRow[],
  charges: readonly ChargeRow[],
  opens: (act: string) => number | undefined,
): { payment: PaymentRow; charge: ChargeRow }[] => {
  const byIndex = new Map(charges.map((charge) => [charge.index, charge]))
  const originOf = originsAmong(payments)
  return payments.filter(stands).flatMap((payment) => {
    const index = opens(originOf(payment.id))
    const charge = index === undefined ? undefined : byIndex.get(index)
    if (charge === undefined || charge.id === payment.chargeId) return []
    return isRefunded(payment, payments) ? [] : [{ payment, charge }]
  })
}

/** What the house took back with one of these acts, and did not make again. */
export const takenWith = (
  payments: readonly PaymentRow[],
  acts: readonly string[],
): { original: PaymentRow; reversal: PaymentRow }[] => {
  if (acts.length === 0) return []
  const known = new Map(payments.map((payment) => [payment.id, payment]))
  const originOf = originsAmong(payments)
  return payments.flatMap((reversal) => {
    const original = known.get(reversal.reverses ?? '')
    const isOfHouse = reversal.entry === 'reversal' && reversal.recordedBy === null
    if (!isOfHouse || original?.entry !== 'payment' || original.assumed || known.has(againOf(reversal.id)))
      return []
    return acts.includes(originOf(original.id)) ? [{ original, reversal }] : []
  })
}
