import { sql } from 'drizzle-orm'
import {
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

export const householdRole = pgEnum('household_role', ['owner', 'manager', 'member', 'viewer'])

export const households = pgTable('households', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  country: text('country').notNull(),
  currency: text('currency').notNull(),
  timeZone: text('time_zone').notNull(),
  /** Of these settings; the ETag. */
  revision: integer('revision').notNull().default(1),
  /** Of everything a screen of the household can show: each write in it adds one. */
  contentRevision: integer('content_revision').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

/** A person of the household; without an account when `user_id` is null. */
export const householdMembers = pgTable(
  'household_members',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id')
      .notNull()
      .references(() => households.id, { onDelete: 'cascade' }),
    /** Not a foreign key: who leaves Streamline stays in the history of the household. */
    userId: uuid('user_id'),
    name: text('name').notNull(),
    role: householdRole('role').notNull(),
    joinedOn: date('joined_on').notNull(),
    leftOn: date('left_on'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('household_members_household').on(table.householdId),
    uniqueIndex('household_members_user')
      .on(table.userId, table.householdId)
      .where(sql`${table.userId} is not null`),
  ],
)
