import * as z from 'zod'
import { firstBillSchema, renewalSchema } from './subscription.schema.ts'
import { billingIntervalSchema, calendarDateSchema, paidAmountSchema, priceSchema } from './value.schema.ts'

/** What a draft may say about its billing; a plan fills in what is left out. */
export const termsInput = {
  planId: z.string().min(1).max(120).optional(),
  startsOn: calendarDateSchema,
  interval: billingIntervalSchema.optional(),
  price: priceSchema.optional(),
  taxIncluded: z.boolean().optional().describe('False in India adds 18 % GST; a plan knows it'),
  renewal: renewalSchema.optional(),
  billDay: z.int().min(1).max(31).optional().describe('Postpaid: the day of the month the bill is made'),
  dueDays: z.int().min(0).max(60).optional().describe('Postpaid: days from bill to due date'),
  firstBill: firstBillSchema
    .optional()
    .describe(
      'Postpaid: what is billed on the first bill date for the days from the start on: a whole price (default for a new one: the running month of a connection that was there before), those days only, or nothing',
    ),
  trial: billingIntervalSchema.optional().describe('Length of a free first period'),
  bonus: billingIntervalSchema
    .optional()
    .describe('What the provider gives on top of the first paid period: 12 months and 1 free; not postpaid'),
  dayRate: paidAmountSchema
    .optional()
    .describe(
      'What a day costs where a recharge is a balance that burns by the day: `price` is what was recharged, how long it lasts follows',
    ),
  minimumTerm: z
    .strictObject({
      length: billingIntervalSchema.describe('From the first day on'),
      exitFee: priceSchema.optional().describe('What leaving before its end costs, tax included'),
    })
    .optional(),
  intro: z.strictObject({ price: priceSchema, periods: z.int().min(1).max(120) }).optional(),
}

/** What a correction may leave as it was (absent) or take away (null). */
export const correctedTermsInput = {
  ...termsInput,
  billDay: termsInput.billDay.nullable(),
  dueDays: termsInput.dueDays.nullable(),
  trial: termsInput.trial.nullable(),
  bonus: termsInput.bonus.nullable(),
  dayRate: termsInput.dayRate.nullable(),
  minimumTerm: termsInput.minimumTerm.nullable(),
  intro: termsInput.intro.nullable(),
}

export const termsErrors = ['invalid-terms', 'invalid-date', 'currency-mismatch', 'too-many-periods'] as const
