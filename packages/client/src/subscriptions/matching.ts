import type { Kind, Provider } from '../answers.ts'

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
