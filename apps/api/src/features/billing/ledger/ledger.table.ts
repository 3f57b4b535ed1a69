import { bigint, date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { charges } from '../charges/charge.table.ts'
import { chargeCorrections } from '../corrections/correction.table.ts'
import { payments } from '../payments/payment.table.ts'
import { settlements } from '../settlements/settlement.table.ts'

export type LedgerKind =
  | 'payment'
  | 'reversal'
  | 'refund'
  | 'credit'
  | 'correction'
  | 'split'
  | 'void'
  | 'restored'
  | 'settlement'
  | 'settlementUndone'
  | 'merged'
  | 'unmerged'

/**
 * One balanced posting (law 25): its entries sum to zero per currency, which a trigger proves. All of them in
 * order are the history of a household's money.
 */
export const ledgerTransactions = pgTable(
  'ledger_transactions',
  {
    id: uuid('id').primaryKey(),
    /** In the order of recording. */
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    householdId: uuid('household_id').notNull(),
    kind: text('kind').$type<LedgerKind>().notNull(),
    chargeId: uuid('charge_id').references(() => charges.id, { onDelete: 'cascade' }),
    paymentId: uuid('payment_id')
      .unique()
      .references(() => payments.id, { onDelete: 'cascade' }),
    correctionId: uuid('correction_id').references(() => chargeCorrections.id, { onDelete: 'cascade' }),
    settlementId: uuid('settlement_id').references(() => settlements.id, { onDelete: 'cascade' }),
    occurredOn: date('occurred_on').notNull(),
    recordedBy: uuid('recorded_by'),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    index('ledger_history').on(table.householdId, table.occurredOn, table.seq),
    index('ledger_of_charge').on(table.chargeId),
    index('ledger_of_settlement').on(table.settlementId),
  ],
)

/**
 * `account` is a member's id, or `provider-credit:{subscription}` for what a provider owes back.
 * Positive is owed to the account, negative is owed by it.
 */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    transactionId: uuid('transaction_id')
      .notNull()
      .references(() => ledgerTransactions.id, { onDelete: 'cascade' }),
    account: text('account').notNull(),
    currency: text('currency').notNull(),
    householdId: uuid('household_id').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.transactionId, table.account, table.currency] }),
    index('ledger_entries_of_account').on(table.householdId, table.account),
  ],
)

/** Sum of the entries of each account, kept by a trigger on the entries: nothing else may write it. */
export const balances = pgTable(
  'balances',
  {
    householdId: uuid('household_id').notNull(),
    account: text('account').notNull(),
    currency: text('currency').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.householdId, table.account, table.currency] })],
)

export type TransactionRow = Omit<typeof ledgerTransactions.$inferSelect, 'seq'>
export type EntryRow = typeof ledgerEntries.$inferSelect
export type BalanceRow = typeof balances.$inferSelect
