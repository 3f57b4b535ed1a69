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

/** The chips of a country in their order. The others stay behind them as they are. */
export const byPopularityIn = (country: string | undefined) => {
  const placeOf = ({ popularity }: ProviderDocument) =>
    country === undefined ? bestPlace(popularity) : (popularity[country] ?? 100)
  return (a: ProviderDocument, b: ProviderDocument) => placeOf(a) - placeOf(b)
}
