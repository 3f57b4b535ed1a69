import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { route } from './route.ts'
import { calendarDateSchema, idSchema, moneySchema } from './value.schema.ts'

const MOST_STEPS = 200
const namedSchema = z.strictObject({ id: z.string(), name: z.string() })
const kindSchema = z.enum(['cancel', 'recharge', 'port', 'begin', 'claim'])
const catalogueId = z.string().min(1).max(160)

/** What tells one step of the cheapest set from all others, whatever its day. */
export const stepNameSchema = z.strictObject({
  kind: kindSchema,
  subscriptionId: idSchema.nullable(),
  planId: catalogueId.nullable(),
  serviceId: catalogueId.nullable(),
})

/** A step that somebody took up for the household: a task that the facts tick off. */
export const acceptedStepSchema = z.strictObject({
  id: idSchema,
  kind: kindSchema,
  on: calendarDateSchema.describe('`cancel`: the last day on which it helps; else the day itself'),
  subscription: namedSchema.nullable(),
  plan: namedSchema.nullable(),
  service: namedSchema.nullable(),
  memberIds: z.array(idSchema).describe('Those it is for; nobody is named where it is for everybody'),
  lineId: idSchema.nullable().describe('The number of the subscription'),
  state: z
    .enum(['open', 'planned', 'done', 'gone'])
    .describe(
      'By the facts. `planned`: what it takes up is entered and begins later; `gone`: it makes no sense any more',
    ),
  because: z
    .enum(['removed', 'ended', 'withdrawn'])
    .nullable()
    .describe('Why it is gone: the subscription was removed or has ended, the plan is not sold any more'),
  acceptedBy: idSchema,
  acceptedOn: calendarDateSchema,
  saving: moneySchema
    .nullable()
    .describe(
      'In twelve months, of the set that it was accepted with; null where that rests on what you do not see',
    ),
  isYours: z.boolean().describe('You are the one who is to do it'),
  mayAct: z.boolean(),
})

export const acceptedStepsSchema = z.strictObject({
  steps: z.array(acceptedStepSchema).describe('In order of the day; done and gone ones for a month'),
  mayActOn: z.array(idSchema).describe('Subscriptions whose steps you may accept'),
  mayBegin: z.boolean().describe('You may accept steps that begin something new'),
})

const base = '/v1/households/{householdId}/savings/steps' as const

export const savingsStepsContract = {
  read: route({
    method: 'GET',
    path: base,
    tag: 'savings',
    summary: 'The steps that were accepted, and how they stand by the facts',
    access: { household: 'overview.read' },
  })
    .input(z.strictObject(inHousehold))
    .output(acceptedStepsSchema),

  accept: route({
    method: 'POST',
    path: base,
    tag: 'savings',
    summary: 'Accept steps of the cheapest set as it was worked out for you; again changes nothing',
    access: { household: 'subscriptions.change' },
    errors: ['illegal-transition'],
  })
    .input(z.strictObject({ ...inHousehold, steps: z.array(stepNameSchema).min(1).max(MOST_STEPS) }))
    .output(acceptedStepsSchema),

  change: route({
    method: 'PATCH',
    path: `${base}/{id}`,
    tag: 'savings',
    summary: 'Dismiss an accepted step, or take that back',
    access: { household: 'subscriptions.change' },
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema, isDismissed: z.boolean() }))
    .output(acceptedStepsSchema),
}
