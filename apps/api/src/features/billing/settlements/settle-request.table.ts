import { date, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

/** The last time that somebody asked another for what they are owed. What it comes to is asked when it is told. */
export const settleRequests = pgTable(
  'settle_requests',
  {
    /** Another one each time: what is told is told once of each. */
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    /** Who owes, and is asked. */
    fromMember: uuid('from_member').notNull(),
    toMember: uuid('to_member').notNull(),
    currency: text('currency').notNull(),
    askedOn: date('asked_on').notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    unique('settle_requests_of_pair').on(table.householdId, table.fromMember, table.toMember, table.currency),
    index('settle_requests_asked').on(table.askedAt),
  ],
)
