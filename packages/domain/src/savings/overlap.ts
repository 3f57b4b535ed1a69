import type { Money } from '../money/money.ts'

/** A service at a tier; a higher rank is a better tier of the same provider. */
export interface ServiceTier {
  readonly providerId: string
  readonly tierRank: number
}

/** A running plan of the household. */
export interface RunningPlan {
  readonly subscriptionId: string
  /** The service that the plan is, when a service is paid by itself. */
  readonly standalone: ServiceTier | null
  /** Services included in it. */
  readonly includes: readonly ServiceTier[]
  /** True average month, with tax. */
  readonly monthly: Money
}

/** A stand-alone subscription whose service the household has elsewhere too. */
export interface Overlap {
  readonly kind: 'paidAndIncluded' | 'paidTwice'
  readonly providerId: string
  /** The one that could go. */
  readonly subscriptionId: string
  /** What has the service as well, in order of the id. */
  readonly alsoIn: readonly string[]
  /** True when one of the others has the same or a better tier, so that nothing is lost. */
  readonly isCovered: boolean
  /** What the redundant one costs in a true average month. */
  readonly monthly: Money
}

interface Holding extends ServiceTier {
  readonly plan: RunningPlan
}

/** The best tier first; among equal ones the cheapest, then the first id. */
const byWorth = (a: Holding, b: Holding): number =>
  b.tierRank - a.tierRank ||
  a.plan.monthly.amount - b.plan.monthly.amount ||
  (a.plan.subscriptionId < b.plan.subscriptionId ? -1 : 1)

function overlapOf(own: Holding, kind: Overlap['kind'], others: readonly Holding[]): Overlap {
  return {
    kind,
    providerId: own.providerId,
    subscriptionId: own.plan.subscriptionId,
    alsoIn: [...new Set(others.map(({ plan }) => plan.subscriptionId))].toSorted(),
    isCovered: others.some(({ tierRank }) => tierRank >= own.tierRank),
    monthly: own.plan.monthly,
  }
}

/**
 * The services that a household pays by themselves although another running plan includes them (`paidAndIncluded`), or pays twice
 * (`paidTwice`: all but the best of them). One entry per redundant subscription, in order of its id. Whether a member may use the
 * other one is for the caller to know: pass only plans of the same people.
 */
export function overlapsOf(plans: readonly RunningPlan[]): Overlap[] {
  const paid = new Map<string, Holding[]>()
  const included = new Map<string, Holding[]>()
  const put = (map: Map<string, Holding[]>, holding: Holding): void => {
    const holdings = map.get(holding.providerId)
    if (holdings === undefined) map.set(holding.providerId, [holding])
    else holdings.push(holding)
  }
  for (const plan of plans) {
    if (plan.standalone !== null) put(paid, { ...plan.standalone, plan })
    for (const service of plan.includes) put(included, { ...service, plan })
  }
  const found: Overlap[] = []
  for (const [providerId, holdings] of paid) {
    const [best, ...lesser] = holdings.toSorted(byWorth)
    for (const own of holdings) {
      const elsewhere = (included.get(providerId) ?? []).filter(({ plan }) => plan !== own.plan)
      if (elsewhere.length > 0) found.push(overlapOf(own, 'paidAndIncluded', elsewhere))
      else if (best !== undefined && lesser.includes(own)) found.push(overlapOf(own, 'paidTwice', [best]))
    }
  }
  return found.toSorted((a, b) => (a.subscriptionId < b.subscriptionId ? -1 : 1))
}
