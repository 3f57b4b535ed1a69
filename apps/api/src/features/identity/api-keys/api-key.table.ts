import type { ApiKeyScope } from '@streamline/contract'
import { customType, date, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../users/user.table.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Keys of people's own scripts. Only hashes: who reads this table can call nothing. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Its first characters, by which people tell their keys apart. */
    hint: text('hint').notNull(),
    hash: bytes('hash').notNull().unique('api_keys_hash'),
    scopes: text('scopes').array().notNull().$type<ApiKeyScope[]>(),
    createdAt: instant('created_at').notNull(),
    /** The first day, in UTC, on which it opens nothing any more. */
    expiresOn: date('expires_on'),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('api_keys_user').on(table.userId, table.id)],
)
