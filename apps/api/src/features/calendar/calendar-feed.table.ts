import {
  customType,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** The secret address of one person's calendar of one household. It goes with both: the migration says so. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    householdId: uuid('household_id').notNull(),
    userId: uuid('user_id').notNull(),
    /** SHA-256: nobody reads an address here. */
    tokenHash: bytes('token_hash').notNull(),
    scope: text('scope', { enum: ['own', 'household'] }).notNull(),
    kinds: jsonb('kinds').notNull(),
    createdAt: instant('created_at').notNull(),
    /** To the hour. */
    readAt: instant('read_at'),
  },
  (table) => [
    primaryKey({ columns: [table.householdId, table.userId] }),
    unique('calendar_feeds_token').on(table.tokenHash),
    index('calendar_feeds_user').on(table.userId),
  ],
)
