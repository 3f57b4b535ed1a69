import { LARGEST_PART } from '@streamline/domain'
import * as z from 'zod'
import { byCharge, paidSchema, paymentSchema } from './charge.schema.ts'
import { oldRateSchema } from './converted.schema.ts'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import {
  calendarDateSchema,
  idSchema,
  kindSchema,
  paidAmountSchema,
  textSchema,
  shownLookSchema,
} from './value.schema.ts'

const howPaid = {
  paidOn: calendarDateSchema.optional(),
  paidBy: idSchema.optional(),
  method: textSchema(40).optional(),
  reference: textSchema(80).optional(),
  note: textSchema(500).optional(),
}

const payErrors = [
  'charge-closed',
  'currency-mismatch',
  'missing-rate',
  'old-rate',
  'amount-out-of-range',
  'invalid-split',
  'unknown-member',
  'date-out-of-range',
] as const

export const paymentsContract = {
  recordPayment: route({
    method: 'POST',
    path: '/v1/households/{householdId}/charges/{id}/payments',
    tag: 'billing',
    summary: 'Record what somebody paid to the provider, whole or in part, alone or together',
    description:
      'Without an amount, what is outstanding. Without a payer, who usually pays. Without a date, today. In another currency it needs a rate of the household on or before that day.',
    access: { household: 'payments.record' },
    status: 201,
    idempotent: true,
    errors: payErrors,
  })
    .input(
      z.strictObject({
        ...byCharge,
        ...howPaid,
        amount: paidAmountSchema.optional(),
        settles: paidAmountSchema
          .optional()
          .describe(
            'What that is in the charge’s currency, where the statement says both sums; no rate is asked for',
          ),
        oldRate: oldRateSchema,
        payers: z
          .array(z.strictObject({ memberId: idSchema, amount: z.int().min(1).max(LARGEST_PART) }))
          .min(1)
          .max(20)
          .optional()
          .describe('Instead of `paidBy`: parts in minor units that sum to the amount'),
        overpayment: z
          .boolean()
          .optional()
          .describe('More than is outstanding is meant: the rest becomes the provider’s credit'),
      }),
    )
    .output(paidSchema),

  payCharges: route({
    method: 'POST',
    path: '/v1/households/{householdId}/payments',
    tag: 'billing',
    summary: 'Record several charges as paid in full, all or none of them',
    access: { household: 'payments.record' },
    status: 201,
    idempotent: true,
    errors: payErrors,
  })
    .input(
      z.strictObject({
        ...inHousehold,
        chargeIds: z.array(idSchema).min(1).max(50),
        ...howPaid,
        onDueDays: z
          .boolean()
          .optional()
          .describe('Each on its due day, or today where that is still to come; instead of `paidOn`'),
      }),
    )
    .output(z.strictObject({ items: z.array(paidSchema) })),

  refundCharge: route({
    method: 'POST',
    path: '/v1/households/{householdId}/charges/{id}/refunds',
    tag: 'billing',
    summary: 'The provider gave money back: first what was paid too much, then the charge becomes less',
    access: { household: 'payments.record' },
    status: 201,
    idempotent: true,
    errors: ['currency-mismatch', 'amount-out-of-range', 'unknown-member', 'date-out-of-range'],
  })
    .input(
      z.strictObject({
        ...byCharge,
        amount: paidAmountSchema,
        receivedBy: idSchema.optional().describe('Default: who usually pays'),
        refundedOn: calendarDateSchema.optional(),
        method: textSchema(40).optional(),
        note: textSchema(500).optional(),
      }),
    )
    .output(paidSchema),

  payFromCredit: route({
    method: 'POST',
    path: '/v1/households/{householdId}/charges/{id}/from-credit',
    tag: 'billing',
    summary: 'Pay a charge with what the provider of another subscription owes back',
    description:
      'You get the credit back and pay with it, today: a refund there and a payment here that go back together. Without an amount, as much as there is and the charge can take. You may change both subscriptions.',
    access: { household: 'charges.change' },
    status: 201,
    idempotent: true,
    errors: ['charge-closed', 'currency-mismatch', 'amount-out-of-range'],
  })
    .input(
      z.strictObject({
        ...byCharge,
        subscriptionId: idSchema.describe('Whose credit it is'),
        amount: paidAmountSchema.optional(),
      }),
    )
    .output(paidSchema),

  listPayments: route({
    method: 'GET',
    path: '/v1/households/{householdId}/payments',
    tag: 'billing',
    summary: 'What was paid, newest first',
    access: { household: 'charges.read' },
  })
    .input(z.strictObject({ ...inHousehold, subscriptionId: idSchema.optional(), ...pageQuery }))
    .output(
      pageOf(
        paymentSchema.extend({
          subscriptionId: idSchema,
          subscriptionName: z.string(),
          kind: kindSchema,
          brandColor: z.string().nullable(),
          look: shownLookSchema,
          startsOn: calendarDateSchema,
          endsOn: calendarDateSchema,
        }),
      ),
    ),

  reversePayment: route({
    method: 'POST',
    path: '/v1/households/{householdId}/payments/{id}/reverse',
    tag: 'billing',
    summary: 'Take a wrong payment or refund back; both entries stay in the history',
    access: { household: 'payments.reverse' },
    status: 201,
    idempotent: true,
    errors: ['already-reversed', 'amount-out-of-range'],
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema, reason: textSchema(500).optional() }))
    .output(paidSchema),
}
