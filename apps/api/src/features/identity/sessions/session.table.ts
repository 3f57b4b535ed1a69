import { boolean, customType, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../users/user.table.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const endReasons = [
  'sign-out',
  'token-reuse',
  'answer-lost',
  'revoked',
  'password-changed',
  'password-reset',
  'blocked',
  'deleted',
  'signed-in-again',
] as const

/** One sign-in on one device; its refresh tokens are one family. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** How its refresh tokens travel; a family keeps its transport. */
    transport: text('transport', { enum: ['cookie', 'body'] }).notNull(),
    /** What the device calls itself that signed in, or exchanged a token since. */
    userAgent: text('user_agent'),
    address: text('address'),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** When the person last proved who they are: at sign-in, and when asked again. */
    confirmedAt: instant('confirmed_at'),
    idleUntil: instant('idle_until').notNull(),
    absoluteUntil: instant('absolute_until').notNull(),
    endedAt: instant('ended_at'),
    endedBecause: text('ended_because', { enum: endReasons }),
  },
  (table) => [index('sessions_user').on(table.userId), index('sessions_idle_until').on(table.idleUntil)],
)

/** Only hashes: who reads this table cannot sign in. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    hash: bytes('hash').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    issuedAt: instant('issued_at').notNull(),
    usedAt: instant('used_at'),
    /** The token it was exchanged for. */
    successorHash: bytes('successor_hash'),
    /** Its device showed it again within the grace, because the answer had been lost. */
    wasRepeated: boolean('was_repeated').notNull().default(false),
  },
  (table) => [index('refresh_tokens_session').on(table.sessionId)],
)
