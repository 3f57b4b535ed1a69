import { customType, index, integer, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../users/user.table.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What a right password gave where a second factor is on: it buys a session together with the factor. */
export const secondFactorTickets = pgTable(
  'second_factor_tickets',
  {
    hash: bytes('hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    wrongTries: integer('wrong_tries').notNull().default(0),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('second_factor_tickets_user').on(table.userId),
    index('second_factor_tickets_expires_at').on(table.expiresAt),
  ],
)
