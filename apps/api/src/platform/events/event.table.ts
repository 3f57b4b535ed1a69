import { sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/**
 * What happened and others may want to know: a row of the transaction that did it, so that it exists exactly when that does.
 * Ids only; whoever handles it reads the rest.
 */
export const events = pgTable(
  'events',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    kind: text('kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull(),
    handledAt: timestamp('handled_at', { withTimezone: true, mode: 'string' }),
  },
  (table) => [
    index('events_waiting')
      .on(table.recordedAt, table.id)
      .where(sql`${table.handledAt} is null`),
    index('events_handled').on(table.handledAt),
    index('events_of_household').on(table.householdId),
  ],
)
