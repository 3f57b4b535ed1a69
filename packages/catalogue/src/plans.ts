import type { CatalogueInclude, CataloguePlan } from './catalogue.types.ts'
import { kindOf, modeOf, taxBasisPointsOf } from './plan-kind.ts'
import { priceVersionsOf } from './price-versions.ts'
import type { RawInclude, RawPlan, RawPriceChange, RawProvider } from './schema.ts'
import { serviceIdOf, standAloneTierOf } from './services.ts'

/** What a plan is derived from besides itself. */
export type PlanContext = {
  provider: RawProvider
  changes: readonly RawPriceChange[]
  /** Ids of the services that any plan includes. */
  includedServiceIds: ReadonlySet<string>
  compiledOn: string
}

/** A plan as the API stores it; absent facts are null or empty. */
export function planOf(raw: RawPlan, context: PlanContext): CataloguePlan {
  const { provider, includedServiceIds } = context
  const kind = kindOf(raw, provider)
  const tier = standAloneTierOf(raw, provider, includedServiceIds)
  const versions = priceVersionsOf(raw, context.changes, context.compiledOn)
  return {
    id: raw.id,
    providerId: raw.providerId,
    name: raw.name,
    kind,
    mode: modeOf(raw, kind),
    bundled: raw.kind === 'bundle' || raw.includes.length > 0,
    country: raw.country,
    region: raw.region ?? null,
    currency: raw.currency,
    price: raw.price,
    priceTerms: raw.priceTerms ?? null,
    taxIncluded: raw.taxIncluded,
    taxBasisPoints: taxBasisPointsOf(raw),
    interval: raw.validity,
    renewal: raw.renews === 'auto' ? 'automatic' : 'manual',
    status: raw.status,
    asOf: raw.asOf,
    asOfPrecision: raw.asOfPrecision,
    confidence: raw.confidence,
    recallConfidence: raw.recallConfidence ?? null,
    recalledFields: raw.recalledFields ?? [],
    sourceId: raw.sourceId,
    note: raw.note ?? null,
    perks: raw.perks ?? [],
    serviceId: tier === null ? null : serviceIdOf(provider.id, tier),
    attributes: attributesOf(raw),
    includes: raw.includes.map(includeOf),
    priceVersions: versions.inForce,
    announcedVersions: versions.announced,
  }
}

function includeOf(raw: RawInclude): CatalogueInclude {
  return {
    providerId: raw.providerId,
    serviceId: serviceIdOf(raw.providerId, raw.tier),
    tier: raw.tier,
    activation: raw.activation,
    planId: raw.planId ?? null,
    interval: raw.validity ?? null,
    choice: raw.choice ?? null,
    note: raw.note ?? null,
  }
}

/**
 * The attributes as flat values: `perLineMinor: {2: 8000}` becomes `perLineMinor2: 8000`. Every amount of money
 * ends in `Minor`, so `installationFee` becomes `installationFeeMinor`.
 */
function attributesOf({ attributes }: RawPlan): CataloguePlan['attributes'] {
  const flat: CataloguePlan['attributes'] = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'object')
      for (const [part, amount] of Object.entries(value)) flat[name + part] = amount
    else flat[name === 'installationFee' ? 'installationFeeMinor' : name] = value
  }
  return flat
}
