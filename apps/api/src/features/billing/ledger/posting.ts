import {
  postCharge,
  postMerging,
  postSettlement,
  PROVIDER_CREDIT,
  sharesOfCharge,
  type CalendarDate,
  type Entry,
  type Share,
} from '@streamline/domain'
import { v5 } from 'uuid'
import type { ChargeRow } from '../charges/charge.repository.ts'
import type { CorrectionRow } from '../corrections/correction.table.ts'
import type { EntryRow, LedgerKind, TransactionRow } from './ledger.table.ts'
import type { NewPayment } from '../payments/payment.repository.ts'
import type { SettlementRow } from '../settlements/settlement.repository.ts'

/** Something that happened to one charge, and what the charge is after it. */
export interface ChargeAct {
  /** Names the act; the ids of what it writes derive from it. */
  readonly id: string
  readonly kind: Exclude<LedgerKind, 'settlement' | 'settlementUndone' | 'merged' | 'unmerged'>
  readonly after: ChargeRow
  readonly payment?: NewPayment
  readonly correction?: CorrectionRow
  readonly on: CalendarDate
  readonly recordedBy: string | null
  readonly recordedAt: string
}

/** What stands in the ledger for a charge so far. */
export interface Posted {
  /** Who paid how much of it, reversals and refunds taken off. */
  readonly payers: readonly Share[]
  readonly entries: readonly Entry[]
}

/** One balanced transaction of the ledger with what causes it and what becomes of the charge. */
export interface Posting {
  readonly transaction: TransactionRow
  readonly entries: readonly EntryRow[]
  readonly payment: NewPayment | null
  readonly correction: CorrectionRow | null
  readonly charge: ChargeRow | null
}

/** The account that holds what a provider owes back for a subscription. */
export const creditAccountOf = (subscriptionId: string): string => `${PROVIDER_CREDIT}:${subscriptionId}`

/** Debt between members arises on payment (law 25): the entries that bring the ledger to what the charge is now. */
export const postingOf = (act: ChargeAct, posted: Posted): Posting => {
  const { after, payment = null, correction = null } = act
  const entries = postCharge({
    // Nobody owes anything for a period that is not: what was paid for it is the provider's credit.
    shares: sharesOfCharge(after.voidedAt === null ? after : { ...after, amount: 0 }),
    payers: [...posted.payers, ...(payment?.payers ?? [])],
    posted: posted.entries,
    occurrence: after.index,
    creditAccount: creditAccountOf(after.subscriptionId),
  })
  const transaction: TransactionRow = {
    id: v5('ledger', act.id),
    householdId: after.householdId,
    kind: act.kind,
    chargeId: after.id,
    paymentId: payment?.id ?? null,
    correctionId: correction?.id ?? null,
    settlementId: null,
    occurredOn: act.on,
    recordedBy: act.recordedBy,
    recordedAt: act.recordedAt,
  }
  return {
    transaction,
    entries: rowsOf(transaction, after.currency, entries),
    payment,
    correction,
    charge: after,
  }
}

/** A transfer between two members, or the opposite of one that did not happen. */
export const settlementPosting = (
  settlement: SettlementRow,
  kind: 'settlement' | 'settlementUndone',
  recorded: { readonly on: string; readonly by: string; readonly at: string },
): Posting => {
  const { id, householdId, fromMember, toMember, amount, currency } = settlement
  const [from, to] = kind === 'settlement' ? [fromMember, toMember] : [toMember, fromMember]
  const transaction: TransactionRow = {
    id: v5(kind, id),
    householdId,
    kind,
    chargeId: null,
    paymentId: null,
    correctionId: null,
    settlementId: id,
    occurredOn: recorded.on,
    recordedBy: recorded.by,
    recordedAt: recorded.at,
  }
  const entries = rowsOf(transaction, currency, postSettlement(from, to, amount))
  return { transaction, entries, payment: null, correction: null, charge: null }
}

/** All that one account owes or is owed goes to another, in every currency. */
export const mergingPosting = (
  { id, householdId, from, to }: { id: string; householdId: string; from: string; to: string },
  balances: readonly { readonly amount: number; readonly currency: string }[],
  recorded: { readonly on: string; readonly by: string; readonly at: string },
  kind: 'merged' | 'unmerged' = 'merged',
): Posting => {
  const transaction: TransactionRow = {
    id,
    householdId,
    kind,
    chargeId: null,
    paymentId: null,
    correctionId: null,
    settlementId: null,
    occurredOn: recorded.on,
    recordedBy: recorded.by,
    recordedAt: recorded.at,
  }
  const entries = balances.flatMap(({ amount, currency }) =>
    rowsOf(transaction, currency, postMerging(from, to, amount)),
  )
  return { transaction, entries, payment: null, correction: null, charge: null }
}

const rowsOf = (
  { id, householdId }: TransactionRow,
  currency: string,
  entries: readonly Entry[],
): EntryRow[] =>
  entries.map(({ memberId, amount }) => ({
    transactionId: id,
    account: memberId,
    currency,
    householdId,
    amount,
  }))

/** The subscription whose credit an account holds; undefined for the account of a member. */
export const subscriptionOfCredit = (account: string): string | undefined =>
  account.startsWith(`${PROVIDER_CREDIT}:`) ? account.slice(PROVIDER_CREDIT.length + 1) : undefined
