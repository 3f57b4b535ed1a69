import type { CalendarDate, SubscriptionKind } from '@streamline/domain'
import { date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'

/**
 * What charges show of their subscription, which lives in another store, and how new that is: a copy that is older than
 * this changes nothing any more. Written under the household's lock.
 */
export const billedSubscriptions = pgTable(
  'billed_subscriptions',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    revision: integer('revision').notNull(),
    /** Periods below this index have their charge; it grows with time while the revision stays. */
    raised: integer('raised').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<SubscriptionKind>().notNull(),
    providerId: text('provider_id'),
    brandColor: text('brand_color'),
    /** An emoji or a colour that somebody gave it. */
    look: text('look'),
    visibility: text('visibility').$type<'shared' | 'private'>().notNull(),
    ownerId: uuid('owner_id').notNull(),
    payerId: uuid('payer_id').notNull(),
    /** Debits due from this day on book themselves. */
    bookedFrom: date('booked_from').$type<CalendarDate>(),
  },
  (table) => [index('billed_subscriptions_of_household').on(table.householdId)],
)
