import * as z from 'zod'
import { correctedTermsInput, termsInput } from './subscription-terms.schema.ts'
import {
  billedAmountSchema,
  billingIntervalSchema,
  calendarDateSchema,
  extraPurposeSchema,
  idSchema,
  moneySchema,
  paidAmountSchema,
  priceSchema,
  sumSchema,
  textSchema,
} from './value.schema.ts'
import { splitSchema } from './split.schema.ts'

const reason = textSchema(200).optional()

/** What is said about periods that lie before the current one. */
export const pastPeriodsSchema = z
  .enum(['unpaid', 'assumePaid', 'leftOut'])
  .describe(
    'Periods before the current one: raise them as dues (default), record them as paid, marked assumed, or leave them out of the books',
  )

/** What becomes of money on charges that go. */
export const freedMoneySchema = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('credit') }),
    z.strictObject({
      to: z.literal('refund'),
      receivedBy: idSchema.optional().describe('Who got it back; default each what they had paid'),
      method: textSchema(40).optional(),
    }),
    z.strictObject({
      to: z.literal('charge'),
      chargeId: idSchema.describe(
        'An open charge of another subscription in the same currency; what it does not need stays credit',
      ),
    }),
  ])
  .describe(
    'What becomes of money on charges that go and that no charge in their place needs. Default `credit`: it stays with the subscription and pays its next charges. Taking the act back takes this back',
  )

/** How a cancellation is said, in its own route and among the acts. */
export const cancelInput = {
  money: freedMoneySchema.optional(),
  when: z.enum(['atPeriodEnd', 'now']).optional().describe('Default `atPeriodEnd`'),
  exitFee: billedAmountSchema
    .optional()
    .describe('Charges what leaving before the end of the minimum term costs, due on the day it ends'),
}

/** What somebody may do to a subscription, or put right about it, on any day. */
export const actInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('undo'),
    of: idSchema.optional().describe('An act of the history; default the last one that stands'),
  }),
  z.strictObject({
    kind: z.literal('correct'),
    ...correctedTermsInput,
    planId: z
      .string()
      .min(1)
      .max(120)
      .nullable()
      .optional()
      .describe('Default: as it was; null is of no plan'),
    pastPeriods: pastPeriodsSchema.optional(),
    money: freedMoneySchema.optional(),
    reason,
  }),
  z.strictObject({ kind: z.literal('withdraw'), money: freedMoneySchema.optional(), reason }),
  z.strictObject({
    kind: z.literal('changePlan'),
    fromOn: calendarDateSchema
      .optional()
      .describe(
        'First day of it, default today; within a period that is paid by the day and the rest is credit',
      ),
    planId: z.string().min(1).max(120).nullable().optional(),
    price: priceSchema.optional(),
    interval: billingIntervalSchema.optional(),
    taxIncluded: z.boolean().optional(),
    renewal: termsInput.renewal.describe(
      'How it goes on from that day: `manual` from the next period on at the latest. Default as it is, whatever the plan says',
    ),
    billDay: termsInput.billDay.describe(
      'Postpaid: another day of the month; the days up to the first bill are billed apart',
    ),
    dueDays: termsInput.dueDays,
  }),
  z.strictObject({
    kind: z.literal('changePrice'),
    price: priceSchema,
    fromOn: calendarDateSchema
      .optional()
      .describe(
        'Announced for this day: the first period that begins on it or later; default the next unbilled',
      ),
    priceVersionId: z
      .string()
      .min(1)
      .max(160)
      .optional()
      .describe('`versionId` of the `priceNews` that it takes; a price of one’s own is of no published one'),
  }),
  z.strictObject({
    kind: z.literal('changeDayRate'),
    rate: paidAmountSchema.describe('What a day costs'),
    fromOn: calendarDateSchema
      .optional()
      .describe('From this day on, default today; what is paid then ends on another day'),
  }),
  z.strictObject({
    kind: z.literal('pause'),
    fromOn: calendarDateSchema.optional().describe('Default today'),
    untilOn: calendarDateSchema
      .nullable()
      .optional()
      .describe('It goes on by itself on this day; null until resumed'),
  }),
  z.strictObject({
    kind: z.literal('resume'),
    resumedOn: calendarDateSchema.optional().describe('Default today'),
  }),
  z.strictObject({ kind: z.literal('end') }),
  z.strictObject({ kind: z.literal('cancel'), ...cancelInput }),
  z.strictObject({
    kind: z.literal('claim'),
    serviceId: z.string().min(1).max(120).describe('One that the plan includes'),
    state: z
      .enum(['claimed', 'dismissed'])
      .describe('`dismissed`: nobody wants it, until the next pack offers it'),
  }),
  z.strictObject({
    kind: z.literal('charge'),
    purpose: extraPurposeSchema.exclude(['before']),
    title: textSchema(80).optional(),
    amount: billedAmountSchema.describe('Tax included; nothing for what came with the pack'),
    startsOn: calendarDateSchema.optional().describe('Default today'),
    validity: billingIntervalSchema.optional().describe('How long it can be used, from its first day'),
    dueOn: calendarDateSchema.optional().describe('Default its first day'),
    split: splitSchema.optional().describe('Who bears it; default as the subscription is split'),
    payment: z
      .strictObject({ paidBy: idSchema.optional(), method: textSchema(40).optional() })
      .optional()
      .describe('Also records that it was paid, in full'),
  }),
])

const chargeLineSchema = z.strictObject({
  what: z.enum(['goes', 'comes', 'changes']),
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
  dueOn: calendarDateSchema,
  amount: moneySchema,
  before: moneySchema.nullable().describe('What it is now, where it changes'),
  paid: moneySchema,
})

/** What an act would do to the charges: the very comparison that is made when it is done. */
export const actOutlookSchema = z.strictObject({
  goes: z.int(),
  comes: z.int(),
  changes: z.int(),
  becomesCredit: z
    .array(sumSchema)
    .describe('Recorded money that stays with the subscription and pays its next charges'),
  freed: z
    .array(sumSchema)
    .describe('What of it no charge in place of one that goes needs: what `money` of the act is about'),
  takenBack: z
    .array(sumSchema)
    .describe('Payments that nobody made: assumed ones, and what came with what is taken back'),
  lines: z.array(chargeLineSchema).describe('The first 24, by day'),
})
