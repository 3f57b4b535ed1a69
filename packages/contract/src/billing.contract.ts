import { LARGEST_PART } from '@streamline/domain'
import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import { partSchema, shareSchema } from './split.schema.ts'
import {
  billedAmountSchema,
  calendarDateSchema,
  extraPurposeSchema,
  idSchema,
  instantSchema,
  kindSchema,
  moneySchema,
  paidAmountSchema,
  textSchema,
  shownLookSchema,
} from './value.schema.ts'
import { convertedSchema, oldRateSchema } from './converted.schema.ts'

export const chargeStateSchema = z.enum([
  'upcoming',
  'due',
  'overdue',
  'partlyPaid',
  'paid',
  'waived',
  'void',
])

/**
 * What changed what is paid of a charge: somebody's payment, one taken back, money that the provider gave back, or the
 * provider's credit of an earlier overpayment.
 */
export const paymentKindSchema = z.enum(['payment', 'reversal', 'refund', 'credit'])

export const paymentSchema = z.strictObject({
  id: idSchema,
  chargeId: idSchema,
  entry: paymentKindSchema,
  paidBy: idSchema.nullable().describe('Who paid, or the most of it; null where the provider’s credit did'),
  payers: z.array(partSchema).describe('Everybody who paid, with their part'),
  amount: moneySchema.describe('In the currency of the charge; negative where money came back'),
  converted: convertedSchema.nullable(),
  paidOn: calendarDateSchema,
  method: z.string().nullable(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
  assumed: z.boolean().describe('Recorded by itself, nobody confirmed it'),
  reverses: idSchema.nullable().describe('The payment this entry takes back'),
  reversedBy: idSchema.nullable(),
  moveId: idSchema
    .nullable()
    .describe('Names a move of credit: a refund and the payment that it became go back together'),
  recordedAt: instantSchema,
})

export const chargeSchema = z.strictObject({
  id: idSchema,
  subscriptionId: idSchema,
  subscriptionName: z.string(),
  kind: kindSchema,
  providerId: z.string().nullable(),
  brandColor: z.string().nullable(),
  look: shownLookSchema,
  extra: z
    .strictObject({ purpose: extraPurposeSchema, title: z.string().nullable() })
    .nullable()
    .describe('What is charged beside the periods: a fee, a booster, a deposit'),
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema.describe('Half-open: the first day after the period'),
  billedOn: calendarDateSchema,
  dueOn: calendarDateSchema,
  net: moneySchema,
  tax: moneySchema,
  amount: moneySchema,
  paid: moneySchema,
  outstanding: moneySchema,
  credit: moneySchema.describe('Paid beyond the amount and not used since: the provider owes it back'),
  state: chargeStateSchema,
  paidBy: idSchema.nullable().describe('Who usually pays'),
  shares: z.array(shareSchema),
  mayChange: z.boolean().describe('Whether you may correct, waive or refund it'),
})

export const correctionSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['correction', 'refund', 'waived', 'unwaived']),
  before: moneySchema,
  after: moneySchema,
  reason: z.string().nullable(),
  recordedBy: idSchema,
  recordedAt: instantSchema,
})

const byCharge = { ...inHousehold, id: idSchema }
const chargeDetailSchema = chargeSchema.extend({
  payments: z.array(paymentSchema),
  corrections: z
    .array(correctionSchema)
    .describe('Every change of the amount, oldest first; nothing is edited'),
})
const paidSchema = z.strictObject({ payment: paymentSchema, charge: chargeSchema })

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

export const billingContract = {
  listCharges: route({
    method: 'GET',
    path: '/v1/households/{householdId}/charges',
    tag: 'billing',
    summary:
      'Charges by due date; `state` may be any state, or `open` for what is due, overdue or partly paid',
    access: { household: 'charges.read' },
  })
    .input(
      z.strictObject({
        ...inHousehold,
        state: z.enum([...chargeStateSchema.options, 'open']).optional(),
        subscriptionId: idSchema.optional(),
        ...pageQuery,
      }),
    )
    .output(pageOf(chargeSchema)),

  readCharge: route({
    method: 'GET',
    path: '/v1/households/{householdId}/charges/{id}',
    tag: 'billing',
    summary: 'One charge with its payments and corrections',
    access: { household: 'charges.read' },
  })
    .input(z.strictObject(byCharge))
    .output(chargeDetailSchema),

  correctCharge: route({
    method: 'POST',
    path: '/v1/households/{householdId}/charges/{id}/correct',
    tag: 'billing',
    summary: 'The provider billed another amount for this period: what is debited, tax included',
    access: { household: 'charges.change' },
    idempotent: true,
    errors: ['charge-closed', 'currency-mismatch', 'amount-out-of-range'],
  })
    .input(z.strictObject({ ...byCharge, amount: billedAmountSchema, reason: textSchema(500).min(1) }))
    .output(chargeDetailSchema),

  waiveCharge: route({
    method: 'POST',
    path: '/v1/households/{householdId}/charges/{id}/waive',
    tag: 'billing',
    summary: 'Nobody will pay what is left of this charge',
    access: { household: 'charges.change' },
    idempotent: true,
    errors: ['charge-closed'],
  })
    .input(z.strictObject({ ...byCharge, reason: textSchema(500).optional() }))
    .output(chargeDetailSchema),

  unwaiveCharge: route({
    method: 'POST',
    path: '/v1/households/{householdId}/charges/{id}/unwaive',
    tag: 'billing',
    summary: 'Take a waiver back: what was left is owed again',
    access: { household: 'charges.change' },
    idempotent: true,
    errors: ['illegal-transition'],
  })
    .input(z.strictObject({ ...byCharge, reason: textSchema(500).optional() }))
    .output(chargeDetailSchema),

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

  confirmDebits: route({
    method: 'POST',
    path: '/v1/households/{householdId}/debits/confirm',
    tag: 'billing',
    summary: 'Debits that booked themselves really went through: all of them, or some',
    description:
      'They are no longer listed. Saying it again changes nothing; each can still be denied later.',
    access: { household: 'payments.record' },
    idempotent: true,
  })
    .input(z.strictObject({ ...inHousehold, paymentIds: z.array(idSchema).min(1).max(200).optional() }))
    .output(z.strictObject({ paymentIds: z.array(idSchema).describe('Those that were waiting for it') })),

  denyDebit: route({
    method: 'POST',
    path: '/v1/households/{householdId}/payments/{id}/deny',
    tag: 'billing',
    summary: 'An assumed debit did not go through as it was booked, however long ago',
    description:
      '`failed`: the charge is due again. `otherAmount`: the charge and its payment become `amount`. `somebodyElse`: `paidBy` paid it on that day.',
    access: { household: 'payments.reverse' },
    idempotent: true,
    errors: [
      'already-reversed',
      'illegal-transition',
      'charge-closed',
      'currency-mismatch',
      'amount-out-of-range',
      'unknown-member',
    ],
  })
    .input(
      z.strictObject({
        ...inHousehold,
        id: idSchema,
        because: z.enum(['failed', 'otherAmount', 'somebodyElse']),
        amount: paidAmountSchema.optional().describe('What was debited, tax included; for `otherAmount`'),
        paidBy: idSchema.optional().describe('Who paid; for `somebodyElse`'),
        reason: textSchema(500).optional(),
      }),
    )
    .output(chargeDetailSchema),

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
