import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Where somebody has their messages sent besides: it goes with them, the migration says so. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    preset: text('preset').notNull(),
    /** Address, tokens and the secret of its signatures, under a key derived from APP_SECRET: some addresses are a secret themselves. */
    sealedConfig: text('sealed_config').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('webhooks_user').on(table.userId, table.id)],
)
