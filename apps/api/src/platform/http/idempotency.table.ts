import { index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** The first answer to an `Idempotency-Key`. Without a body the first request is still being worked on. */
export const idempotentAnswers = pgTable(
  'idempotent_answers',
  {
    userId: uuid('user_id').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    inputHash: text('input_hash').notNull(),
    /** The request that works, or worked, on it. */
    workedOnBy: uuid('worked_on_by').notNull(),
    startedAt: instant('started_at').notNull(),
    body: text('body'),
    etag: text('etag'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.route, table.key] }),
    index('idempotent_answers_started_at').on(table.startedAt),
  ],
)
