import type { CataloguePlan, PlanKind } from './catalogue.types.ts'
import type { RawPlan, RawProvider } from './schema.ts'

/**
 * What a plan mainly is. A bundle is broadband when it has a home line, mobile when it has only mobile lines,
 * and streaming otherwise: TV packs, add-ons and perks of a network are used like any other streaming plan.
 */
export function kindOf(plan: RawPlan, provider: RawProvider): PlanKind {
  if (plan.kind === 'mobile-prepaid' || plan.kind === 'mobile-postpaid') return 'mobile'
  if (plan.kind !== 'bundle') return plan.kind
  if (provider.kind === 'ott' || provider.kind === 'tv' || provider.kind === 'other') return provider.kind
  const { downMbps, technology, mobileConnections } = plan.attributes
  if (downMbps !== undefined || technology !== undefined) return 'broadband'
  return mobileConnections === undefined ? 'ott' : 'mobile'
}

/**
 * Whether it is paid before or after use. Said for every mobile plan; for Indian home lines, which are billed
 * after use unless somebody has to recharge them; not for anything else.
 */
export function modeOf(plan: RawPlan, kind: PlanKind): CataloguePlan['mode'] {
  if (plan.kind === 'mobile-prepaid') return 'prepaid'
  if (kind === 'mobile') return 'postpaid'
  if (kind !== 'broadband' || plan.country !== 'IN' || plan.taxIncluded) return null
  return plan.renews === 'manual' ? 'prepaid' : 'postpaid'
}

/** Tax on top of the advertised price: Indian GST of 18 % where the price is without it, else nothing we know. */
export function taxBasisPointsOf({ country, taxIncluded }: RawPlan): number {
  return country === 'IN' && !taxIncluded ? 1800 : 0
}
