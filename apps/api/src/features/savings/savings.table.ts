import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

/**
 * What was worked out for one person of a household, and the needs as they edited them. It holds while `made_key` names what it would be
 * made of now. It goes with the household: the migration says so.
 */
export const savings = pgTable(
  'savings',
  {
    householdId: uuid('household_id').notNull(),
    memberId: uuid('member_id').notNull(),
    /** Null: taken from what the household has. */
    needs: jsonb('needs'),
    /** Rises with each change of the needs. */
    needsNumber: integer('needs_number').notNull().default(0),
    /** The job that works it out; null where none does, or where it was told to stop. */
    jobId: uuid('job_id'),
    madeKey: text('made_key'),
    result: jsonb('result'),
    /** What the first screen tells of it, apart so that nobody unpacks the whole for that. */
    cheapest: jsonb('cheapest'),
  },
  (table) => [primaryKey({ columns: [table.householdId, table.memberId] })],
)
