import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import {
  calendarDateSchema,
  idSchema,
  instantSchema,
  kindSchema,
  moneySchema,
  paidAmountSchema,
  textSchema,
} from './value.schema.ts'

export const chargeStateSchema = z.enum([
  'upcoming',
  'due',
  'overdue',
  'partlyPaid',
  'paid',
  'waived',
  'void',
])

export const shareSchema = z.strictObject({ memberId: idSchema, amount: moneySchema })

export const paymentSchema = z.strictObject({
  id: idSchema,
  chargeId: idSchema,
  paidBy: idSchema,
  amount: moneySchema,
  paidOn: calendarDateSchema,
  method: z.string().nullable(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
  assumed: z.boolean().describe('Recorded by itself, nobody confirmed it'),
  reverses: idSchema.nullable().describe('The payment this entry takes back'),
  reversedBy: idSchema.nullable(),
  recordedAt: instantSchema,
})

export const chargeSchema = z.strictObject({
  id: idSchema,
  subscriptionId: idSchema,
  subscriptionName: z.string(),
  kind: kindSchema,
  providerId: z.string().nullable(),
  brandColor: z.string().nullable(),
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema.describe('Half-open: the first day after the period'),
  billedOn: calendarDateSchema,
  dueOn: calendarDateSchema,
  net: moneySchema,
  tax: moneySchema,
  amount: moneySchema,
  paid: moneySchema,
  outstanding: moneySchema,
  state: chargeStateSchema,
  paidBy: idSchema.nullable().describe('Who usually pays'),
  shares: z.array(shareSchema),
})

export const balanceSchema = z.strictObject({
  memberId: idSchema,
  memberName: z.string(),
  amount: moneySchema.describe('Positive: the others owe this person'),
})

export const transferSchema = z.strictObject({
  from: idSchema,
  fromName: z.string(),
  to: idSchema,
  toName: z.string(),
  amount: moneySchema,
})

export const balancesSchema = z.strictObject({
  balances: z.array(balanceSchema),
  transfers: z.array(transferSchema).describe('Settles everything in the fewest transfers'),
  exact: z.boolean().describe('False where the fewest could not be proven'),
})

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
    summary: 'One charge with its payments',
    access: { household: 'charges.read' },
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema }))
    .output(chargeSchema.extend({ payments: z.array(paymentSchema) })),

  recordPayment: route({
    method: 'POST',
    path: '/v1/households/{householdId}/charges/{id}/payments',
    tag: 'billing',
    summary: 'Record what somebody paid to the provider, whole or in part',
    description:
      'Without an amount, what is outstanding. Without a payer, who usually pays. Without a date, today.',
    access: { household: 'payments.record' },
    status: 201,
    idempotent: true,
    errors: [
      'charge-closed',
      'currency-mismatch',
      'amount-out-of-range',
      'unknown-member',
      'date-out-of-range',
    ],
  })
    .input(
      z.strictObject({
        ...inHousehold,
        id: idSchema,
        amount: paidAmountSchema.optional(),
        paidOn: calendarDateSchema.optional(),
        paidBy: idSchema.optional(),
        method: textSchema(40).optional(),
        reference: textSchema(80).optional(),
        note: textSchema(500).optional(),
      }),
    )
    .output(z.strictObject({ payment: paymentSchema, charge: chargeSchema })),

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
          startsOn: calendarDateSchema,
          endsOn: calendarDateSchema,
        }),
      ),
    ),

  reversePayment: route({
    method: 'POST',
    path: '/v1/households/{householdId}/payments/{id}/reverse',
    tag: 'billing',
    summary: 'Take a wrong payment back; both entries stay in the history',
    access: { household: 'payments.reverse' },
    status: 201,
    idempotent: true,
    errors: ['already-reversed'],
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema, reason: textSchema(500).optional() }))
    .output(z.strictObject({ payment: paymentSchema, charge: chargeSchema })),

  readBalances: route({
    method: 'GET',
    path: '/v1/households/{householdId}/balances',
    tag: 'billing',
    summary: 'Who owes whom, and the fewest transfers that settle it',
    access: { household: 'balances.read' },
  })
    .input(z.strictObject(inHousehold))
    .output(balancesSchema),
}
