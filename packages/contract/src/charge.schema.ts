import * as z from 'zod'
import { convertedSchema } from './converted.schema.ts'
import { inHousehold } from './households.contract.ts'
import { partSchema, shareSchema } from './split.schema.ts'
import {
  calendarDateSchema,
  extraPurposeSchema,
  idSchema,
  instantSchema,
  kindSchema,
  moneySchema,
  shownLookSchema,
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

export const byCharge = { ...inHousehold, id: idSchema }

export const chargeDetailSchema = chargeSchema.extend({
  payments: z.array(paymentSchema),
  corrections: z
    .array(correctionSchema)
    .describe('Every change of the amount, oldest first; nothing is edited'),
})
export const paidSchema = z.strictObject({ payment: paymentSchema, charge: chargeSchema })
