import type { ExtraPurpose, SplitFrom } from '@streamline/domain'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { billedSubscriptions } from './billed-subscription.table.ts'

/** Minor units, for so many days. */
export interface UncutAmount {
  readonly amount: number
  readonly tax: number
  readonly days: number
}

/**
 * What one period costs the household. A period is its number and its first day: one that went and one that came later with the
 * same number are two charges, of which one is void. What a list shows of the subscription stands in `billed_subscriptions`.
 */
export const charges = pgTable(
  'charges',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    subscriptionId: uuid('subscription_id')
      .notNull()
      .references(() => billedSubscriptions.id, { onDelete: 'cascade' }),
    /** Number of the period; below 0 for what is charged beside the periods. */
    index: integer('index').notNull(),
    /** What it is for and what it is called, beside the periods only. */
    purpose: text('purpose').$type<ExtraPurpose>(),
    title: text('title'),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    billedOn: date('billed_on').notNull(),
    dueOn: date('due_on').notNull(),
    net: bigint('net', { mode: 'number' }).notNull(),
    tax: bigint('tax', { mode: 'number' }).notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    /** Sum of its payments and reversals, kept in the same transaction. */
    paid: bigint('paid', { mode: 'number' }).notNull().default(0),
    currency: text('currency').notNull(),
    payerId: uuid('payer_id').notNull(),
    /** Who bears it on which of its days; the first from its first day on. */
    splits: jsonb('splits').$type<readonly SplitFrom[]>().notNull(),
    /** Its amount was corrected or refunded: what the subscription would charge does not overwrite it. */
    corrected: boolean('corrected').notNull().default(false),
    /** What a corrected one costs for the days it had then, where it has fewer, or more, since. */
    uncut: jsonb('uncut').$type<UncutAmount>(),
    voidedAt: timestamp('voided_at', { withTimezone: true, mode: 'string' }),
    waivedAt: timestamp('waived_at', { withTimezone: true, mode: 'string' }),
    waivedBy: uuid('waived_by'),
    raisedAt: timestamp('raised_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    unique('charges_one_per_period').on(table.subscriptionId, table.index, table.startsOn),
    uniqueIndex('charges_one_in_force')
      .on(table.subscriptionId, table.index)
      .where(sql`${table.voidedAt} is null`),
    index('charges_by_due').on(table.householdId, table.dueOn, table.id),
    index('charges_open')
      .on(table.householdId, table.dueOn, table.id)
      .where(
        sql`${table.paid} < ${table.amount} and ${table.voidedAt} is null and ${table.waivedAt} is null`,
      ),
    check('charges_amount_is_net_and_tax', sql`${table.amount} = ${table.net} + ${table.tax}`),
    /** More than the amount is the provider's credit. */
    check('charges_paid_not_negative', sql`${table.paid} >= 0`),
    check('charges_due_after_billing', sql`${table.billedOn} <= ${table.dueOn}`),
    check('charges_period_is_half_open', sql`${table.startsOn} < ${table.endsOn}`),
  ],
)
