import { largestAmountOf } from '@streamline/domain'
import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { route } from './route.ts'
import { calendarDateSchema, idSchema, kindSchema, moneySchema, sumSchema } from './value.schema.ts'

/** What a budget is for: all of a household, one kind of subscription, or what one member pays. */
export const budgetScopes = ['household', 'kind', 'member'] as const

export const budgetsSchema = z.strictObject({
  today: calendarDateSchema,
  currency: z.string(),
  budgets: z
    .array(
      z.strictObject({
        scope: z.enum(budgetScopes),
        kind: kindSchema.nullable().describe('Of scope `kind`'),
        memberId: idSchema.nullable().describe('Of scope `member`'),
        memberName: z.string().nullable(),
        amount: moneySchema.describe('Of each calendar month'),
        spent: sumSchema.describe('Fell due this month, through today; of what you see'),
        month: sumSchema.describe('All of this month, also what is to come'),
        overrun: z
          .strictObject({
            on: calendarDateSchema.describe('The first day on which its month comes to more'),
            month: z.string(),
            over: sumSchema.describe('By how much the whole month is over it'),
          })
          .nullable()
          .describe('Of this month or the first later one; null where none of the twelve comes to more'),
      }),
    )
    .describe('The household’s first, then by kind, then by member'),
})

const base = '/v1/households/{householdId}/budgets' as const

export const budgetsContract = {
  read: route({
    method: 'GET',
    path: base,
    tag: 'insights',
    summary: 'Budgets of a month, and the day on which each will be overrun',
    access: { household: 'overview.read' },
  })
    .input(z.strictObject(inHousehold))
    .output(budgetsSchema),

  set: route({
    method: 'PUT',
    path: base,
    tag: 'insights',
    summary: 'Set a budget of a month, or take it away',
    access: { household: 'subscriptions.change' },
    errors: ['not-found'],
  })
    .input(
      z.strictObject({
        ...inHousehold,
        scope: z.enum(budgetScopes),
        kind: kindSchema.optional().describe('Of scope `kind`'),
        memberId: idSchema.optional().describe('Of scope `member`: what this person pays'),
        amount: z
          .int()
          .min(1)
          .max(largestAmountOf('INR'))
          .nullable()
          .describe('Minor units of the household’s currency; null takes it away'),
      }),
    )
    .output(budgetsSchema),
}
