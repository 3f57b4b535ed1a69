import { sql } from 'drizzle-orm'
import { index, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'
import { payments } from '../payments/payment.table.ts'

/** Payments that were booked by themselves on their due day, and who said that they really went through. */
export const assumedDebits = pgTable(
  'assumed_debits',
  {
    paymentId: uuid('payment_id')
      .primaryKey()
      .references(() => payments.id, { onDelete: 'cascade' }),
    householdId: uuid('household_id').notNull(),
    confirmedBy: uuid('confirmed_by'),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true, mode: 'string' }),
  },
  (table) => [
    index('assumed_debits_open')
      .on(table.householdId)
      .where(sql`${table.confirmedAt} is null`),
  ],
)
