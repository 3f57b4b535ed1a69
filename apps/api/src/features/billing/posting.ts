import {
  PROVIDER_CREDIT,
  postPayment,
  reverseEntries,
  sharesOf,
  type Entry,
  type Share,
} from '@streamline/domain'
import { v5 } from 'uuid'
import type { ChargeRow } from './charge.repository.ts'
import type { ledgerEntries, ledgerTransactions } from './ledger.table.ts'
import type { NewPayment, PaymentRow } from './payment.repository.ts'

export type EntryRow = typeof ledgerEntries.$inferSelect

/** A payment with the balanced transaction that it posts. */
export interface Posting {
  payment: NewPayment
  transaction: typeof ledgerTransactions.$inferSelect
  entries: EntryRow[]
}

/** What stands in the ledger for a charge so far. */
export interface Posted {
  /** Who paid how much of it, reversals taken off. */
  readonly payers: readonly Share[]
  readonly entries: readonly Entry[]
}

export interface ReversalFacts {
  readonly id: string
  readonly paidOn: NewPayment['paidOn']
  readonly note: string | null
  readonly recordedBy: string | null
  readonly recordedAt: string
}

/**
 * Debt between members arises on payment (decision 3). The charge is posted as if everything paid for it came at once,
 * less what is posted already: so parts end exactly on the full shares, also after one in the middle was reversed.
 */
export const postingOf = (charge: ChargeRow, payment: NewPayment, posted: Posted): Posting => {
  const whole = postPayment({
    paidBefore: 0,
    payment: charge.paid + payment.amount,
    shares: sharesOf(charge.amount, charge.split, charge.index),
    payers: [...posted.payers, { memberId: payment.paidBy, amount: payment.amount }],
    occurrence: charge.index,
    creditAccount: `${PROVIDER_CREDIT}:${charge.subscriptionId}`,
  })
  return transactionOf(payment, [...whole, ...reverseEntries(posted.entries)])
}

/** The negation of a payment and of its entries, under the original's name. */
export const reversalOf = (
  original: PaymentRow,
  entries: readonly EntryRow[],
  facts: ReversalFacts,
): Posting => {
  const { reversedBy: _, ...payment } = original
  return transactionOf(
    { ...payment, ...facts, amount: -original.amount, method: null, reference: null, reverses: original.id },
    reverseEntries(entries.map(({ account, amount }) => ({ memberId: account, amount }))),
  )
}

const transactionOf = (payment: NewPayment, entries: readonly Entry[]): Posting => {
  const id = v5('ledger', payment.id)
  const { householdId, currency } = payment
  const sums = new Map<string, number>()
  for (const { memberId, amount } of entries) sums.set(memberId, (sums.get(memberId) ?? 0) + amount)
  return {
    payment,
    transaction: {
      id,
      householdId,
      paymentId: payment.id,
      occurredOn: payment.paidOn,
      recordedAt: payment.recordedAt,
    },
    entries: [...sums]
      .filter(([, amount]) => amount !== 0)
      .map(([account, amount]) => ({ transactionId: id, account, currency, householdId, amount })),
  }
}
