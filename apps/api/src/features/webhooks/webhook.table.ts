import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Where somebody, or a household, has messages sent besides: it goes with them, the migration says so. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: uuid('id').primaryKey(),
    /** Whose it is; null where it is the household's. */
    userId: uuid('user_id'),
    householdId: uuid('household_id'),
    name: text('name').notNull(),
    preset: text('preset').notNull(),
    /** Address, tokens and the secret of its signatures, under a key derived from APP_SECRET: some addresses are a secret themselves. */
    sealedConfig: text('sealed_config').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    index('webhooks_user').on(table.userId, table.id),
    index('webhooks_household').on(table.householdId, table.id),
    check('webhooks_are_of_one', sql`(${table.userId} is null) <> (${table.householdId} is null)`),
  ],
)
