import type { contract } from '@streamline/contract'
import { withTax } from '@streamline/domain'
import type { Answer } from '../../platform/http/route.ts'
import { RawJson } from '../../platform/http/raw-json.ts'
import type { PlanDocument } from './plan.document.ts'
import type { ProviderDocument } from './provider.document.ts'

type Catalogue = typeof contract.catalogue
export type PlanAnswer = Exclude<Answer<Catalogue['readPlan']>, RawJson>
export type PlanRow = Exclude<Answer<Catalogue['listPlans']>, RawJson>['items'][number]
export type ProviderRow = Exclude<Answer<Catalogue['listProviders']>, RawJson>['items'][number]

export const planRow = (plan: PlanDocument): PlanRow => ({
  id: plan.id,
  providerId: plan.providerId,
  providerName: plan.providerName,
  brandColor: plan.brandColor,
  name: plan.name,
  kind: plan.kind,
  mode: plan.mode,
  bundled: plan.bundled,
  country: plan.country,
  region: plan.region,
  price: plan.price,
  tax: plan.tax,
  debit: { amount: withTax(plan.price.amount, plan.tax).amount, currency: plan.price.currency },
  interval: plan.interval,
  renewal: plan.renewal,
  status: plan.status,
  asOf: plan.asOf,
  asOfPrecision: plan.asOfPrecision,
  includes: [...plan.includes],
  attributes: plan.attributes,
})

export const planAnswer = (plan: PlanDocument): PlanAnswer => ({
  ...planRow(plan),
  note: plan.note,
  priceVersions: [...plan.priceVersions],
  announced: [...plan.announced],
  source: plan.source,
})

/** Popular means among the most used of the country asked for, or of any where none was. */
export const providerRow = (provider: ProviderDocument, country: string | undefined): ProviderRow => ({
  id: provider.id,
  name: provider.name,
  kinds: [...provider.kinds],
  countries: [...provider.countries],
  domain: provider.domain,
  brandColor: provider.brandColor,
  popular:
    country === undefined ? Object.keys(provider.popularity).length > 0 : country in provider.popularity,
})
