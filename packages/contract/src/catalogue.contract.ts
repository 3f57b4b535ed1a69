import * as z from 'zod'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import {
  billingIntervalSchema,
  calendarDateSchema,
  countrySchema,
  kindSchema,
  moneySchema,
} from './value.schema.ts'

export const slugSchema = z.string().regex(/^[a-z0-9][a-z0-9.+-]{0,99}$/)

export const providerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kinds: z.array(kindSchema).describe('Kinds of plans it sells'),
  countries: z.array(z.string()),
  domain: z.string().nullable(),
  brandColor: z.string().nullable(),
  popular: z.boolean().describe('One of the chips shown first in this country'),
})

export const taxSchema = z.strictObject({
  included: z.boolean(),
  basisPoints: z.int().describe('1800 is 18 %; zero where the price holds the tax'),
})

export const includedServiceSchema = z.strictObject({
  serviceId: z.string(),
  providerId: z.string(),
  providerName: z.string(),
  tier: z.string(),
  activation: z.enum(['auto', 'claim']),
  interval: billingIntervalSchema.nullable(),
  choice: z.strictObject({ group: z.string(), pick: z.int() }).nullable(),
})

export const planSchema = z.strictObject({
  id: z.string(),
  providerId: z.string(),
  providerName: z.string(),
  brandColor: z.string().nullable(),
  name: z.string(),
  kind: kindSchema,
  mode: z.enum(['prepaid', 'postpaid']).nullable(),
  bundled: z.boolean(),
  country: z.string(),
  region: z.string().nullable(),
  price: moneySchema.describe('As the provider advertises it'),
  tax: taxSchema,
  debit: moneySchema.describe('What is debited for a full period, tax included'),
  interval: billingIntervalSchema,
  renewal: z.enum(['automatic', 'manual']),
  status: z.enum(['current', 'unverified', 'superseded']),
  asOf: calendarDateSchema,
  asOfPrecision: z.enum(['day', 'month', 'year']),
  includes: z.array(includedServiceSchema),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

export const priceVersionSchema = z.strictObject({
  id: z.string(),
  effectiveOn: calendarDateSchema,
  datePrecision: z.enum(['day', 'month', 'year']),
  price: moneySchema,
  tax: taxSchema,
})

export const planDetailSchema = planSchema.extend({
  note: z.string().nullable(),
  priceVersions: z.array(priceVersionSchema).describe('Oldest first; immutable'),
  announced: z.array(priceVersionSchema).describe('Prices of later days, the soonest first'),
  source: z.strictObject({ title: z.string(), url: z.string().nullable(), date: z.string() }).nullable(),
})

export const catalogueContract = {
  listProviders: route({
    method: 'GET',
    path: '/v1/providers',
    tag: 'catalogue',
    summary: 'Providers, the most used first',
    access: 'public',
  })
    .input(
      z.strictObject({
        country: countrySchema.optional(),
        kind: kindSchema.optional(),
        q: z.string().max(100).optional(),
        ...pageQuery,
      }),
    )
    .output(pageOf(providerSchema)),

  listPlans: route({
    method: 'GET',
    path: '/v1/plans',
    tag: 'catalogue',
    summary: 'Search plans, the best match first: every word must match, as typed or as it was meant',
    access: 'public',
  })
    .input(
      z.strictObject({
        country: countrySchema.optional(),
        kind: kindSchema.optional(),
        providerId: slugSchema.optional(),
        q: z.string().max(100).optional(),
        ...pageQuery,
      }),
    )
    .output(pageOf(planSchema)),

  readPlan: route({
    method: 'GET',
    path: '/v1/plans/{id}',
    tag: 'catalogue',
    summary: 'One plan with its price history and what it includes',
    access: 'public',
    errors: ['not-found'],
  })
    .input(z.strictObject({ id: z.string().max(120) }))
    .output(planDetailSchema),
}
