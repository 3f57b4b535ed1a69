import { sql } from 'drizzle-orm'
import { check, customType, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { householdMembers, households } from './household.table.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** What still opens a household: one that was revoked or used up is no row any more. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id')
      .notNull()
      .references(() => households.id, { onDelete: 'cascade' }),
    tokenHash: bytes('token_hash').notNull().unique(),
    email: text('email'),
    role: text('role', { enum: ['manager', 'member', 'viewer'] }).notNull(),
    /** The person without an account whom it is for. */
    memberId: uuid('member_id').references(() => householdMembers.id, { onDelete: 'cascade' }),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => householdMembers.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    maxUses: integer('max_uses').notNull(),
    uses: integer('uses').notNull().default(0),
  },
  (table) => [
    index('invitations_household').on(table.householdId, table.createdAt, table.id),
    index('invitations_member').on(table.memberId),
    index('invitations_invited_by').on(table.invitedBy),
    index('invitations_expires_at').on(table.expiresAt),
    index('invitations_email').on(table.email),
    check('invitations_used_within_limit', sql`${table.uses} >= 0 and ${table.uses} <= ${table.maxUses}`),
  ],
)
