import { outstandingOf } from '../billing/charge.ts'
import type { Money } from '../money/money.ts'
import { monthlyCost } from '../subscription/forecast.ts'
import { statusOf } from '../subscription/lifecycle.ts'
import type { SubscriptionStatus } from '../subscription/lifecycle.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { debitsOf } from './cash-ahead.ts'
import type { PayerDebit } from './cash-ahead.ts'
import { needOfCharge, needOfSubscription } from './needs.ts'
import type { Need } from './needs.ts'
import type { OverviewCharge, OverviewSubscription } from './overview-input.ts'
import type { SubscriptionKind } from '../subscription/kind.ts'

/** Where one subscription stands on a day: all that the first screen says of it by itself. */
export interface Standing {
  readonly kind: SubscriptionKind
  readonly status: SubscriptionStatus
  /** The true average month with tax, minor units; null for what does not go on. */
  readonly monthlyCost: Money | null
  readonly needs: readonly Need[]
  /** Of the next 14 days. */
  readonly debits: readonly PayerDebit[]
}

const goesOn = new Set<SubscriptionStatus>(['trialing', 'active', 'grace'])

const isDefined = <Item>(item: Item | undefined): item is Item => item !== undefined

/**
 * Where a subscription stands today, from its facts and its own charges (any order). Depends on nothing else, so that a caller may
 * keep it for as long as these three are the same.
 */
export function standingOf(
  subscription: OverviewSubscription,
  charges: readonly OverviewCharge[],
  today: CalendarDate,
): Standing {
  // A fee that nobody paid stops no service.
  const unpaidDueOn = charges
    .filter((charge) => charge.index >= 0 && outstandingOf(charge) > 0)
    .map(({ dueOn }) => dueOn)
  const facts = { ...subscription.facts, unpaidDueOn: subscription.facts.unpaidDueOn ?? unpaidDueOn }
  const status = statusOf(facts, today)
  const needs = [
    ...charges.map((charge) => needOfCharge(charge, subscription, today)),
    needOfSubscription(subscription, charges, facts, status, today),
  ]
  return {
    kind: subscription.kind,
    status,
    monthlyCost: goesOn.has(status) ? monthlyCost(facts.terms, today) : null,
    needs: needs.filter(isDefined),
    debits: debitsOf(subscription, charges, today),
  }
}
