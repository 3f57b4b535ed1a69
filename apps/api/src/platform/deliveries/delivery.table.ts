import { index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/**
 * Messages that leave, written in the transaction of their cause: they exist if it commits, and vanish if not. Who carries one when, and
 * how often it was tried, says its job.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').primaryKey(),
    channel: text('channel', { enum: ['email', 'sms', 'webPush', 'fcm', 'webhook'] }).notNull(),
    /** Also what the provider knows it by (Message-ID), so that a repeated delivery is one message. */
    key: uuid('key').notNull(),
    /** Whose it is, where somebody has a history of it. It goes with them and with the household: the migration says so. */
    userId: uuid('user_id'),
    householdId: uuid('household_id'),
    /** The device or webhook it goes to. */
    targetId: uuid('target_id'),
    /** The message in the inbox that says the same. */
    messageId: uuid('message_id'),
    recipient: text('recipient').notNull(),
    kind: text('kind').notNull(),
    locale: text('locale', { enum: ['en', 'hi'] }).notNull(),
    title: text('title').notNull().default(''),
    /** What the text is made of, sealed: it may hold a link that opens an account. Empty once delivered in production. */
    sealedData: text('sealed_data').notNull(),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    /** When it was given up. Null with `sentAt` null: it waits, or there is nobody who carries it. */
    failedAt: instant('failed_at'),
    attempts: integer('attempts').notNull().default(0),
    /** What the provider said last. */
    answer: text('answer'),
  },
  (table) => [
    unique('deliveries_key').on(table.key),
    index('deliveries_created_at').on(table.createdAt),
    index('deliveries_recipient').on(table.recipient),
    index('deliveries_user').on(table.userId, table.id),
    index('deliveries_household').on(table.householdId),
  ],
)
