import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Messages that leave, written in the transaction of their cause: they exist if it commits, and vanish if not. */
export const mails = pgTable(
  'mails',
  {
    /** Also the Message-ID, so that a repeated delivery is one message. */
    id: uuid('id').primaryKey(),
    recipient: text('recipient').notNull(),
    kind: text('kind').notNull(),
    locale: text('locale', { enum: ['en', 'hi'] }).notNull(),
    /** What the text is made of, sealed: it may hold a link that opens an account. Empty once delivered by SMTP. */
    sealedData: text('sealed_data').notNull(),
    createdAt: instant('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Null when it was sent or given up. */
    nextAttemptAt: instant('next_attempt_at'),
    sentAt: instant('sent_at'),
    lastError: text('last_error'),
  },
  (table) => [
    index('mails_due')
      .on(table.nextAttemptAt)
      .where(sql`${table.nextAttemptAt} is not null`),
    index('mails_created_at').on(table.createdAt),
    index('mails_recipient').on(table.recipient),
  ],
)
