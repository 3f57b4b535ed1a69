import { customType, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * The answer of the first screen as it is sent, per viewer and local date, as it is and packed for whoever accepts
 * that. It holds while the household's revision is the one that it was built from: any write, and midnight, make it
 * stale by themselves.
 */
export const overviews = pgTable(
  'overviews',
  {
    householdId: uuid('household_id').notNull(),
    memberId: uuid('member_id').notNull(),
    localDate: date('local_date').notNull(),
    revision: integer('revision').notNull(),
    body: text('body').notNull(),
    gzip: bytes('gzip').notNull(),
  },
  (table) => [primaryKey({ columns: [table.householdId, table.memberId, table.localDate] })],
)
