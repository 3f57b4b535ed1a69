import type { Catalogue, CataloguePlan, CataloguePriceVersion } from '@streamline/catalogue'
import { parseCalendarDate } from '@streamline/domain'
import type { PlanDocument, PriceVersion } from './plan.document.ts'
import type { ProviderDocument } from './provider.document.ts'

/** The catalogue's plans and providers as documents: names of others are written in, words are made. */
export const documentsOf = (catalogue: Catalogue) => {
  const providers = new Map(catalogue.providers.map((provider) => [provider.id, provider]))
  const sources = new Map(catalogue.sources.map((source) => [source.id, source]))
  const nameOf = (providerId: string) => providers.get(providerId)?.name ?? providerId

  const plan = (given: CataloguePlan): PlanDocument => {
    const provider = providers.get(given.providerId)
    const source = sources.get(given.sourceId)
    return {
      id: given.id,
      revision: 1,
      providerId: given.providerId,
      providerName: nameOf(given.providerId),
      brandColor: provider?.brandColor ?? null,
      name: given.name,
      kind: given.kind,
      mode: given.mode,
      bundled: given.bundled,
      country: given.country,
      region: given.region,
      price: { amount: given.price, currency: given.currency },
      tax: { included: given.taxIncluded, basisPoints: given.taxBasisPoints },
      interval: given.interval,
      renewal: given.renewal,
      status: given.status,
      asOf: parseCalendarDate(given.asOf),
      asOfPrecision: given.asOfPrecision,
      serviceId: given.serviceId,
      includes: given.includes.map(({ planId: _nearest, note: _note, ...include }) => ({
        ...include,
        providerName: nameOf(include.providerId),
      })),
      attributes: given.attributes,
      note: given.note,
      priceVersions: given.priceVersions.map((version) => versionOf(given, version)),
      announced: given.announcedVersions.map((version) => versionOf(given, version)),
      source: source ? { title: source.title, url: source.url, date: source.date ?? given.asOf } : null,
      popularity: provider?.popularity[given.country] ?? null,
      editedAt: null,
    }
  }

  return { plans: catalogue.plans.map(plan), providers: catalogue.providers.map(providerDocument) }
}

const versionOf = (plan: CataloguePlan, version: CataloguePriceVersion): PriceVersion => ({
  id: version.id,
  effectiveOn: parseCalendarDate(version.effectiveOn),
  datePrecision: version.datePrecision,
  price: { amount: version.price, currency: plan.currency },
  tax: { included: version.taxIncluded, basisPoints: version.taxIncluded ? 0 : plan.taxBasisPoints },
})

const providerDocument = (given: Catalogue['providers'][number]): ProviderDocument => ({
  id: given.id,
  revision: 1,
  name: given.name,
  kinds: given.kinds,
  countries: given.countries,
  domain: given.domain,
  brandColor: given.brandColor,
  popularity: given.popularity,
  otherNames: given.otherNames,
  statementAliases: given.statementAliases,
})
