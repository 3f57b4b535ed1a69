import { planWordsOf, searchIndexOf, type Searchable, type SearchIndex } from '@streamline/domain'
import { rankOf } from './plan-rank.ts'
import type { PlanDocument } from './plan.document.ts'
import type { ProviderDocument } from './provider.document.ts'
import { providerRankIn } from './provider-rank.ts'

export interface FoundPlan extends Searchable {
  readonly plan: PlanDocument
}

export interface FoundProvider extends Searchable {
  readonly provider: ProviderDocument
}

/** Everything a provider is called, by its id. */
export const namesByProvider = (
  providers: readonly ProviderDocument[],
): ReadonlyMap<string, readonly string[]> =>
  new Map(providers.map((provider) => [provider.id, namesOf(provider)]))

const namesOf = ({ id, name, otherNames }: ProviderDocument): readonly string[] => [id, name, ...otherNames]

/** What plans are found by: their own words and the names of who sells them. */
export const planIndexOf = (
  plans: readonly PlanDocument[],
  providers: readonly ProviderDocument[],
): SearchIndex<FoundPlan> => {
  const names = namesByProvider(providers)
  return searchIndexOf(
    plans.map((plan) => {
      const words = planWordsOf(plan)
      return {
        id: plan.id,
        names: names.get(plan.providerId) ?? [plan.providerId, plan.providerName],
        ...words,
        further: [
          ...words.further,
          ...plan.includes.flatMap(({ providerId }) => names.get(providerId) ?? []),
        ],
        order: rankOf(plan),
        plan,
      }
    }),
  )
}

/** What providers are found by, the most used of a country first. */
export const providerIndexOf = (
  providers: readonly ProviderDocument[],
  country: string | undefined,
): SearchIndex<FoundProvider> =>
  searchIndexOf(
    providers.map((provider) => ({
      id: provider.id,
      names: namesOf(provider),
      words: [provider.domain ?? '', ...provider.statementAliases],
      aside: [],
      further: [],
      order: providerRankIn(provider, country),
      provider,
    })),
  )
