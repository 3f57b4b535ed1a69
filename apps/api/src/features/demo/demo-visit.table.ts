import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Who looked around lately, by a hash of the address: for the limit per hour and nothing else. */
export const demoVisits = pgTable(
  'demo_visits',
  {
    id: uuid('id').primaryKey(),
    addressHash: text('address_hash').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    index('demo_visits_of_address').on(table.addressHash, table.startedAt),
    index('demo_visits_started_at').on(table.startedAt),
  ],
)
