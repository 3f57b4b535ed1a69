import {
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * Acts with a key, each with its answer. Without a body the act is still being done, or a crash left it: then `act` is the id
 * under which it goes on.
 */
export const idempotentAnswers = pgTable(
  'idempotent_answers',
  {
    userId: uuid('user_id').notNull(),
    /** Hash of route and key. */
    question: bytes('question').notNull(),
    inputHash: bytes('input_hash').notNull(),
    act: uuid('act').notNull(),
    /** The request that works on it; null where nobody does. */
    workedOnBy: uuid('worked_on_by'),
    startedAt: timestamp('started_at', { withTimezone: true, mode: 'string' }).notNull(),
    /** Packed JSON. */
    body: bytes('body'),
    sealed: boolean('sealed').notNull().default(false),
    revision: integer('revision'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.question] }),
    index('idempotent_answers_started_at').on(table.startedAt),
  ],
)
