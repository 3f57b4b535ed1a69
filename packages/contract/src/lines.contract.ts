import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import { subscriptionSchema, subscriptionStatusSchema } from './subscription.schema.ts'
import {
  calendarDateSchema,
  extraPurposeSchema,
  idSchema,
  instantSchema,
  kindSchema,
  nameSchema,
  textSchema,
  shownLookSchema,
} from './value.schema.ts'

const packSchema = z.strictObject({
  id: idSchema.describe('The act that added it'),
  purpose: extraPurposeSchema,
  title: z.string().nullable(),
  startsOn: calendarDateSchema,
  usableUntil: calendarDateSchema.nullable(),
})

/** A number with what is on it now. */
export const lineSchema = z.strictObject({
  id: idSchema,
  householdId: idSchema,
  revision: z.int(),
  kind: kindSchema,
  number: z.string().describe('Masked: ••••• ••210'),
  name: z.string().nullable(),
  memberId: idSchema.nullable().describe('Whose it is; null is nobody in particular'),
  visibility: z
    .enum(['shared', 'private'])
    .describe('`private`: only your own private subscriptions are on it, and nobody else sees it'),
  runs: z
    .array(
      z.strictObject({
        subscription: subscriptionSchema,
        packs: z.array(packSchema).describe('Boosters and whatever else runs beside it now'),
      }),
    )
    .describe(
      'What is on it now or is to come, of what you may see; base packs and postpaid alike. In a list the newest 5, else 50',
    ),
  moreRuns: z.int().describe('How many more are on it'),
  last: z
    .strictObject({
      subscriptionId: idSchema,
      name: z.string(),
      usableUntil: calendarDateSchema.nullable(),
    })
    .nullable()
    .describe('Where nothing is on it: what served it last'),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})

const stretchSchema = z.strictObject({
  subscriptionId: idSchema,
  name: z.string(),
  providerId: z.string().nullable(),
  providerName: z.string().nullable(),
  brandColor: z.string().nullable(),
  look: shownLookSchema,
  visibility: z.enum(['shared', 'private']),
  status: subscriptionStatusSchema,
  as: z.enum(['prepaid', 'postpaid']),
  pack: packSchema.pick({ id: true, purpose: true, title: true }).nullable().describe('Null: the base pack'),
  startsOn: calendarDateSchema,
  usableUntil: calendarDateSchema.nullable().describe('Its last day; null while it goes on'),
})

/** A number with all that served it and what a viewer may do to it. */
export const lineDetailSchema = lineSchema.extend({
  history: z
    .array(stretchSchema)
    .describe(
      'Every subscription and pack that served it, of whatever provider, in the order they began: the last 200',
    ),
  mayManage: z.boolean().describe('You may change it and see its number in full'),
  mayRemove: z.boolean().describe('Nothing serves it, and it is yours to remove'),
})

const byLine = { ...inHousehold, id: idSchema }

/** Numbers and customer ids of a household, apart from the subscriptions that served them. */
export const linesContract = {
  list: route({
    method: 'GET',
    path: '/v1/households/{householdId}/lines',
    tag: 'lines',
    summary: 'Numbers and customer ids you may see with what is on each now, the oldest first',
    description: 'A page may hold fewer than `limit` although another follows.',
    access: { household: 'subscriptions.read' },
  })
    .input(z.strictObject({ ...inHousehold, kind: kindSchema.optional(), ...pageQuery }))
    .output(pageOf(lineSchema)),

  read: route({
    method: 'GET',
    path: '/v1/households/{householdId}/lines/{id}',
    tag: 'lines',
    summary: 'One number with everything that served it',
    access: { household: 'subscriptions.read' },
  })
    .input(z.strictObject(byLine))
    .output(lineDetailSchema),

  readNumber: route({
    method: 'GET',
    path: '/v1/households/{householdId}/lines/{id}/number',
    tag: 'lines',
    summary: 'The number in full, for who may manage it; each look is written down',
    access: { household: 'subscriptions.change' },
  })
    .input(z.strictObject(byLine))
    .output(z.strictObject({ number: z.string() })),

  update: route({
    method: 'PATCH',
    path: '/v1/households/{householdId}/lines/{id}',
    tag: 'lines',
    summary: 'Put the number right, or say whose it is or what it is called',
    access: { household: 'subscriptions.change' },
    idempotent: true,
    ifMatch: true,
    errors: ['line-taken', 'unknown-member'],
  })
    .input(
      z.strictObject({
        ...byLine,
        number: textSchema(60).min(1).optional(),
        name: nameSchema.max(60).nullable().optional(),
        memberId: idSchema.nullable().optional(),
      }),
    )
    .output(lineDetailSchema),

  remove: route({
    method: 'DELETE',
    path: '/v1/households/{householdId}/lines/{id}',
    tag: 'lines',
    summary: 'Forget a number on which nothing is; what served it keeps only its text',
    access: { household: 'subscriptions.change' },
    status: 204,
    errors: ['in-use'],
  })
    .input(z.strictObject(byLine))
    .output(z.void()),
}
