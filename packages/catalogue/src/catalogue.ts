import type { Catalogue } from './catalogue.types.ts'
import { catalogueFiles, compiledOn } from './data.ts'
import { planOf } from './plans.ts'
import { providerOf } from './providers.ts'
import type { RawCatalogue, RawProvider } from './schema.ts'
import { serviceIdOf, servicesOf } from './services.ts'
import { parseCatalogue } from './validate.ts'

let loaded: Catalogue | undefined

/** The whole catalogue. Read and derived on the first call, the same object afterwards. */
export function loadCatalogue(): Catalogue {
  loaded ??= catalogueOf(parseCatalogue(catalogueFiles))
  return loaded
}

/** The catalogue that checked files describe. */
export function catalogueOf(raw: RawCatalogue): Catalogue {
  const providers = new Map(raw.providers.map((provider) => [provider.id, provider]))
  const includes = raw.plans.flatMap((plan) => plan.includes)
  const includedServiceIds = new Set(includes.map(({ providerId, tier }) => serviceIdOf(providerId, tier)))
  const plans = raw.plans.map((plan) =>
    planOf(plan, {
      provider: known(providers, plan.providerId),
      changes: raw['price-history'],
      includedServiceIds,
      compiledOn,
    }),
  )
  return {
    compiledOn,
    providers: raw.providers.map((provider) => {
      const own = plans.filter(({ providerId }) => providerId === provider.id)
      return providerOf(
        provider,
        own.map(({ kind }) => kind),
        raw,
      )
    }),
    services: servicesOf(raw.plans, providers),
    plans,
    sources: raw.sources.map(({ id, title, url, date, precision, trust }) => {
      return { id, title, url, date, datePrecision: precision, trust }
    }),
    chips: raw.chips,
  }
}

function known(providers: ReadonlyMap<string, RawProvider>, id: string): RawProvider {
  const provider = providers.get(id)
  if (!provider) throw new Error(`There is no provider ${id}.`)
  return provider
}
