import type { CatalogueService } from './catalogue.types.ts'
import type { RawPlan, RawProvider } from './schema.ts'

/** How long it lasts or how it was chosen is no part of a tier: `Lite (2 years)` gives Lite. */
const circumstance = /(?: \((?:choice|first months|\d+ years?|OTT pack \d+)\)|, \d+ months)$/

/** Brackets of a plan's name that tell its interval, price or year instead of its tier. */
const occasion = /\([^)]*(?:monthly|quarterly|yearly|prepaid|price|until|contract|\b20\d\d\b)[^)]*\)/gi

/** What plan names begin with where that is not the provider's name. */
const otherPrefixes: Record<string, string[]> = {
  'google-one': ['Google One', 'Google'],
  wow: ['WOW'],
  youtube: ['YouTube'],
}

/** The tier of the full plan, which its name leaves out. */
const plainTiers: Record<string, string> = { 'amazon-prime': 'Prime' }

/** The id of a provider's service at a tier, the same however the tier is written. */
export function serviceIdOf(providerId: string, tier: string): string {
  const words = tierOf(tier).toLowerCase().replaceAll('+', ' plus ')
  return `${providerId}:${words.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')}`
}

/** The services that plans include or that stand-alone streaming plans give, by id, each once. */
export function servicesOf(
  plans: readonly RawPlan[],
  providers: ReadonlyMap<string, RawProvider>,
): CatalogueService[] {
  const services = new Map<string, CatalogueService>()
  const add = (providerId: string, tier: string) => {
    const id = serviceIdOf(providerId, tier)
    if (!services.has(id)) services.set(id, { id, providerId, tier: tierOf(tier) })
  }
  for (const plan of plans) for (const include of plan.includes) add(include.providerId, include.tier)
  const included = new Set(services.keys())
  for (const plan of plans) {
    const provider = providers.get(plan.providerId)
    const tier = provider ? standAloneTierOf(plan, provider, included) : null
    if (tier !== null) add(plan.providerId, tier)
  }
  return [...services.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * The tier that a streaming, cloud or other plan sells by itself, read from its name; null for other kinds, for add-ons, and for
 * bundles whose `includes` name their own provider. A name without a tier is the tier that bundles call it by.
 */
export function standAloneTierOf(
  plan: RawPlan,
  provider: RawProvider,
  included: ReadonlySet<string>,
): string | null {
  const sellsItself = plan.kind === 'ott' || plan.kind === 'other'
  if (!sellsItself && !(plan.kind === 'bundle' && provider.kind === 'ott')) return null
  if (plan.includes.some(({ providerId }) => providerId === provider.id)) return null
  if (/\badd-on\b/i.test(plan.name)) return null
  const rest = withoutPrefix(plan.name, [provider.name, ...(otherPrefixes[provider.id] ?? [])])
    .replaceAll(occasion, '')
    .replaceAll(/[()]/g, '')
    .replace('mit Werbung', 'with ads')
    .replace(/^(?:\+|India\b)/, '')
    .trim()
  if (rest !== '') return rest
  const named = plainTiers[provider.id] ?? provider.name
  return included.has(serviceIdOf(provider.id, named)) ? named : 'standard'
}

function tierOf(tier: string): string {
  return tier.replace(circumstance, '')
}

function withoutPrefix(name: string, prefixes: readonly string[]): string {
  const prefix = prefixes.find((candidate) => name.startsWith(candidate))
  return prefix === undefined ? name : name.slice(prefix.length).trim()
}
