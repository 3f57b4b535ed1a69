import type {
  Confidence,
  Country,
  Currency,
  DatePrecision,
  Interval,
  RawProvider,
  RawSource,
} from './schema.ts'

export type PlanKind = 'ott' | 'mobile' | 'broadband' | 'tv' | 'other'

export type CatalogueProvider = {
  id: string
  name: string
  /** What people call it besides, in every script the catalogue knows. */
  otherNames: string[]
  /** What the company is; `multi` sells several kinds. */
  kind: RawProvider['kind']
  category: RawProvider['category']
  /** The kinds of plans the catalogue has of it, or what it sells where it has none; none for what only comes included. */
  kinds: PlanKind[]
  countries: Country[]
  domain: string
  brandColor: string | null
  statementAliases: string[]
  /** Texts that also stand for others (app stores, payment apps) and prove nothing alone. */
  ambiguousAliases: string[]
  parentId: string | null
  owner: string | null
  cancel: { how: string; url: string | null; notes: string | null; confidence: Confidence } | null
  support: { phone: string | null; url: string | null; confidence: Confidence } | null
  /** Its place among the chips of a country, from 1; countries without a chip are absent. */
  popularity: Partial<Record<Country, number>>
}

/** What a person wants to use: a provider at a tier. Its id is `provider:tier-slug`. */
export type CatalogueService = { id: string; providerId: string; tier: string }

export type CatalogueInclude = {
  providerId: string
  serviceId: string
  tier: string
  activation: 'auto' | 'claim'
  /** The nearest stand-alone plan, to value the benefit; not an identity. */
  planId: string | null
  /** How long it lasts, where that differs from the plan or is stated. */
  interval: Interval | null
  choice: { group: string; pick: number } | null
  note: string | null
}

/**
 * A price of a plan and the first day on which it is known to be in force. `observed` prices were seen on that
 * day and may be older; all others began on it.
 */
export type CataloguePriceVersion = {
  id: string
  effectiveOn: string
  datePrecision: DatePrecision
  price: number
  taxIncluded: boolean
  changeType: 'observed' | 'increase' | 'decrease' | 'launch' | 'terms'
  appliesTo: string | null
  sourceNote: string | null
}

export type CataloguePlan = {
  id: string
  providerId: string
  name: string
  kind: PlanKind
  mode: 'prepaid' | 'postpaid' | null
  /** It brings other services along, or sells several things at one price. */
  bundled: boolean
  country: Country
  region: string | null
  currency: Currency
  /** Minor units, as advertised: without tax where `taxIncluded` is false. */
  price: number
  priceTerms: string | null
  taxIncluded: boolean
  taxBasisPoints: number
  interval: Interval
  renewal: 'automatic' | 'manual'
  status: 'current' | 'unverified' | 'superseded'
  asOf: string
  asOfPrecision: DatePrecision
  confidence: Confidence
  recallConfidence: 'high' | 'medium' | 'low' | null
  recalledFields: string[]
  sourceId: string
  note: string | null
  perks: string[]
  /** The service that a stand-alone streaming plan gives; null where `includes` says it all. */
  serviceId: string | null
  attributes: Record<string, string | number | boolean>
  includes: CatalogueInclude[]
  /** Oldest first; the last one is the plan's price today. */
  priceVersions: CataloguePriceVersion[]
  /** Changes announced for later, soonest first. */
  announcedVersions: CataloguePriceVersion[]
}

export type CatalogueSource = {
  id: string
  title: string
  url: string | null
  date: string | null
  datePrecision: DatePrecision
  trust: RawSource['trust']
}

export type Catalogue = {
  /** No fact is dated later. */
  compiledOn: string
  providers: CatalogueProvider[]
  services: CatalogueService[]
  plans: CataloguePlan[]
  sources: CatalogueSource[]
  /** Ids of the providers most households of a country use, the most used first. */
  chips: Record<Country, string[]>
}
