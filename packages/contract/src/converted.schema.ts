import * as z from 'zod'
import { calendarDateSchema, moneySchema } from './value.schema.ts'

/** Money that was given in another currency than it counts in. */
export const convertedSchema = z.strictObject({
  amount: moneySchema.describe('What was given, in its own currency'),
  rate: z
    .string()
    .describe('One unit of it in units of the currency it counts in; the other way round where `inverse`'),
  inverse: z
    .boolean()
    .describe('One unit of the currency it counts in in units of what was given: it divides'),
  told: z.boolean().describe('Both sums were told; the rate is what they come to, rounded'),
  on: calendarDateSchema,
  source: z.string(),
})

/** Asked for with `old-rate`. */
export const oldRateSchema = z
  .boolean()
  .optional()
  .describe('The rate in force is more than 30 days old, and is meant')
