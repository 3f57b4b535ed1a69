import { problemsIn, repeated, type CatalogueProblem } from './problem.ts'
import type { Country, RawCatalogue, RawProvider } from './schema.ts'

const say = problemsIn('providers')
const sayChip = problemsIn('chips')
const sayName = problemsIn('names')

/** Problems of the providers among themselves: ids, parents, colours, aliases. */
export function providerProblems({ providers }: RawCatalogue): CatalogueProblem[] {
  const byId = new Map(providers.map((provider) => [provider.id, provider]))
  const twice = repeated(providers.map(({ id }) => id)).map((id) => say(id, 'The id is used more than once.'))
  return [...twice, ...providers.flatMap((provider) => problemsOf(provider, byId))]
}

/** Problems of the names people use: of nobody, or twice the same. */
export function nameProblems({ names, providers }: RawCatalogue): CatalogueProblem[] {
  const known = new Set(providers.map(({ id }) => id))
  return Object.entries(names).flatMap(([id, own]) => [
    ...(known.has(id) ? [] : [sayName(id, 'It is not a provider.')]),
    ...repeated(Object.values(own).flat()).map((name) => sayName(id, `${name} is listed more than once.`)),
  ])
}

/** Problems of the chips: unknown, repeated, or a provider that sells nothing in that country. */
export function chipProblems({ chips, plans, providers }: RawCatalogue): CatalogueProblem[] {
  const known = new Set(providers.map(({ id }) => id))
  const sells = new Set(plans.map(({ providerId, country }) => `${providerId} ${country}`))
  return (Object.keys(chips) as Country[]).flatMap((country) => {
    const ids = chips[country]
    return [
      ...repeated(ids).map((id) => sayChip(id, `It is a chip of ${country} more than once.`)),
      ...ids
        .filter((id) => !known.has(id))
        .map((id) => sayChip(id, `The chip of ${country} is not a provider.`)),
      ...ids
        .filter((id) => known.has(id) && !sells.has(`${id} ${country}`))
        .map((id) => sayChip(id, `It is a chip of ${country} but has no plan there.`)),
    ]
  })
}

function problemsOf(provider: RawProvider, byId: ReadonlyMap<string, RawProvider>): CatalogueProblem[] {
  const sentences: string[] = []
  if (provider.parentId !== undefined && !byId.has(provider.parentId))
    sentences.push(`The parent ${provider.parentId} is not a provider.`)
  if (isItsOwnAncestor(provider, byId)) sentences.push('Its chain of parents comes back to itself.')
  if ((provider.brandColor === undefined) !== (provider.brandColorConfidence === undefined))
    sentences.push('A brand colour and its confidence go together.')
  for (const country of repeated(provider.countries)) sentences.push(`${country} is listed more than once.`)
  for (const alias of repeated([...provider.statementAliases, ...(provider.ambiguousAliases ?? [])]))
    sentences.push(`The statement alias ${alias} is listed more than once.`)
  return sentences.map((sentence) => say(provider.id, sentence))
}

function isItsOwnAncestor(provider: RawProvider, byId: ReadonlyMap<string, RawProvider>): boolean {
  const seen = new Set<string>()
  let parentId = provider.parentId
  while (parentId !== undefined && !seen.has(parentId)) {
    if (parentId === provider.id) return true
    seen.add(parentId)
    parentId = byId.get(parentId)?.parentId
  }
  return false
}
