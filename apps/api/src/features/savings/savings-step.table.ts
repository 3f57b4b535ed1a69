import { boolean, date, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

/**
 * Steps towards the cheapest set that somebody accepted for the household. How one stands is derived, never stored. It goes with the
 * household: the migration says so.
 */
export const savingsSteps = pgTable(
  'savings_steps',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    /** Tells the step from all others of the household, whatever its day. */
    stepKey: text('step_key').notNull(),
    kind: text('kind').notNull(),
    onDay: date('on_day').notNull(),
    acceptedBy: uuid('accepted_by').notNull(),
    acceptedOn: date('accepted_on').notNull(),
    /** The set rests on what only who accepted it sees: so do its sum, and what it begins. */
    ofPrivate: boolean('of_private').notNull(),
    /** What it is about, with the names of that day and the saving of the set. */
    about: jsonb('about').notNull(),
    /** Null while it is accepted. */
    dismissedAt: timestamp('dismissed_at', { withTimezone: true, mode: 'string' }),
  },
  (table) => [unique('savings_steps_once').on(table.householdId, table.stepKey)],
)
