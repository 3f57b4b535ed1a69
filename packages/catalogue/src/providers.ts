import type { CatalogueProvider, PlanKind } from './catalogue.types.ts'
import type { Country, RawCatalogue, RawChips, RawProvider } from './schema.ts'

/** A provider as the product knows it; absent facts are null or empty. */
export function providerOf(
  raw: RawProvider,
  kinds: readonly PlanKind[],
  { chips, names }: Pick<RawCatalogue, 'chips' | 'names'>,
): CatalogueProvider {
  return {
    id: raw.id,
    name: raw.name,
    otherNames: Object.values(names[raw.id] ?? {}).flat(),
    kind: raw.kind,
    category: raw.category,
    kinds: [...new Set(kinds.length > 0 ? kinds : kindsWithoutPlans(raw))].toSorted(),
    countries: raw.countries,
    domain: raw.domain,
    brandColor: raw.brandColor ?? null,
    statementAliases: raw.statementAliases,
    ambiguousAliases: raw.ambiguousAliases ?? [],
    parentId: raw.parentId ?? null,
    owner: raw.owner ?? null,
    cancel: raw.cancel
      ? {
          how: raw.cancel.how,
          url: raw.cancel.url ?? null,
          notes: raw.cancel.notes ?? null,
          confidence: raw.cancel.confidence,
        }
      : null,
    support: raw.support
      ? { phone: raw.support.phone ?? null, url: raw.support.url ?? null, confidence: raw.support.confidence }
      : null,
    popularity: popularityOf(raw.id, chips),
  }
}

/** A dish or an app whose packs nobody has read is still found under its kind, and takes a price of one's own. */
function kindsWithoutPlans({ kind }: RawProvider): PlanKind[] {
  return kind === 'tv' || kind === 'other' ? [kind] : []
}

function popularityOf(id: string, chips: RawChips): CatalogueProvider['popularity'] {
  const places = (Object.keys(chips) as Country[]).map(
    (country) => [country, chips[country].indexOf(id) + 1] as const,
  )
  return Object.fromEntries(places.filter(([, place]) => place > 0))
}
