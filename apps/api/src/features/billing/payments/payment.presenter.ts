import type { paymentSchema } from '@streamline/contract'
import { lookOf, PROVIDER_CREDIT } from '@streamline/domain'
import type * as z from 'zod'
import type { ListedPayment, PaymentRow } from './payment.repository.ts'
import { presentConverted } from '../rates/conversion.ts'

export type PaymentAnswer = z.infer<typeof paymentSchema>

export const presentPayment = (row: PaymentRow): PaymentAnswer => ({
  id: row.id,
  chargeId: row.chargeId,
  entry: row.entry,
  paidBy: row.paidBy,
  // What a provider's credit paid, nobody did.
  payers: row.payers
    .filter(({ memberId }) => !memberId.startsWith(PROVIDER_CREDIT))
    .map(({ memberId, amount }) => ({ memberId, amount: { amount, currency: row.currency } })),
  amount: { amount: row.amount, currency: row.currency },
  converted: row.converted && presentConverted(row.converted),
  paidOn: row.paidOn,
  method: row.method,
  reference: row.reference,
  note: row.note,
  assumed: row.assumed,
  reverses: row.reverses,
  reversedBy: row.reversedBy,
  moveId: row.moveId,
  // The store leaves trailing zeros out; an instant reads the same wherever it was just now.
  recordedAt: new Date(row.recordedAt).toISOString(),
})

export const presentListedPayment = (row: ListedPayment) => ({
  ...presentPayment(row),
  subscriptionId: row.subscriptionId,
  subscriptionName: row.subscriptionName,
  kind: row.kind,
  brandColor: row.brandColor,
  look: lookOf(row.look),
  startsOn: row.startsOn,
  endsOn: row.endsOn,
})
