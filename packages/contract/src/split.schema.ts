import { LARGEST_PART } from '@streamline/domain'
import * as z from 'zod'
import { calendarDateSchema, idSchema, moneySchema } from './value.schema.ts'

const some = <T extends z.ZodType>(part: T) => z.array(part).min(1).max(50)

/** Who bears a charge (law 10): the payer alone, or members in equal parts, by shares, percents or fixed amounts. */
export const splitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('payer') }),
  z.strictObject({ kind: z.literal('equal'), memberIds: some(idSchema) }),
  z.strictObject({
    kind: z.literal('shares'),
    weights: some(z.strictObject({ memberId: idSchema, weight: z.int().min(0).max(1_000_000_000) })),
  }),
  z.strictObject({
    kind: z.literal('percent'),
    parts: some(
      z.strictObject({
        memberId: idSchema,
        basisPoints: z.int().min(0).max(10_000).describe('Hundredths of a percent; all sum to 10,000'),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('exact'),
    parts: some(
      z.strictObject({
        memberId: idSchema,
        amount: z
          .int()
          .min(0)
          .max(LARGEST_PART)
          .describe('Minor units of a full period; all sum to what it costs'),
      }),
    ),
  }),
])

/** A split and the day from which it is in force; null is from the beginning. */
export const splitSinceSchema = z.strictObject({ fromOn: calendarDateSchema.nullable(), split: splitSchema })

/** The part of a charge that one member bears: "Ravi, 11 of 30 days". */
export const shareSchema = z.strictObject({
  memberId: idSchema,
  amount: moneySchema,
  days: z.int().describe('Days of the period on which the member had a part in it'),
  ofDays: z.int(),
})

/** An amount of one member. */
export const partSchema = z.strictObject({ memberId: idSchema, amount: moneySchema })
