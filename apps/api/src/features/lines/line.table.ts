import { index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/**
 * A number or customer id of a household. Here and not in the documents, because no two may be the same: only one store can promise
 * that for all writers at once. Documents keep a copy of the number for finding and showing.
 */
export const lines = pgTable(
  'lines',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    kind: text('kind').notNull(),
    /** In full, as it was typed; answers mask it. */
    number: text('number').notNull(),
    /** What tells it apart, however it is written. */
    numberKey: text('number_key').notNull(),
    /** The member who alone knows of it, by their private subscriptions; null for everybody. */
    privateTo: uuid('private_to'),
    /** Whose it is; null is nobody in particular. */
    memberId: uuid('member_id'),
    name: text('name'),
    revision: integer('revision').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('lines_of_household').on(table.householdId, table.id),
    // What is private tells nobody by a refusal that it is there: it is unique among its owner's only.
    unique('lines_one_number')
      .on(table.householdId, table.kind, table.numberKey, table.privateTo)
      .nullsNotDistinct(),
  ],
)

/** Households from before there were lines, until the numbers of their subscriptions are some. */
export const lineAdoptions = pgTable('line_adoptions', {
  householdId: uuid('household_id').primaryKey(),
})
