import { bigint, date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

/** What may fall due in a calendar month. It goes with the household: the migration says so. */
export const budgets = pgTable(
  'budgets',
  {
    /** Stays while the budget is changed, so that of one month somebody is told once. */
    id: uuid('id').notNull(),
    householdId: uuid('household_id').notNull(),
    scope: text('scope', { enum: ['household', 'kind', 'member'] }).notNull(),
    /** The kind or the member; empty for the household. */
    about: text('about').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    setBy: uuid('set_by').notNull(),
    setOn: date('set_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.householdId, table.scope, table.about] })],
)
