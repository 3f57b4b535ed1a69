import type { Kind, Provider } from '../answers.ts'

const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '')

/** Providers whose name holds every typed word as a beginning, as the catalogue's own search does. */
export const matchingProviders = (providers: readonly Provider[], query: string): Provider[] => {
  const typed = wordsOf(query)
  if (typed.length === 0) return []
  return providers.filter(({ name }) => {
    const words = wordsOf(name)
    return typed.every((part) => words.some((word) => word.startsWith(part)))
  })
}

/** The chips shown before anything is typed: the most used providers of each kind. */
export const popularByKind = (providers: readonly Provider[], kinds: readonly Kind[], most: number) =>
  kinds
    .map((kind) => {
      // An operator that bundles a film service is not what one looks for under streaming.
      const selling = providers.filter(
        (provider) => provider.kinds.includes(kind) && (kind !== 'ott' || provider.kinds.length === 1),
      )
      const popular = selling.filter((provider) => provider.popular)
      return { kind, providers: (popular.length > 0 ? popular : selling).slice(0, most) }
    })
    .filter((group) => group.providers.length > 0)
