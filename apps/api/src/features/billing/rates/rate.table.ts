import { date, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

/** A rate that somebody of the household wrote down (law 9). Payments keep a copy of the one they used. */
export const rates = pgTable(
  'rates',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    from: text('from_currency').notNull(),
    to: text('to_currency').notNull(),
    on: date('on_date').notNull(),
    /** One unit of `from` in units of `to`: decimal text, never a float. */
    rate: text('rate').notNull(),
    source: text('source').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    index('rates_by_day').on(table.householdId, table.on, table.id),
    unique('rates_one_a_day').on(table.householdId, table.from, table.to, table.on),
  ],
)
