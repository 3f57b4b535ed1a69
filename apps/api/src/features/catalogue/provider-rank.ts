import type { ProviderDocument } from './provider.document.ts'

/** Stands among the countries of a provider that is popular anywhere. */
export const ANY_COUNTRY = '*'

type Popularity = ProviderDocument['popularity']

export const popularIn = (popularity: Popularity): string[] => {
  const countries = Object.keys(popularity)
  return countries.length === 0 ? [] : [ANY_COUNTRY, ...countries]
}

const bestPlace = (popularity: Popularity) => Math.min(99, ...Object.values(popularity))

/** The most used first, then by name: one order for all countries, put right per page by `byPopularityIn`. */
export const providerRankOf = ({ popularity, name }: Pick<ProviderDocument, 'popularity' | 'name'>): string =>
  `${String(bestPlace(popularity)).padStart(2, '0')}.${name.toLowerCase()}`

/** As `byPopularityIn`, then by name, as text that sorts. */
export const providerRankIn = (provider: ProviderDocument, country: string | undefined): string =>
  `${String(placeIn(provider, country)).padStart(3, '0')}.${provider.name.toLowerCase()}`

const placeIn = ({ popularity }: ProviderDocument, country: string | undefined): number =>
  country === undefined ? bestPlace(popularity) : (popularity[country] ?? 100)

/** The chips of a country in their order. The others stay behind them as they are. */
export const byPopularityIn = (country: string | undefined) => (a: ProviderDocument, b: ProviderDocument) =>
  placeIn(a, country) - placeIn(b, country)
