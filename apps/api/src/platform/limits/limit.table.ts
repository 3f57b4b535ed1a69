import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** How much of a limit is used up, as the moment at which nothing of it is (GCRA). A row that is past says nothing. */
export const limits = pgTable(
  'limits',
  {
    /** Name of the limit and a hash of who is limited: no e-mail and no address stands here. */
    key: text('key').primaryKey(),
    emptyAt: instant('empty_at').notNull(),
  },
  (table) => [index('limits_empty_at').on(table.emptyAt)],
)
