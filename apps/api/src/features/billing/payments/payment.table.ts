import type { CalendarDate } from '@streamline/domain'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { charges } from '../charges/charge.table.ts'

export interface PayerPart {
  readonly memberId: string
  readonly amount: number
}

/** What was given in another currency than it counts in, and the rate that brought it there. */
export interface Converted {
  readonly amount: number
  readonly currency: string
  readonly rate: string
  /** Written down as the currency it counts in in units of this one, and divided by. */
  readonly inverse?: true
  /** Both sums were told: the rate is what they come to. */
  readonly told?: true
  readonly on: CalendarDate
  readonly source: string
}

/**
 * What changed what is paid of a charge. Append-only (law 11): a reversal is a row of its own that names the original, a
 * refund and the use of a provider's credit are rows as well.
 */
export const payments = pgTable(
  'payments',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    chargeId: uuid('charge_id')
      .notNull()
      .references(() => charges.id, { onDelete: 'cascade' }),
    subscriptionId: uuid('subscription_id').notNull(),
    entry: text('entry').$type<'payment' | 'reversal' | 'refund' | 'credit'>().notNull(),
    /** Who paid, or the most of it; null where a provider's credit did. */
    paidBy: uuid('paid_by'),
    /** Members, or the account of the provider's credit, with what each gave; they sum to the amount. */
    payers: jsonb('payers').$type<readonly PayerPart[]>().notNull(),
    converted: jsonb('converted').$type<Converted>(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    paidOn: date('paid_on').notNull(),
    method: text('method'),
    reference: text('reference'),
    note: text('note'),
    assumed: boolean('assumed').notNull().default(false),
    reverses: uuid('reverses'),
    /** Entries that are one move of credit from a charge to another. */
    moveId: uuid('move_id'),
    recordedBy: uuid('recorded_by'),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    unique('payments_reversed_once').on(table.reverses),
    index('payments_by_date').on(table.householdId, table.paidOn, table.id),
    index('payments_of_subscription').on(table.subscriptionId, table.paidOn, table.id),
    index('payments_of_charge').on(table.chargeId),
    index('payments_of_move')
      .on(table.moveId)
      .where(sql`${table.moveId} is not null`),
    check(
      'payments_sign_of_entry',
      sql`case ${table.entry} when 'payment' then ${table.amount} > 0 when 'credit' then ${table.amount} > 0
        when 'refund' then ${table.amount} < 0 else ${table.amount} <> 0 and ${table.reverses} is not null end`,
    ),
  ],
)
