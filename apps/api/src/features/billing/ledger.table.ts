import { sql } from 'drizzle-orm'
import { bigint, check, date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { payments } from './payment.table.ts'

/** One balanced posting (decision 3): its entries sum to zero per currency, which a deferred trigger proves. */
export const ledgerTransactions = pgTable('ledger_transactions', {
  id: uuid('id').primaryKey(),
  householdId: uuid('household_id').notNull(),
  paymentId: uuid('payment_id')
    .notNull()
    .unique()
    .references(() => payments.id, { onDelete: 'cascade' }),
  occurredOn: date('occurred_on').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull(),
})

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
  (table) => [primaryKey({ columns: [table.transactionId, table.account, table.currency] })],
)

/** Sum of the entries of each account, kept by the writes that add entries. */
export const balances = pgTable(
  'balances',
  {
    householdId: uuid('household_id').notNull(),
    account: text('account').notNull(),
    currency: text('currency').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.householdId, table.account, table.currency] }),
    // Minor units travel as JavaScript numbers.
    check('balances_amount_is_safe', sql`abs(${table.amount}) <= 9007199254740991`),
  ],
)
