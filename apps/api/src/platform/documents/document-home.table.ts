import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, uuid } from 'drizzle-orm/pg-core'

/** One row: where the documents of this installation are. */
export const documentHome = pgTable(
  'document_home',
  {
    isOnly: boolean('is_only').primaryKey().default(true),
    /** Stands in the other store as well, so that an empty or a foreign one is not taken for ours. */
    installation: uuid('installation').notNull(),
    store: text('store').notNull(),
    /** The store to which a move has begun and not ended. */
    movingTo: text('moving_to'),
  },
  (table) => [
    check('document_home_is_one', sql`${table.isOnly}`),
    check('document_home_store', sql`${table.store} in ('postgres', 'mongodb')`),
    check('document_home_moving_to', sql`${table.movingTo} in ('postgres', 'mongodb')`),
  ],
)
