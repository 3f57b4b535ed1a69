import { serviceIdOfTier } from '@streamline/catalogue/ladders'
import type { cheapestSetSchema } from '@streamline/contract'
import {
  benefitNewsOf,
  holdingOf,
  overlapsOf,
  wastedIn,
  type BenefitNews,
  type Money,
  type Overlap,
  type ServiceTier,
} from '@streamline/domain'
import type { CheapestSet, Chosen, NeedCost, PlanSet, RotationSaving } from '@streamline/domain/cheapest-set'
import type * as z from 'zod'
import { presentNeedCost } from './need-costs.presenter.ts'
import { presentNeeds } from './needs.presenter.ts'
import type { SavingsFacts } from './savings-reader.service.ts'
import type { SavingsResult } from './savings.repository.ts'
import { tierName } from './tier-name.ts'

type SetAnswer = z.infer<typeof cheapestSetSchema>
interface Named {
  readonly id: string
  readonly name: string
}

/** Names of all that an answer mentions. */
export class Names {
  private readonly subscriptions
  private readonly plans
  private readonly services = new Map<string, string>()

  constructor({ documents, plans }: SavingsFacts) {
    this.subscriptions = new Map(documents.map(({ id, name }) => [id, name]))
    this.plans = new Map(plans.map(({ id, name }) => [id, name]))
    for (const { serviceId, name } of plans) if (serviceId !== null) this.services.set(serviceId, name)
    for (const { serviceId, providerName, tier } of plans.flatMap(({ includes }) => includes))
      this.services.set(serviceId, tierName(providerName, tier))
  }

  subscription(id: string): Named {
    return { id, name: this.subscriptions.get(id) ?? id }
  }

  plan(id: string): Named {
    return { id, name: this.plans.get(id) ?? id }
  }

  service(id: string): Named {
    return { id, name: this.services.get(id) ?? id }
  }

  tier(tier: ServiceTier): Named {
    return this.service(serviceIdOfTier(tier))
  }
}

const ifAny = <T>(id: string | null, name: (id: string) => T): T | null => (id === null ? null : name(id))

const presentChosen = (
  { subscriptionId, planId, what, on, isSeat, until, cost }: Chosen,
  names: Names,
  money: (amount: number) => Money,
): SetAnswer['best']['chosen'][number] => ({
  subscription: ifAny(subscriptionId, (id) => names.subscription(id)),
  plan: ifAny(planId, (id) => names.plan(id)),
  what,
  on,
  isSeat,
  until,
  cost: money(cost),
})

const presentLost = (lost: CheapestSet['lost'], names: Names): SetAnswer['lost'] => {
  const groups = Map.groupBy(
    lost,
    ({ tier, subscriptionId, from }) => `${tier.ladderId} ${tier.rank} ${subscriptionId} ${from}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { tier, subscriptionId, from } = first
    const memberIds = group.map(({ memberId }) => memberId)
    return [{ service: names.tier(tier), memberIds, subscription: names.subscription(subscriptionId), from }]
  })
}

const presentRotations = (
  { rotations, currency }: CheapestSet,
  savings: readonly RotationSaving[],
  names: Names,
): SetAnswer['rotations'] =>
  rotations.map(({ tier, memberIds, from, until, planId }) => {
    const saving = savings.find(({ need }) => need.tier === tier && need.memberIds === memberIds)?.saving
    return {
      service: names.tier(tier),
      memberIds: [...memberIds],
      from,
      until,
      plan: ifAny(planId, (id) => names.plan(id)),
      saving: saving === undefined || saving === null ? null : { amount: saving, currency },
    }
  })

/** The cheapest set with the names of what is in it. */
export const presentSet = (
  set: CheapestSet,
  facts: SavingsFacts,
  rotationSavings: readonly RotationSaving[] = [],
): SetAnswer => {
  const names = new Names(facts)
  const money = (amount: number): Money => ({ amount, currency: set.currency })
  const planSet = ({ total, monthly, chosen }: PlanSet): SetAnswer['best'] => ({
    total: money(total),
    monthly: money(monthly),
    chosen: chosen.map((one) => presentChosen(one, names, money)),
  })
  return {
    from: set.year.from,
    until: set.year.until,
    proof: { ...set.proof, value: money(set.proof.value), bound: money(set.proof.bound) },
    now: planSet(set.now),
    best: planSet(set.best),
    saving: money(set.saving),
    isBetter: set.isBetter,
    isTodayEnough: set.isTodayEnough,
    months: set.months.map(({ month, now, best }) => ({ month, now: money(now), best: money(best) })),
    secondBest:
      set.secondBest === null
        ? null
        : {
            more: money(set.secondBest.more),
            chosen: set.secondBest.set.chosen.map((one) => presentChosen(one, names, money)),
          },
    lost: presentLost(set.lost, names),
    unmet: set.unmet.map(({ tier, memberId, from, until }) => ({
      service: names.tier(tier),
      memberId,
      from,
      until,
    })),
    rotations: presentRotations(set, rotationSavings, names),
    steps: set.steps.map(({ kind, on, subscriptionId, planId, serviceId, memberIds }) => ({
      kind,
      on,
      subscription: ifAny(subscriptionId, (id) => names.subscription(id)),
      plan: ifAny(planId, (id) => names.plan(id)),
      service: ifAny(serviceId, (id) => names.service(id)),
      memberIds: [...memberIds],
    })),
    oldPrices: set.oldPrices.map((id) => names.plan(id)),
    budget: set.budget === null ? null : { monthly: money(set.budget.monthly), over: money(set.budget.over) },
  }
}

const presentOverlap = (
  overlap: Overlap,
  { input }: SavingsFacts,
  names: Names,
): SavingsResult['overlaps'] => {
  const held = input.held.find(({ subscription }) => subscription.id === overlap.subscriptionId)
  if (held === undefined) return []
  const { kind, subscriptionId, coveredBy, claimFirst, from, until, isLasting } = overlap
  const { days, amount } = wastedIn(overlap, held.subscription.facts, input.today)
  return [
    {
      kind,
      subscription: names.subscription(subscriptionId),
      coveredBy: coveredBy.map((id) => names.subscription(id)),
      claimFirst: claimFirst.map((id) => names.service(id)),
      from,
      until,
      days,
      wasted: amount,
      isLasting,
    },
  ]
}

const presentBenefit = (
  { kind, subscriptionId, serviceIds, until }: BenefitNews,
  names: Names,
): SavingsResult['benefits'][number] => ({
  kind,
  subscription: names.subscription(subscriptionId),
  services: serviceIds.map((id) => names.service(id)),
  until,
})

/** What was worked out of each need beside the cheapest set. */
export interface PricedNeeds {
  readonly costs: readonly NeedCost[]
  readonly rotations: readonly RotationSaving[]
}

/** All that is told of a household's savings on a day. */
export const presentResult = (
  facts: SavingsFacts,
  set: CheapestSet | null,
  { costs, rotations }: PricedNeeds,
): SavingsResult => {
  const { input, answers } = facts
  const names = new Names(facts)
  const holdings = input.held.map(({ subscription }) => holdingOf(subscription, input.today))
  const overlaps = overlapsOf(holdings, input.today, answers)
  return {
    madeOn: input.today,
    currency: input.currency,
    needs: presentNeeds(input.needs),
    overlaps: overlaps.flatMap((overlap) => presentOverlap(overlap, facts, names)),
    benefits: benefitNewsOf(holdings, overlaps, input.today).map((news) => presentBenefit(news, names)),
    set: set === null ? null : presentSet(set, facts, rotations),
    costs: costs.map((cost) => presentNeedCost(cost, input.currency)),
  }
}
