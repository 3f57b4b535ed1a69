// A household of Asha and Ravi on 1 December 2026, with plans made up for it, and what it is told in words that fit on a line.
import { every, inr, on } from '../test-drafts.ts'
import { noticeOf } from '../subscription/debits-ahead.ts'
import { factsOfActs } from '../subscription/fold.ts'
import type { Act, ActRecord } from '../subscription/act.ts'
import type { Draft } from '../subscription/draft.ts'
import { apartOf } from './apart.ts'
import type { CheapestSet } from './cheapest-set.ts'
import type { HeldInclude, People, ServiceTier } from './holding.ts'
import { needsOf } from './needs.ts'
import type { HeldPlan, Needs } from './needs.ts'
import type { OfferedPlan } from './offered-plan.ts'
import type { WantedBoth } from './overlap.ts'
import type { SavingsInput } from './set-program.ts'

export const today = on('2026-12-01')
export const hotstar: ServiceTier = { ladderId: 'hotstar', rank: 1 }
export const netflix: ServiceTier = { ladderId: 'netflix', rank: 1 }
export const brings = (tier: ServiceTier, more: Partial<HeldInclude> = {}): HeldInclude => ({
  serviceId: tier.ladderId,
  activation: 'auto',
  interval: null,
  choice: null,
  tier,
  ...more,
})

export const plan = (id: string, rupees: number, more: Partial<OfferedPlan> = {}): OfferedPlan => ({
  id,
  providerId: 'jio',
  kind: 'ott',
  isPostpaid: false,
  interval: every(1, 'month'),
  renewal: 'automatic',
  price: inr(rupees * 100),
  tax: { included: true, basisPoints: 0 },
  announced: [],
  standalone: null,
  includes: [],
  starts: 'packStart',
  line: null,
  besideLine: null,
  isShareable: false,
  fee: 0,
  isOld: false,
  ...more,
})
export const pack = (id: string, rupees: number, days: number, more: Partial<OfferedPlan> = {}) =>
  plan(id, rupees, {
    kind: 'mobile',
    interval: every(days, 'day'),
    renewal: 'manual',
    line: { kind: 'mobile', mbPerDay: 2048, hasCalls: true, days, seats: 1, mbps: null, capGb: null },
    ...more,
  })

export function has(
  one: OfferedPlan,
  startsOn: string,
  people: People = ['asha'],
  more: Partial<Draft> = {},
  later: readonly (readonly [day: string, act: Act])[] = [],
): HeldPlan {
  const { interval, price, tax, renewal } = one
  const draft: Draft = { startsOn: on(startsOn), interval, price, tax, renewal, ...more }
  const acts = [[startsOn, { kind: 'started', draft }] as const, ...later]
  const records = acts.map(([day, act], at): ActRecord => ({
    id: `${one.id} ${at}`,
    on: on(day),
    at: `${day}T06:00:00.000Z`,
    by: null,
    act,
  }))
  const { standalone, includes, starts, providerId, line } = one
  const isOnlyServices = line === null
  const facts = factsOfActs(records)
  return {
    subscription: {
      id: `my ${one.id}`,
      people,
      facts,
      notice: noticeOf(facts.terms, 0),
      records,
      starts,
      standalone,
      includes,
      isOnlyServices,
    },
    providerId,
    planId: one.id,
    line,
    lineKind: line?.kind ?? null,
  }
}

interface Household {
  readonly memberIds?: readonly string[]
  readonly wantsBoth?: readonly WantedBoth[]
}

export function inputOf(
  held: readonly HeldPlan[],
  offers: readonly OfferedPlan[],
  change: (needs: Needs) => Needs = (same) => same,
  { memberIds = ['asha', 'ravi'], wantsBoth = [] }: Household = {},
): SavingsInput {
  const subscriptions = held.map(({ subscription }) => subscription)
  return {
    today,
    currency: 'INR',
    memberIds,
    held,
    offers,
    needs: change(needsOf(held, memberIds, today)),
    apart: apartOf(subscriptions, memberIds, wantsBoth, today),
  }
}
export const told = (set: CheapestSet | null) =>
  set?.best.chosen.map(({ subscriptionId, planId, what, on: day }) =>
    [subscriptionId, what, planId, day].filter((word) => word !== null).join(' '),
  )
export const steps = (set: CheapestSet | null) =>
  set?.steps.map(({ kind, on: day, subscriptionId, planId, serviceId }) =>
    [day, kind, subscriptionId, planId, serviceId].filter((word) => word !== null).join(' '),
  )
