import { customType, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * The answer of the first screen as it is sent, per viewer and local date, packed; for who does not accept that it is unpacked. It
 * holds while the household's revision, the build, the catalogue and the kept savings are those that it was made from: any write, midnight and
 * another version make it stale by themselves.
 */
export const overviews = pgTable(
  'overviews',
  {
    householdId: uuid('household_id').notNull(),
    memberId: uuid('member_id').notNull(),
    localDate: date('local_date').notNull(),
    revision: integer('revision').notNull(),
    /** What shaped it beside the facts: the build and the catalogue. */
    shape: text('shape').notNull().default(''),
    /** Names the savings that it tells of; they are worked out beside any write. */
    savingsKey: text('savings_key').notNull().default(''),
    gzip: bytes('gzip').notNull(),
  },
  (table) => [primaryKey({ columns: [table.householdId, table.memberId, table.localDate] })],
)
