import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

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
    /** Null while it waits, was given up, or there is no mail server: a job says which. */
    sentAt: instant('sent_at'),
  },
  (table) => [index('mails_created_at').on(table.createdAt), index('mails_recipient').on(table.recipient)],
)
