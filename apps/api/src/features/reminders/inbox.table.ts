import { sql } from 'drizzle-orm'
import { date, index, jsonb, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Messages in the application, for one person of one household. */
export const inboxItems = pgTable(
  'inbox_items',
  {
    /** In the order of their time. */
    id: uuid('id').primaryKey(),
    /** It goes with its household: the migration says so. */
    householdId: uuid('household_id').notNull(),
    memberId: uuid('member_id').notNull(),
    userId: uuid('user_id').notNull(),
    /** What it says, without words: these are in the language of who reads it. */
    parts: jsonb('parts').notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
    snoozedUntil: date('snoozed_until'),
  },
  (table) => [
    index('inbox_items_of_user').on(table.userId, table.id),
    index('inbox_items_unread')
      .on(table.userId)
      .where(sql`${table.readAt} is null`),
    index('inbox_items_of_household').on(table.householdId),
    index('inbox_items_created').on(table.createdAt),
  ],
)
