import { v5 } from 'uuid'
import type { PaymentRow } from './payment.repository.ts'

/** The same payment once more, after the house took it back. */
export const againOf = (reversalId: string): string => v5('again', reversalId)

type Taken = Pick<PaymentRow, 'id' | 'entry' | 'reverses'>

/** What each payment was before it was taken back and made again, however often, among these. */
export const originsAmong = (payments: readonly Taken[]): ((id: string) => string) => {
  const before = new Map(
    payments.flatMap(({ id, entry, reverses }) =>
      entry === 'reversal' && reverses !== null ? [[againOf(id), reverses] as const] : [],
    ),
  )
  const originOf = (id: string): string => {
    const taken = before.get(id)
    return taken === undefined ? id : originOf(taken)
  }
  return originOf
}

/** Somebody got money back of what was paid for its charge. */
export const isRefunded = (
  { chargeId }: Pick<PaymentRow, 'chargeId'>,
  among: readonly PaymentRow[],
): boolean =>
  among.some((other) => other.chargeId === chargeId && other.entry === 'refund' && other.reversedBy === null)

/** Nobody paid it: it was assumed and never confirmed. What somebody got money back of was really paid. */
export const isUnmade = (
  payment: PaymentRow,
  among: readonly PaymentRow[],
  confirmed: ReadonlySet<string>,
): boolean =>
  payment.entry === 'payment' &&
  payment.reversedBy === null &&
  payment.assumed &&
  !confirmed.has(payment.id) &&
  !isRefunded(payment, among)
