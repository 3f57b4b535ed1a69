import * as z from 'zod'
import { actSchema } from './act-line.schema.ts'
import { chargeStateSchema, paymentSchema } from './charge.schema.ts'
import { includedServiceSchema, taxSchema } from './catalogue.contract.ts'
import { inHousehold } from './households.contract.ts'
import { splitSchema, splitSinceSchema } from './split.schema.ts'
import { allowanceSchema } from './usage.contract.ts'
import {
  billingIntervalSchema,
  calendarDateSchema,
  extraPurposeSchema,
  idSchema,
  instantSchema,
  kindSchema,
  moneySchema,
  sumSchema,
  shownLookSchema,
  wallTimeSchema,
} from './value.schema.ts'

export const subscriptionStatusSchema = z.enum([
  'scheduled',
  'trialing',
  'active',
  'grace',
  'paused',
  'cancelled',
  'expired',
])
export const renewalSchema = z.enum(['automatic', 'manual'])
export const phaseSchema = z.enum(['trial', 'intro', 'regular'])
/** What is billed for the days from the start to the first bill date. */
export const firstBillSchema = z.enum(['whole', 'byDay', 'none'])
export const renewalPolicySchema = z.enum(['fromDueDate', 'fromPaymentDate', 'stack'])

const planReferenceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(['current', 'unverified', 'superseded']),
  asOf: calendarDateSchema,
})

export const subscriptionSchema = z.strictObject({
  id: idSchema,
  householdId: idSchema,
  revision: z.int(),
  name: z.string(),
  kind: kindSchema,
  providerId: z.string().nullable(),
  providerName: z.string().nullable(),
  brandColor: z.string().nullable().describe('The colour of the brand as #rrggbb'),
  look: shownLookSchema,
  plan: planReferenceSchema.nullable(),
  visibility: z.enum(['shared', 'private']),
  ownerId: idSchema,
  managedBy: idSchema,
  usedBy: z.array(idSchema),
  paidBy: idSchema,
  split: splitSchema.describe('In force today'),
  line: z.string().nullable().describe('Number or customer id, masked: ••••• ••210'),
  lineId: idSchema
    .nullable()
    .describe('The number or customer id as a thing of its own; null without one, or while it is being made'),
  labels: z.array(z.string()),
  status: subscriptionStatusSchema,
  renewal: renewalSchema,
  interval: billingIntervalSchema,
  price: moneySchema,
  tax: taxSchema,
  debit: moneySchema.describe('What a full period costs, tax included'),
  monthlyCost: moneySchema.describe('True average month; a 28-day pack counts 365.25/12/28 times'),
  billDay: z.int().nullable(),
  dueDays: z.int().nullable(),
  startsOn: calendarDateSchema,
  currentPeriod: z.strictObject({ startsOn: calendarDateSchema, endsOn: calendarDateSchema }).nullable(),
  renewsOn: calendarDateSchema
    .nullable()
    .describe('First day of the next period; null when it will not renew'),
  usableUntil: calendarDateSchema.nullable().describe('Last usable day already known, null when it is over'),
  stopsAt: wallTimeSchema
    .nullable()
    .describe('When on its last day it stops, where the operator counts hours; null: the day is whole'),
  nextDebit: z
    .strictObject({ on: calendarDateSchema, amount: moneySchema, expected: z.boolean() })
    .nullable(),
  decideBy: calendarDateSchema.nullable().describe('Last day on which cancelling avoids the next debit'),
  cancelledOn: calendarDateSchema.nullable(),
  removedOn: calendarDateSchema.nullable().describe('Added by mistake: taken away on this day'),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})

const entitlementSchema = z.strictObject({
  serviceId: z.string(),
  state: z
    .enum(['running', 'toClaim', 'dismissed', 'notChosen', 'ended'])
    .describe('`notChosen`: as many of its group are picked as may be'),
  from: calendarDateSchema.nullable(),
  usableUntil: calendarDateSchema.nullable().describe('Last day already known'),
})

const extraSchema = z.strictObject({
  id: idSchema.describe('The act that added it: undo takes it back'),
  purpose: extraPurposeSchema,
  title: z.string().nullable(),
  startsOn: calendarDateSchema,
  usableUntil: calendarDateSchema.nullable().describe('Its last day, where it has a validity'),
  dueOn: calendarDateSchema,
  amount: moneySchema,
  split: splitSchema.nullable().describe('Null: as the subscription'),
  chargeId: idSchema.nullable().describe('Null while it is still being applied'),
  state: chargeStateSchema.nullable(),
  paid: moneySchema,
})

const beginningSchema = z.strictObject({
  planId: z.string().nullable(),
  startsOn: calendarDateSchema,
  interval: billingIntervalSchema,
  price: moneySchema,
  tax: taxSchema,
  renewal: renewalSchema,
  billDay: z.int().nullable(),
  dueDays: z.int().nullable(),
  firstBill: firstBillSchema
    .nullable()
    .describe('Postpaid: what is billed for the days before the first bill date'),
  trial: billingIntervalSchema.nullable(),
  intro: z.strictObject({ price: moneySchema, periods: z.int() }).nullable(),
  bonus: billingIntervalSchema.nullable(),
  chargedFrom: calendarDateSchema.nullable().describe('Periods that began before it are left out'),
  dayRate: moneySchema.nullable(),
  minimumTerm: z.strictObject({ length: billingIntervalSchema, exitFee: moneySchema.nullable() }).nullable(),
})

const timelineEntrySchema = z.strictObject({
  index: z.int(),
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
  phase: phaseSchema,
  planName: z
    .string()
    .nullable()
    .describe('The plan it was, where that is another than the one in the long run'),
  isCut: z.boolean().describe('It ended early and costs only its days'),
  expected: z.boolean().describe('A forecast: no charge is raised yet'),
  dueOn: calendarDateSchema,
  amount: moneySchema,
  net: moneySchema,
  tax: moneySchema,
  chargeId: idSchema.nullable(),
  state: chargeStateSchema.nullable(),
  paid: moneySchema,
  payments: z.array(paymentSchema),
})

/** Another price that the provider asks for the plan of a subscription. */
export const priceNewsSchema = z.strictObject({
  versionId: z.string(),
  from: moneySchema.describe('What is debited now, with tax'),
  to: moneySchema,
  price: moneySchema.describe('The other price as it is advertised'),
  on: calendarDateSchema.describe('From this day on'),
  perYear: moneySchema.describe('What twelve months cost more; negative is less'),
  decideBy: calendarDateSchema
    .nullable()
    .describe('Last day on which cancelling avoids the first debit at it'),
})

export const subscriptionDetailSchema = subscriptionSchema.extend({
  note: z.string().nullable(),
  noticeDays: z.int(),
  dayRate: z
    .strictObject({
      rate: moneySchema.describe('What a day costs today'),
      leftOver: moneySchema.describe('Left after the last day that is paid; the next recharge gets it'),
      next: z.strictObject({ fromOn: calendarDateSchema, rate: moneySchema }).nullable(),
    })
    .nullable()
    .describe('Of a balance that burns by the day'),
  minimumTerm: z
    .strictObject({
      untilOn: calendarDateSchema.describe('First day on which one is free to leave'),
      exitFee: moneySchema.nullable(),
    })
    .nullable()
    .describe('The one that runs today; null where one is free to leave'),
  allowances: z.array(allowanceSchema).describe('Limits that the household typed itself'),
  recordsItself: z
    .boolean()
    .nullable()
    .describe('Debits book themselves on their due day, marked assumed; null: nobody was asked yet'),
  recordsItselfFrom: calendarDateSchema.nullable().describe('From this due day on'),
  splits: z
    .array(splitSinceSchema)
    .describe('Every split with the day from which it is in force, oldest first'),
  includes: z.array(includedServiceSchema),
  entitlements: z
    .array(entitlementSchema)
    .describe('The right to each included service today, in the order of `includes`'),
  timeline: z.array(timelineEntrySchema).describe('Oldest first: the last 24 periods and the next 6'),
  extras: z
    .array(extraSchema)
    .describe('Fees, deposits, boosters and whatever else was charged beside the periods, newest first'),
  acts: z.array(actSchema).describe('What happened, newest first: the last 50'),
  beginning: beginningSchema.describe('As it was said, or corrected since'),
  credits: z
    .array(
      z.strictObject({
        chargeId: idSchema,
        startsOn: calendarDateSchema,
        endsOn: calendarDateSchema,
        amount: moneySchema,
      }),
    )
    .describe('What the provider owes back, by the charge on which it was paid, the latest first'),
  lifetimeSpend: z.array(sumSchema).describe('Paid so far by the ledger, per currency'),
  priceNews: priceNewsSchema
    .nullable()
    .describe('The provider asks another price; this one stays until you say otherwise'),
  actions: z
    .array(
      z.enum([
        'renew',
        'charge',
        'cancel',
        'cancelNow',
        'reactivate',
        'pause',
        'resume',
        'changePlan',
        'changeDayRate',
        'end',
        'correct',
        'withdraw',
        'undo',
      ]),
    )
    .describe('What is legal now, for you'),
  pending: z.boolean().describe('True when an effect of the last write is still being applied'),
})

export const bySubscription = { ...inHousehold, id: idSchema }
