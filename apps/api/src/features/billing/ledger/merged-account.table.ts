import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

/** Entries of a household that became another: whatever is posted to the one from then on is posted to the other. */
export const mergedAccounts = pgTable(
  'merged_accounts',
  {
    householdId: uuid('household_id').notNull(),
    /** A member's id, as in the ledger. */
    account: text('account').notNull(),
    into: text('into_account').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.householdId, table.account] }),
    index('merged_accounts_into').on(table.householdId, table.into),
  ],
)
