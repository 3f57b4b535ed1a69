import { boolean, date, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'

/**
 * Whether a household wants both of two subscriptions that give the same to different people: asked once. The smaller id is first. It goes
 * with the household: the migration says so.
 */
export const wantedBoth = pgTable(
  'wanted_both',
  {
    householdId: uuid('household_id').notNull(),
    firstId: uuid('first_id').notNull(),
    secondId: uuid('second_id').notNull(),
    /** False: one is enough. */
    isWanted: boolean('is_wanted').notNull(),
    answeredBy: uuid('answered_by').notNull(),
    answeredOn: date('answered_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.householdId, table.firstId, table.secondId] })],
)
