import { allowancePers, meteredKinds, mostNoted, usageKinds } from '@streamline/domain'
import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import { calendarDateSchema, idSchema, instantSchema, moneySchema } from './value.schema.ts'

export const usageKindSchema = z
  .enum(usageKinds)
  .describe(
    '`data` in megabytes (1 GB is 1024), `calls` and `hours` in minutes, `messages` by number, `used` yes or no',
  )

const coversSchema = z
  .enum(['day', 'soFar'])
  .describe(
    '`day`: so much on that day, in addition to what else is noted of it. `soFar`: a meter stood at so much at the end of that day, counted from the first day of its allowance; what is noted of these days is in it',
  )

const amountSchema = z
  .int()
  .min(0)
  .max(mostNoted.data)
  .describe('In the unit of its kind. `used`: 1 it was used that day, 0 it was not in the month of that day')

/** What somebody noted of the use of a subscription. */
export const usageReadingSchema = z.strictObject({
  id: idSchema,
  subscriptionId: idSchema,
  revision: z.int(),
  kind: usageKindSchema,
  on: calendarDateSchema,
  covers: coversSchema,
  since: calendarDateSchema.describe('First day that it counts'),
  amount: z.int(),
  notedBy: idSchema,
  notedAt: instantSchema,
  removed: z.boolean().describe('It counts for nothing; a change takes that back'),
  mayChange: z.boolean(),
})

/** A limit of a plan, or one that the household typed. */
export const allowanceSchema = z.strictObject({
  kind: z.enum(meteredKinds),
  amount: z
    .int()
    .min(1)
    .max(mostNoted.data)
    .nullable()
    .describe('Megabytes, minutes or messages; null is without limit'),
  per: z.enum(allowancePers).describe('`month`: counted from the first day of the billing period'),
})

/** At most one of a kind; an empty list leaves what the plan says. */
export const ownAllowancesSchema = z
  .array(allowanceSchema)
  .max(meteredKinds.length)
  .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'must not name a kind twice')

const standingSchema = allowanceSchema.extend({
  source: z.enum(['plan', 'own']),
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema.describe('Half-open: the first day after'),
  used: z.int(),
  left: z.int().nullable(),
  percent: z.int().nullable().describe('Rounded down; more than 100 when over'),
  knownUntil: calendarDateSchema.nullable().describe('Until when it is noted, this day included'),
  expected: z.int().nullable().describe('At the end, at the rate until `knownUntil`'),
  state: z.enum(['fine', 'near', 'over']).describe('`near` from 80 % on'),
})

const costEachSchema = z.strictObject({
  count: z.int().describe('Days of use, minutes or megabytes'),
  each: moneySchema,
})

export const usageSummarySchema = z.strictObject({
  today: calendarDateSchema,
  kinds: z.array(usageKindSchema).describe('What can be noted of it'),
  mayNote: z.boolean(),
  allowances: z.array(standingSchema).describe('Those of the running period; empty where none runs'),
  cost: z
    .strictObject({
      from: calendarDateSchema,
      until: calendarDateSchema.describe('Half-open'),
      cost: moneySchema.describe('What these days cost, by the charges'),
      perUse: costEachSchema.nullable(),
      perHour: costEachSchema.nullable(),
      perGigabyte: costEachSchema.nullable(),
    })
    .nullable(),
  usedThisMonth: z.boolean().nullable().describe('Null: nobody has said'),
  lastUsedOn: calendarDateSchema.nullable(),
  unusedDays: z.int().nullable().describe('Null while it is used, or not known to be unused'),
})

const inSubscription = { ...inHousehold, id: idSchema.describe('Of the subscription') }
const errors = ['unfit-usage', 'date-out-of-range', 'amount-out-of-range', 'illegal-transition'] as const

export const usageContract = {
  record: route({
    method: 'POST',
    path: '/v1/households/{householdId}/subscriptions/{id}/usage',
    tag: 'usage',
    summary: 'Note data, calls, messages or hours, or that it was used or not',
    access: { household: 'subscriptions.change' },
    status: 201,
    idempotent: true,
    errors,
  })
    .input(
      z.strictObject({
        ...inSubscription,
        kind: usageKindSchema,
        on: calendarDateSchema.optional().describe('Default: today'),
        covers: coversSchema.optional().describe('Default: `day`'),
        amount: amountSchema,
      }),
    )
    .output(usageReadingSchema),

  list: route({
    method: 'GET',
    path: '/v1/households/{householdId}/subscriptions/{id}/usage',
    tag: 'usage',
    summary: 'What was noted, the latest day first',
    access: { household: 'subscriptions.read' },
  })
    .input(
      z.strictObject({
        ...inSubscription,
        state: z.enum(['noted', 'removed']).optional().describe('Default: what counts'),
        ...pageQuery,
      }),
    )
    .output(pageOf(usageReadingSchema)),

  summary: route({
    method: 'GET',
    path: '/v1/households/{householdId}/subscriptions/{id}/usage/summary',
    tag: 'usage',
    summary: 'Used against the allowance, what a use costs, and since when nobody uses it',
    access: { household: 'subscriptions.read' },
  })
    .input(z.strictObject(inSubscription))
    .output(usageSummarySchema),

  read: route({
    method: 'GET',
    path: '/v1/households/{householdId}/usage/{id}',
    tag: 'usage',
    summary: 'One note',
    access: { household: 'subscriptions.read' },
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema }))
    .output(usageReadingSchema),

  correct: route({
    method: 'PATCH',
    path: '/v1/households/{householdId}/usage/{id}',
    tag: 'usage',
    summary: 'Put a note right, remove it, or bring it back',
    access: { household: 'subscriptions.change' },
    idempotent: true,
    ifMatch: true,
    errors,
  })
    .input(
      z.strictObject({
        ...inHousehold,
        id: idSchema,
        on: calendarDateSchema.optional(),
        covers: coversSchema.optional(),
        amount: amountSchema.optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(usageReadingSchema),
}
