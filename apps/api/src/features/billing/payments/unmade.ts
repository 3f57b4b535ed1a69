import { v5 } from 'uuid'
import type { PaymentRow } from './payment.repository.ts'

/** The same payment once more, after the house took it back. */
export const againOf = (reversalId: string): string => v5('again', reversalId)

/** What a payment was before it was taken back and made again, however often, among all of its charge. */
export const originOf = (
  id: string,
  payments: readonly Pick<PaymentRow, 'id' | 'entry' | 'reverses'>[],
): string => {
  const taken = payments.find((other) => other.entry === 'reversal' && againOf(other.id) === id)
  return taken?.reverses ? originOf(taken.reverses, payments) : id
}

/**
 * Nobody paid it: it was assumed and never confirmed, or it came with an act that is taken back. What somebody got money back of was
 * really paid.
 */
export const isUnmade = (
  { id, chargeId, entry, assumed, reversedBy }: PaymentRow,
  among: readonly PaymentRow[],
  confirmed: ReadonlySet<string>,
  takesBack: readonly string[],
): boolean =>
  entry === 'payment' &&
  reversedBy === null &&
  !among.some(
    (other) => other.chargeId === chargeId && other.entry === 'refund' && other.reversedBy === null,
  ) &&
  ((assumed && !confirmed.has(id)) || (takesBack.length > 0 && takesBack.includes(originOf(id, among))))
