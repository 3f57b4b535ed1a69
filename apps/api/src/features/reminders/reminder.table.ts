import { sql } from 'drizzle-orm'
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** It goes with its household: the migration says so. */
const ofHousehold = () => uuid('household_id').notNull()

/** What is to be sent, and what was: law 28 is its unique key, so that nothing plans or sends one twice. */
export const reminders = pgTable(
  'reminders',
  {
    id: uuid('id').primaryKey(),
    householdId: ofHousehold(),
    /** Who is told. */
    memberId: uuid('member_id').notNull(),
    kind: text('kind').notNull(),
    /** A subscription, a charge beside its periods, or the household. */
    subjectId: uuid('subject_id').notNull(),
    /** The day it is about. */
    occursOn: date('occurs_on').notNull(),
    /** Days before that day; negative after it. */
    lead: integer('lead').notNull(),
    sendAt: instant('send_at').notNull(),
    /** Whoever sends it has it until then. */
    leasedUntil: instant('leased_until'),
    /** Null while it waits. */
    sentAt: instant('sent_at'),
  },
  (table) => [
    unique('reminders_once').on(table.memberId, table.kind, table.subjectId, table.occursOn, table.lead),
    index('reminders_due')
      .on(table.sendAt)
      .where(sql`${table.sentAt} is null`),
    index('reminders_waiting')
      .on(table.householdId, table.memberId)
      .where(sql`${table.sentAt} is null`),
    index('reminders_of_household').on(table.householdId),
    index('reminders_sent')
      .on(table.sentAt)
      .where(sql`${table.sentAt} is not null`),
  ],
)

/** Somebody wants to hear nothing of an occasion before a day. */
export const reminderSnoozes = pgTable(
  'reminder_snoozes',
  {
    householdId: ofHousehold(),
    memberId: uuid('member_id').notNull(),
    kind: text('kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    occursOn: date('occurs_on').notNull(),
    untilOn: date('until_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.kind, table.subjectId, table.occursOn] }),
    index('reminder_snoozes_of_household').on(table.householdId),
  ],
)

/** Subscriptions of which somebody wants to hear nothing. */
export const reminderMutes = pgTable(
  'reminder_mutes',
  {
    householdId: ofHousehold(),
    memberId: uuid('member_id').notNull(),
    subscriptionId: uuid('subscription_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.subscriptionId] }),
    index('reminder_mutes_of_household').on(table.householdId),
  ],
)

/** Subscriptions of which somebody wants to hear so many days ahead, whatever they want of the others. */
export const reminderLeads = pgTable(
  'reminder_leads',
  {
    householdId: ofHousehold(),
    memberId: uuid('member_id').notNull(),
    subscriptionId: uuid('subscription_id').notNull(),
    leadDays: jsonb('lead_days').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.subscriptionId] }),
    index('reminder_leads_of_household').on(table.householdId),
  ],
)
