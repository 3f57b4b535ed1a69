import { customType, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sessions } from '../sessions/session.table.ts'
import { users } from '../users/user.table.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A phone or browser that gets notifications, as long as its session lives. */
export const devices = pgTable(
  'devices',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['fcm', 'webPush'] }).notNull(),
    name: text('name').notNull(),
    /** The FCM token, or the endpoint of the web-push subscription. */
    token: text('token').notNull(),
    /** SHA-256 of kind and token: tokens are longer than an index takes. One phone is one row, whoever uses it. */
    tokenHash: bytes('token_hash').notNull().unique('devices_token_hash'),
    /** Keys of a web-push subscription. */
    p256dh: text('p256dh'),
    auth: text('auth'),
    registeredAt: instant('registered_at').notNull(),
  },
  (table) => [index('devices_user').on(table.userId, table.id), index('devices_session').on(table.sessionId)],
)
