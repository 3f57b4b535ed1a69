import { customType, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../users/user.table.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** Links that a mail carries: opaque, once, short, kept as hashes. */
export const linkTokens = pgTable(
  'link_tokens',
  {
    hash: bytes('hash').primaryKey(),
    userId: userId(),
    purpose: text('purpose', { enum: ['verify-email', 'change-email', 'reset-password'] }).notNull(),
    /** The address the link was sent to, and speaks for. */
    email: text('email').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('link_tokens_user').on(table.userId),
    index('link_tokens_expires_at').on(table.expiresAt),
  ],
)

/** The one code that waits for a person's new phone number. */
export const phoneCodes = pgTable('phone_codes', {
  userId: userId().primaryKey(),
  phone: text('phone').notNull(),
  /** Keyed by APP_SECRET: a million codes are soon tried on a plain hash. */
  codeHash: bytes('code_hash').notNull(),
  guesses: integer('guesses').notNull().default(0),
  expiresAt: instant('expires_at').notNull(),
})

/** Asked-for password resets, known address or not: what follows happens after the answer, so its time tells nothing. */
export const resetRequests = pgTable(
  'reset_requests',
  {
    id: uuid('id').primaryKey(),
    emailNormalised: text('email_normalised').notNull(),
    createdAt: instant('created_at').notNull(),
    address: text('address').notNull(),
    userAgent: text('user_agent'),
  },
  (table) => [index('reset_requests_created_at').on(table.createdAt)],
)
