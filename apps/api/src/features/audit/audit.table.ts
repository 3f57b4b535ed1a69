import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/**
 * What happened to accounts: rows are added and never changed, which a trigger enforces. No foreign keys: an entry
 * outlives the account, without what would name the person.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    event: text('event').notNull(),
    /** Who did it; null for a stranger or the system. */
    actorId: uuid('actor_id'),
    /** Whose account it happened to. */
    subjectId: uuid('subject_id'),
    address: text('address'),
    userAgent: text('user_agent'),
    detail: jsonb('detail').notNull().default({}),
  },
  (table) => [
    index('audit_entries_subject').on(table.subjectId, table.id),
    index('audit_entries_actor').on(table.actorId, table.id),
    index('audit_entries_event').on(table.event, table.id),
  ],
)
