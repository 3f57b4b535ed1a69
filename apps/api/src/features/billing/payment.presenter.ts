import type { paymentSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { ListedPayment, PaymentRow } from './payment.repository.ts'

export type PaymentAnswer = z.infer<typeof paymentSchema>

export const presentPayment = (row: PaymentRow): PaymentAnswer => ({
  id: row.id,
  chargeId: row.chargeId,
  paidBy: row.paidBy,
  amount: { amount: row.amount, currency: row.currency },
  paidOn: row.paidOn,
  method: row.method,
  reference: row.reference,
  note: row.note,
  assumed: row.assumed,
  reverses: row.reverses,
  reversedBy: row.reversedBy,
  // The store leaves trailing zeros out; an instant reads the same wherever it was just now.
  recordedAt: new Date(row.recordedAt).toISOString(),
})

export const presentListedPayment = (row: ListedPayment) => ({
  ...presentPayment(row),
  subscriptionId: row.subscriptionId,
  subscriptionName: row.subscriptionName,
  kind: row.kind,
  brandColor: row.brandColor,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
})
