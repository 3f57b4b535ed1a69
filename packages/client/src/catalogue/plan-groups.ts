import {
  approximateDays,
  type BillingInterval,
  type CalendarDate,
  isOldPrice,
  isSameInterval,
} from '@streamline/domain'
import type { Plan } from '../answers.ts'
import { isDataOnly } from './plan-text.ts'

/** Plans that run equally long; null for the few that are alone with their length. */
export interface PlanGroup {
  readonly interval: BillingInterval | null
  readonly plans: readonly Plan[]
}

/** The plans of one provider in the order in which they are offered. */
export interface PlanShelves {
  readonly fresh: readonly PlanGroup[]
  /** Nobody confirmed these prices lately. */
  readonly unchecked: readonly PlanGroup[]
  /** Data beside another pack. */
  readonly dataOnly: readonly Plan[]
  /** Not sold any more. */
  readonly older: readonly Plan[]
}

/** By how long they run: what is sold most comes first, of equals the shorter. Inside, the order of the catalogue. */
export const byLength = (plans: readonly Plan[]): readonly PlanGroup[] => {
  const groups: { interval: BillingInterval; plans: Plan[] }[] = []
  for (const plan of plans) {
    const known = groups.find(({ interval }) => isSameInterval(interval, plan.interval))
    if (known) known.plans.push(plan)
    else groups.push({ interval: plan.interval, plans: [plan] })
  }
  const ordered = groups.toSorted(
    (one, other) =>
      other.plans.length - one.plans.length ||
      approximateDays(one.interval) - approximateDays(other.interval),
  )
  const together = ordered.filter((group) => group.plans.length > 1)
  const alone = ordered.filter((group) => group.plans.length === 1).flatMap((group) => group.plans)
  return together.length === 0 || alone.length < 2 ? ordered : [...together, { interval: null, plans: alone }]
}

export const shelvesOf = (plans: readonly Plan[], today: CalendarDate): PlanShelves => {
  const sold = plans.filter(({ status }) => status !== 'superseded')
  const whole = sold.filter((plan) => !isDataOnly(plan))
  return {
    fresh: byLength(whole.filter((plan) => !isOldPrice(plan, today))),
    unchecked: byLength(whole.filter((plan) => isOldPrice(plan, today))),
    dataOnly: sold.filter(isDataOnly),
    older: plans.filter(({ status }) => status === 'superseded'),
  }
}
