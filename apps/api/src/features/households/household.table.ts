import { sql } from 'drizzle-orm'
import {
  check,
  customType,
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

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

export const householdRole = pgEnum('household_role', ['owner', 'manager', 'member', 'viewer', 'guest'])

export const households = pgTable(
  'households',
  {
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
    /** When its time zone changed, until what hangs on it has been worked out anew. */
    movedAt: instant('moved_at'),
    /** The content that what follows it has seen. */
    followedRevision: integer('followed_revision').notNull().default(0),
    /** When it is followed again although nothing changed, because a day has begun; null while nobody follows. */
    followAt: instant('follow_at'),
    /** What is to be sent by then is planned. */
    plannedUntil: instant('planned_until'),
  },
  (table) => [
    // Those that wait to be followed are few among all: a write puts a household in, following takes it out.
    index('households_changed')
      .on(table.id)
      .where(sql`${table.followedRevision} < ${table.contentRevision}`),
    index('households_follow_at')
      .on(table.followAt)
      .where(sql`${table.followAt} is not null`),
    index('households_moved')
      .on(table.movedAt)
      .where(sql`${table.movedAt} is not null`),
  ],
)

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
    /** When their account came in, or came back; null for who has none. */
    cameOn: date('came_on'),
    /** Where others pay this person; shown to who owes them. */
    upiId: text('upi_id'),
    /** Of the private link by which a person without an account sees their share. */
    guestTokenHash: bytes('guest_token_hash'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('household_members_household').on(table.householdId),
    uniqueIndex('household_members_user')
      .on(table.userId, table.householdId)
      .where(sql`${table.userId} is not null`),
    uniqueIndex('household_members_guest_token')
      .on(table.guestTokenHash)
      .where(sql`${table.guestTokenHash} is not null`),
    // As text: a new value of an enumeration cannot be used in the transaction that adds it.
    check(
      'household_members_guest_has_no_account',
      sql`${table.userId} is null or ${table.role}::text <> 'guest'`,
    ),
    check(
      'household_members_link_without_account',
      sql`${table.userId} is null or ${table.guestTokenHash} is null`,
    ),
  ],
)
