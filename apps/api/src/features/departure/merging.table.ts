import { date, index, jsonb, pgTable, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { MergedMoney } from '../billing/merging/merging.service.ts'

/** What an entry named before it became another. */
export interface BeforeMerging extends MergedMoney {
  readonly lineIds: readonly string[]
}

/** Entries that are one with another until that is taken back; the row goes with it. */
export const mergings = pgTable(
  'mergings',
  {
    /** Of the act; documents that followed it name it. */
    id: uuid('id').primaryKey(),
    /** Goes with the household, as the database sees to. */
    householdId: uuid('household_id').notNull(),
    memberId: uuid('member_id').notNull(),
    intoId: uuid('into_id').notNull(),
    mergedOn: date('merged_on').notNull(),
    mergedAt: timestamp('merged_at', { withTimezone: true, mode: 'string' }).notNull(),
    before: jsonb('before').$type<BeforeMerging>().notNull(),
  },
  (table) => [
    unique('mergings_of_member').on(table.householdId, table.memberId),
    index('mergings_of_household').on(table.householdId),
  ],
)
