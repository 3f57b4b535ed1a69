import * as z from 'zod'
import {
  billingIntervalSchema,
  calendarDateSchema,
  extraPurposeSchema,
  idSchema,
  moneySchema,
} from './value.schema.ts'

/** One line of what happened, newest first. */
export const actSchema = z.strictObject({
  id: idSchema,
  kind: z.enum([
    'started',
    'takenOver',
    'recharged',
    'planChanged',
    'priceChanged',
    'dayRateChanged',
    'paused',
    'resumed',
    'cancelled',
    'reactivated',
    'ended',
    'charged',
    'claimed',
    'corrected',
    'undone',
    'withdrawn',
  ]),
  saidOn: calendarDateSchema.describe("The household's date on which it was said"),
  by: idSchema.nullable().describe('Null: the house itself'),
  on: calendarDateSchema
    .nullable()
    .describe('The day it is about, where that is another than the day it was said'),
  untilOn: calendarDateSchema.nullable(),
  price: moneySchema.nullable(),
  interval: billingIntervalSchema.nullable(),
  renewal: z
    .enum(['automatic', 'manual'])
    .nullable()
    .describe('How it goes on, where a change of plan says so'),
  billDay: z.int().nullable().describe('The day of bills, where a change of plan says so'),
  planName: z.string().nullable().describe('The plan of the catalogue that it names'),
  extra: z.strictObject({ purpose: extraPurposeSchema, title: z.string().nullable() }).nullable(),
  claim: z
    .strictObject({ serviceId: z.string(), serviceName: z.string(), state: z.enum(['claimed', 'dismissed']) })
    .nullable(),
  mode: z.enum(['atPeriodEnd', 'now']).nullable(),
  of: idSchema.nullable().describe('The act that this one corrects or takes back'),
  reason: z.string().nullable(),
  stands: z.boolean().describe('False once it was taken back'),
  mayUndo: z.boolean().describe('It can be taken back now: nothing later rests on it'),
})
