import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/**
 * What happened and others may want to know: a row of the transaction that did it, so that it exists exactly when that does.
 * Ids only; whoever handles it reads the rest. Beside it stands one job for each handler that waits for its kind.
 */
export const events = pgTable(
  'events',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    kind: text('kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    index('events_recorded').on(table.recordedAt),
    index('events_of_household').on(table.householdId),
  ],
)
