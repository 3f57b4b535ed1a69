import { customType, index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { users } from '../users/user.table.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Somebody at another issuer who is a person here. The pair of issuer and subject is the only thing believed. */
export const userIdentities = pgTable(
  'user_identities',
  {
    /** Its URL, as its tokens say it. */
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    unique('user_identities_user_issuer').on(table.userId, table.issuer),
  ],
)

/** Sign-ins that are under way at an issuer. Only the browser that began one, by its cookie, can end it, once. */
export const oidcStates = pgTable(
  'oidc_states',
  {
    hash: bytes('hash').primaryKey(),
    cookieHash: bytes('cookie_hash').notNull(),
    issuer: text('issuer').notNull(),
    nonce: text('nonce').notNull(),
    /** PKCE; sealed, because it opens the code. */
    sealedVerifier: text('sealed_verifier').notNull(),
    next: text('next').notNull(),
    country: text('country'),
    timeZone: text('time_zone'),
    /** Who links another way in; null for a sign-in. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id'),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('oidc_states_expires_at').on(table.expiresAt),
    index('oidc_states_user').on(table.userId),
  ],
)
