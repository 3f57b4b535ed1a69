import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Keys that sign access tokens: the newest signs, older ones still verify until they are deleted. */
export const signingKeys = pgTable('signing_keys', {
  id: text('id').primaryKey(),
  algorithm: text('algorithm').notNull(),
  publicJwk: jsonb('public_jwk').notNull(),
  /** AES-256-GCM under a key derived from APP_SECRET. */
  encryptedPrivateJwk: text('encrypted_private_jwk').notNull(),
  createdAt: instant('created_at').notNull(),
})
