import { sql } from 'drizzle-orm'
import { bigint, check, date, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Converted } from '../payments/payment.table.ts'

/**
 * A transfer between two members. It counts when it is recorded; the receiver confirms that it arrived, and whoever undoes it
 * posts the opposite. What was recorded is never edited.
 */
export const settlements = pgTable(
  'settlements',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    fromMember: uuid('from_member').notNull(),
    toMember: uuid('to_member').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    /** What was given, where that is another currency than the debt's. */
    converted: jsonb('converted').$type<Converted>(),
    settledOn: date('settled_on').notNull(),
    method: text('method'),
    reference: text('reference'),
    note: text('note'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull(),
    confirmedBy: uuid('confirmed_by'),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true, mode: 'string' }),
    undoneBy: uuid('undone_by'),
    undoneAt: timestamp('undone_at', { withTimezone: true, mode: 'string' }),
    undoReason: text('undo_reason'),
  },
  (table) => [
    index('settlements_by_date').on(table.householdId, table.settledOn, table.id),
    check('settlements_between_two', sql`${table.amount} > 0 and ${table.fromMember} <> ${table.toMember}`),
  ],
)
