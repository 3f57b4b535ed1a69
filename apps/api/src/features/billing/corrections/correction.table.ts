import { bigint, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { charges } from '../charges/charge.table.ts'
import { payments } from '../payments/payment.table.ts'

/** Why the amount of a charge, or whether it is owed, is not what the subscription says. Append-only (law 11). */
export const chargeCorrections = pgTable(
  'charge_corrections',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id').notNull(),
    chargeId: uuid('charge_id')
      .notNull()
      .references(() => charges.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<'correction' | 'refund' | 'waived' | 'unwaived'>().notNull(),
    /** The refund, or its reversal, that changed the amount. */
    paymentId: uuid('payment_id').references(() => payments.id, { onDelete: 'cascade' }),
    before: bigint('before', { mode: 'number' }).notNull(),
    after: bigint('after', { mode: 'number' }).notNull(),
    /** Tax in the amount before, so that going back there is exact. */
    taxBefore: bigint('tax_before', { mode: 'number' }).notNull(),
    reason: text('reason'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    index('charge_corrections_of_charge').on(table.chargeId),
    index('charge_corrections_of_payment').on(table.paymentId),
  ],
)

export type CorrectionRow = typeof chargeCorrections.$inferSelect
