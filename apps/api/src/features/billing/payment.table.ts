import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { charges } from './charge.table.ts'

/** What somebody paid to a provider. Append-only (law 11): a reversal is a row of its own that names the original. */
export const payments = pgTable(
  'payments',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    chargeId: uuid('charge_id')
      .notNull()
      .references(() => charges.id, { onDelete: 'cascade' }),
    subscriptionId: uuid('subscription_id').notNull(),
    paidBy: uuid('paid_by').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    paidOn: date('paid_on').notNull(),
    method: text('method'),
    reference: text('reference'),
    note: text('note'),
    assumed: boolean('assumed').notNull().default(false),
    reverses: uuid('reverses'),
    recordedBy: uuid('recorded_by'),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    unique('payments_reversed_once').on(table.reverses),
    index('payments_by_date').on(table.householdId, table.paidOn, table.id),
    index('payments_of_subscription').on(table.subscriptionId, table.paidOn, table.id),
    index('payments_of_charge').on(table.chargeId),
    check(
      'payments_negative_only_as_reversal',
      sql`${table.amount} <> 0 and (${table.amount} < 0) = (${table.reverses} is not null)`,
    ),
  ],
)
