import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { billedSubscriptions } from '../charges/billed-subscription.table.ts'
import type { TouchedCharge } from './standing.ts'

/**
 * What an act did to the charges of its subscription: those that it touched, as they stood before it and after. Taken back while all
 * of them stand as it left them, they are again what they were before.
 */
export const actEffects = pgTable(
  'act_effects',
  {
    act: uuid('act').primaryKey(),
    subscriptionId: uuid('subscription_id')
      .notNull()
      .references(() => billedSubscriptions.id, { onDelete: 'cascade' }),
    householdId: uuid('household_id').notNull(),
    before: jsonb('before').$type<readonly TouchedCharge[]>().notNull(),
    /** How all charges stood after it, in short. */
    after: text('after').notNull(),
    /** Who bore and paid the subscription then, in short. */
    people: text('people').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    index('act_effects_of_subscription').on(table.subscriptionId),
    index('act_effects_of_household').on(table.householdId),
  ],
)
