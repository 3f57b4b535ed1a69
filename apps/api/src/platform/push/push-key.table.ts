import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The key pair by which push services know this installation (VAPID); browsers subscribe to its public half. */
export const pushKeys = pgTable('push_keys', {
  id: uuid('id').primaryKey(),
  /** Point of P-256, uncompressed, in base64url. */
  publicKey: text('public_key').notNull(),
  /** Under a key derived from APP_SECRET. */
  sealedPrivateKey: text('sealed_private_key').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
})
