import * as z from 'zod'
import { planDetailSchema, slugSchema } from './catalogue.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import {
  billingIntervalSchema,
  calendarDateSchema,
  countrySchema,
  instantSchema,
  kindSchema,
  moneySchema,
  nameSchema,
  priceSchema,
  textSchema,
} from './value.schema.ts'

const draftFields = {
  providerId: slugSchema.describe('Of a provider that the catalogue knows'),
  name: nameSchema,
  kind: kindSchema,
  mode: z.enum(['prepaid', 'postpaid']).nullable(),
  country: countrySchema,
  region: nameSchema.nullable(),
  price: priceSchema.describe('As the provider advertises it'),
  taxIncluded: z.boolean(),
  interval: billingIntervalSchema,
  renewal: z.enum(['automatic', 'manual']),
  note: textSchema(500).nullable(),
}

/** A plan as an editor prepares it; nobody else sees it. */
export const planDraftSchema = z.strictObject({
  id: z.string(),
  ...draftFields,
  providerName: z.string(),
  region: z.string().nullable(),
  note: z.string().nullable(),
  price: moneySchema,
  isNew: z.boolean().describe('No plan of this id is published yet'),
  updatedAt: instantSchema,
})

/** What people say they pay instead of a price of the catalogue, the same price once. */
export const planCorrectionSchema = z.strictObject({
  planId: z.string(),
  planName: z.string(),
  providerName: z.string(),
  known: moneySchema.describe('What the catalogue says'),
  price: moneySchema.describe('As it is advertised: without tax where the plan says so'),
  people: z.int().describe('How many say so'),
  seenOn: calendarDateSchema.describe('The latest bill'),
})

const edit = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: `/v1/admin/catalogue/${string}`,
  summary: string,
  more: Partial<Parameters<typeof route>[0]> = {},
) => route({ method, path, tag: 'administration', summary, access: { platform: 'catalogue.edit' }, ...more })

const byPlan = { id: slugSchema }
const from = calendarDateSchema.describe(
  'First day of the price, up to a year ahead, after that of the last one',
)

export const catalogueEditingContract = {
  listDrafts: edit('GET', '/v1/admin/catalogue/drafts', 'Drafts, by provider and name')
    .input(z.strictObject(pageQuery))
    .output(pageOf(planDraftSchema)),

  saveDraft: edit(
    'PUT',
    '/v1/admin/catalogue/drafts/{id}',
    'Prepare a plan, a new one or another form of one',
    {
      errors: ['currency-mismatch'],
    },
  )
    .input(z.strictObject({ ...byPlan, ...draftFields }))
    .output(planDraftSchema),

  discardDraft: edit('DELETE', '/v1/admin/catalogue/drafts/{id}', 'Forget a draft', { status: 204 })
    .input(z.strictObject(byPlan))
    .output(z.void()),

  publishDraft: edit(
    'POST',
    '/v1/admin/catalogue/drafts/{id}/publish',
    'Everybody sees the plan as it was drafted',
    {
      description:
        'Another price than the last one is a new version from `effectiveOn` on; subscribers stay on theirs.',
      errors: ['date-out-of-range', 'stale-revision'],
    },
  )
    .input(z.strictObject({ ...byPlan, effectiveOn: from.optional() }))
    .output(planDetailSchema),

  readPlan: edit('GET', '/v1/admin/catalogue/plans/{id}', 'A plan as it is at this moment')
    .input(z.strictObject(byPlan))
    .output(planDetailSchema),

  setPrice: edit('POST', '/v1/admin/catalogue/plans/{id}/prices', 'Date a new price of a plan', {
    description: 'Subscribers stay on their price and are told.',
    errors: ['date-out-of-range', 'currency-mismatch', 'stale-revision'],
  })
    .input(z.strictObject({ ...byPlan, price: priceSchema, effectiveOn: from }))
    .output(planDetailSchema),

  takeBackPrice: edit(
    'POST',
    '/v1/admin/catalogue/plans/{id}/prices/take-back',
    'An announced price does not come after all; one in force is history',
    { errors: ['illegal-transition', 'stale-revision'] },
  )
    .input(z.strictObject({ ...byPlan, versionId: z.string().min(1).max(160) }))
    .output(planDetailSchema),

  withdraw: edit(
    'POST',
    '/v1/admin/catalogue/plans/{id}/withdraw',
    'It is not sold any more; who has it keeps it',
    {
      errors: ['illegal-transition', 'stale-revision'],
    },
  )
    .input(z.strictObject(byPlan))
    .output(planDetailSchema),

  listCorrections: edit('GET', '/v1/admin/catalogue/corrections', 'What people pay instead, by plan')
    .input(z.strictObject(pageQuery))
    .output(pageOf(planCorrectionSchema)),

  decideCorrection: edit(
    'POST',
    '/v1/admin/catalogue/corrections/decide',
    'Take a price that people suggest, or say that the catalogue is right',
    { errors: ['date-out-of-range', 'stale-revision'] },
  )
    .input(
      z.strictObject({
        planId: slugSchema,
        price: priceSchema,
        decision: z.enum(['accept', 'decline']),
        effectiveOn: from.optional().describe('Of an accepted one; default: the latest bill'),
      }),
    )
    .output(z.strictObject({ decided: z.int().describe('Suggestions that this answers') })),

  suggest: route({
    method: 'POST',
    path: '/v1/plans/{id}/corrections',
    tag: 'catalogue',
    summary: 'Say what you pay for a plan: editors see the price and the day, not who says it',
    description: 'One suggestion per person and plan; another one replaces it.',
    access: 'user',
    status: 201,
    errors: ['not-found', 'currency-mismatch', 'date-out-of-range'],
  })
    .input(
      z.strictObject({
        ...byPlan,
        price: priceSchema.describe('As it is advertised: without tax where the plan says so'),
        seenOn: calendarDateSchema.describe('Day of the bill'),
      }),
    )
    .output(z.strictObject({ planId: z.string(), price: moneySchema, seenOn: calendarDateSchema })),
}
