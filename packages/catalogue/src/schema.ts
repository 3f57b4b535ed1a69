import * as z from 'zod'
import {
  broadbandAttributesSchema,
  bundleAttributesSchema,
  mobileAttributesSchema,
  otherAttributesSchema,
  ottAttributesSchema,
  tvAttributesSchema,
} from './attribute.schema.ts'
import { isRealDate } from './calendar-date.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
const text = z.string().min(1)
const minor = z.int().min(0)
const date = z.string().refine(isRealDate, 'must be a date that exists, as YYYY-MM-DD')
const precision = z.enum(['day', 'month', 'year'])
const confidence = z.enum(['sourced', 'recalled'])
const country = z.enum(['IN', 'US', 'GB', 'DE'])
const currency = z.enum(['INR', 'USD', 'GBP', 'EUR'])
const interval = z.strictObject({ count: z.int().min(1), unit: z.enum(['day', 'week', 'month', 'year']) })
const aliases = z.array(text.regex(/^[^a-z]+$/, 'must be in capitals, as bank statements print it'))

export const rawProviderSchema = z.strictObject({
  id,
  name: text,
  kind: z.enum(['ott', 'mobile', 'broadband', 'tv', 'other', 'multi']),
  category: z.enum([
    'telecom',
    'video',
    'music',
    'aggregator',
    'audio',
    'cloud',
    'bundle',
    'membership',
    'ai',
    'software',
    'games',
    'books',
    'tv',
  ]),
  countries: z.array(country).min(1),
  domain: text,
  brandColor: z
    .string()
    .regex(/^#[0-9A-F]{6}$/)
    .exactOptional(),
  brandColorConfidence: confidence.exactOptional(),
  statementAliases: aliases.min(1),
  ambiguousAliases: aliases.exactOptional(),
  aliasConfidence: confidence,
  cancel: z
    .strictObject({
      how: text,
      confidence,
      url: z.url().exactOptional(),
      notes: text.exactOptional(),
      source: text.exactOptional(),
    })
    .exactOptional(),
  support: z
    .strictObject({ phone: text.exactOptional(), url: z.url().exactOptional(), confidence })
    .exactOptional(),
  parentId: id.exactOptional(),
  owner: text.exactOptional(),
})

const rawIncludeSchema = z.strictObject({
  providerId: id,
  tier: text,
  activation: z.enum(['auto', 'claim']),
  planId: id.exactOptional(),
  validity: interval.exactOptional(),
  choice: z.strictObject({ group: text, pick: z.int().min(1) }).exactOptional(),
  note: text.exactOptional(),
})

const planFields = {
  id,
  providerId: id,
  name: text,
  country,
  currency,
  price: minor,
  priceTerms: text.exactOptional(),
  taxIncluded: z.boolean(),
  validity: interval,
  renews: z.enum(['auto', 'manual']),
  includes: z.array(rawIncludeSchema),
  perks: z.array(text).exactOptional(),
  region: text.exactOptional(),
  status: z.enum(['current', 'unverified', 'superseded']),
  asOf: date,
  asOfPrecision: precision,
  confidence,
  recallConfidence: z.enum(['high', 'medium', 'low']).exactOptional(),
  recalledFields: z.array(text).exactOptional(),
  note: text.exactOptional(),
  sourceId: id,
}

/** The attributes a plan may have depend on its kind. */
export const rawPlanSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...planFields, kind: z.literal('ott'), attributes: ottAttributesSchema }),
  z.strictObject({ ...planFields, kind: z.literal('mobile-prepaid'), attributes: mobileAttributesSchema }),
  z.strictObject({ ...planFields, kind: z.literal('mobile-postpaid'), attributes: mobileAttributesSchema }),
  z.strictObject({ ...planFields, kind: z.literal('broadband'), attributes: broadbandAttributesSchema }),
  z.strictObject({ ...planFields, kind: z.literal('tv'), attributes: tvAttributesSchema }),
  z.strictObject({ ...planFields, kind: z.literal('other'), attributes: otherAttributesSchema }),
  z.strictObject({ ...planFields, kind: z.literal('bundle'), attributes: bundleAttributesSchema }),
])

export const rawPriceChangeSchema = z.strictObject({
  providerId: id,
  planId: id.exactOptional(),
  country,
  currency,
  date,
  datePrecision: precision,
  item: text,
  fromPrice: minor.nullable(),
  fromConfidence: confidence.exactOptional(),
  toPrice: minor.nullable(),
  changeType: z.enum(['increase', 'decrease', 'launch', 'terms', 'escalator']),
  appliesTo: text,
  source: text,
  confidence,
  note: text.exactOptional(),
})

export const rawSourceSchema = z.strictObject({
  id,
  title: text,
  url: z.url().nullable(),
  date: date.nullable(),
  precision,
  trust: z.enum(['official', 'press', 'dataset', 'code', 'recalled']),
  ref: text.nullable().exactOptional(),
})

/** Providers most households of a country use, the most used first. */
const rawChipsSchema = z.strictObject({
  IN: z.array(id).min(1),
  US: z.array(id).min(1),
  GB: z.array(id).min(1),
  DE: z.array(id).min(1),
})

/** What people call a provider besides its name: other spellings, common slips, and its name in other scripts. */
const rawNamesSchema = z.strictObject({
  names: z.array(text).exactOptional(),
  hi: z.array(text).exactOptional(),
  ta: z.array(text).exactOptional(),
  te: z.array(text).exactOptional(),
  bn: z.array(text).exactOptional(),
})

/** The schema of each data file, by the file's name. */
export const fileSchemas = {
  providers: z.array(rawProviderSchema),
  names: z.record(id, rawNamesSchema),
  plans: z.array(rawPlanSchema),
  'price-history': z.array(rawPriceChangeSchema),
  sources: z.array(rawSourceSchema),
  chips: rawChipsSchema,
}

export type RawProvider = z.infer<typeof rawProviderSchema>
export type RawInclude = z.infer<typeof rawIncludeSchema>
export type RawPlan = z.infer<typeof rawPlanSchema>
export type RawPriceChange = z.infer<typeof rawPriceChangeSchema>
export type RawSource = z.infer<typeof rawSourceSchema>
export type RawChips = z.infer<typeof rawChipsSchema>
export type RawCatalogue = { [File in keyof typeof fileSchemas]: z.infer<(typeof fileSchemas)[File]> }
export type Country = z.infer<typeof country>
export type Currency = z.infer<typeof currency>
export type Interval = z.infer<typeof interval>
export type DatePrecision = z.infer<typeof precision>
export type Confidence = z.infer<typeof confidence>
