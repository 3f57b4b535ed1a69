import { outstandingOf } from '../billing/charge.ts'
import { sumByCurrency } from '../money/sum.ts'
import type { Sum } from '../money/sum.ts'
import { monthlyCost } from '../subscription/forecast.ts'
import { statusOf } from '../subscription/lifecycle.ts'
import type { SubscriptionFacts, SubscriptionStatus } from '../subscription/lifecycle.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { cashAhead } from './cash-ahead.ts'
import type { PayerDebits } from './cash-ahead.ts'
import { compareNeeds, needOfCharge, needOfSubscription } from './needs.ts'
import type { Need } from './needs.ts'
import type { OverviewCharge, OverviewInput, OverviewSubscription } from './overview-input.ts'
import type { SubscriptionKind } from '../subscription/kind.ts'

export interface Overview {
  readonly today: CalendarDate
  readonly needsYou: readonly Need[]
  readonly next14: readonly PayerDebits[]
  readonly counts: {
    /** Usable today: trialing, active, grace, and cancelled until its end. */
    readonly running: number
    readonly byStatus: Readonly<Record<SubscriptionStatus, number>>
    /** Of the running ones. */
    readonly byKind: Readonly<Record<SubscriptionKind, number>>
  }
  /** The true average month of all that go on (trialing, active, grace), one sum per currency, with tax. */
  readonly monthlyCost: readonly Sum[]
}

interface Standing {
  readonly subscription: OverviewSubscription
  readonly facts: SubscriptionFacts
  readonly status: SubscriptionStatus
}

function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

function standingOf(
  subscription: OverviewSubscription,
  charges: readonly OverviewCharge[],
  today: CalendarDate,
): Standing {
  const unpaidDueOn = charges.filter((charge) => outstandingOf(charge) > 0).map(({ dueOn }) => dueOn)
  const facts = { ...subscription.facts, unpaidDueOn: subscription.facts.unpaidDueOn ?? unpaidDueOn }
  return { subscription, facts, status: statusOf(facts, today) }
}

function countsOf(standings: readonly Standing[]): Overview['counts'] {
  const byStatus = { trialing: 0, active: 0, grace: 0, paused: 0, cancelled: 0, expired: 0 }
  const byKind = { ott: 0, mobile: 0, broadband: 0, tv: 0, other: 0 }
  let running = 0
  for (const { status, subscription } of standings) {
    byStatus[status] += 1
    if (status === 'paused' || status === 'expired') continue
    byKind[subscription.kind] += 1
    running += 1
  }
  return { running, byStatus, byKind }
}

const isDefined = <Item>(item: Item | undefined): item is Item => item !== undefined

/**
 * All that the first screen says, from plain facts and today: what needs somebody, the cash of the next 14 days per payer, counts,
 * and the true monthly cost. Deterministic, one pass over the input and one forecast of 14 days per subscription.
 */
export function overviewOf(input: OverviewInput, today: CalendarDate): Overview {
  const { subscriptions, charges } = input
  const chargesBySubscription = byKey(charges, ({ subscriptionId }) => subscriptionId)
  const chargesOf = (id: string): readonly OverviewCharge[] => chargesBySubscription.get(id) ?? []
  const byId = new Map(subscriptions.map((subscription) => [subscription.id, subscription]))
  const standings = subscriptions.map((subscription) =>
    standingOf(subscription, chargesOf(subscription.id), today),
  )
  const needs = [
    ...charges.map((charge) => {
      const subscription = byId.get(charge.subscriptionId)
      return subscription && needOfCharge(charge, subscription, today)
    }),
    ...standings.map(({ subscription, facts, status }) =>
      needOfSubscription(subscription, chargesOf(subscription.id), facts, status, today),
    ),
  ]
  return {
    today,
    needsYou: needs.filter(isDefined).toSorted(compareNeeds),
    next14: cashAhead(subscriptions, chargesOf, today),
    counts: countsOf(standings),
    monthlyCost: sumByCurrency(
      standings
        .filter(({ status }) => status === 'trialing' || status === 'active' || status === 'grace')
        .map(({ facts }) => monthlyCost(facts.terms, today)),
    ),
  }
}
