import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { bytewise, documentColumns } from '../../platform/documents/document.table.ts'

export const subscriptions = pgTable(
  'subscriptions',
  {
    ...documentColumns(),
    householdId: bytewise('household_id').notNull(),
    nameKey: bytewise('name_key').notNull(),
    kind: bytewise('kind').notNull(),
    visibleTo: bytewise('visible_to').notNull(),
    people: text('people').array().notNull(),
    beginnings: text('beginnings').array().notNull(),
    nextLook: bytewise('next_look'),
    pendingSince: bytewise('pending_since'),
  },
  (table) => [
    index('subscriptions_of_household').on(table.householdId, table.nameKey, table.id),
    // What is due and what a crash left are few among all: each question reads only those.
    index('subscriptions_due')
      .on(table.nextLook, table.id)
      .where(sql`${table.nextLook} is not null`),
    index('subscriptions_pending')
      .on(table.pendingSince, table.id)
      .where(sql`${table.pendingSince} is not null`),
  ],
)
