import { index, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What was done by the link of a letter: each once. */
export const letterActs = pgTable(
  'letter_acts',
  {
    /** Of the link and what was done by it. */
    id: uuid('id').primaryKey(),
    doneAt: timestamp('done_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('letter_acts_done_at').on(table.doneAt)],
)
