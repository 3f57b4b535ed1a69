import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/**
 * What is left to do: a row of the transaction that asked for it, so that it exists exactly when that does. It goes when it is
 * done; what the queue carries is only its id.
 */
export const jobs = pgTable(
  'jobs',
  {
    id: uuid('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    /** Those of one kind in one lane are done one after the other, in their order. */
    lane: uuid('lane'),
    createdAt: instant('created_at').notNull(),
    /** Counted when an attempt begins: one that takes the process with it counts as well. */
    attempts: integer('attempts').notNull().default(0),
    /** When somebody may try; while somebody does, when they are taken for dead. Null when it has failed for good. */
    dueAt: instant('due_at'),
    failedAt: instant('failed_at'),
    lastError: text('last_error'),
  },
  (table) => [
    index('jobs_due')
      .on(table.dueAt, table.seq)
      .where(sql`${table.dueAt} is not null`),
    index('jobs_of_lane')
      .on(table.lane, table.kind, table.seq)
      .where(sql`${table.lane} is not null`),
    index('jobs_failed')
      .on(table.id)
      .where(sql`${table.failedAt} is not null`),
    check('jobs_wait_or_have_failed', sql`(${table.dueAt} is null) = (${table.failedAt} is not null)`),
  ],
)
