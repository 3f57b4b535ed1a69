import { sumOf } from '../money/sum.ts'
import { changePriceFrom } from '../subscription/change.ts'
import { forecastDebits } from '../subscription/forecast.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import { firstIndexOn } from '../subscription/position.ts'
import { termsOf } from '../subscription/terms.ts'
import type { Terms } from '../subscription/terms.ts'
import { addMonths, dayOfMonth } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { OfferedPlan } from './offered-plan.ts'

/** One real debit of a cash plan, minor units with tax. */
export interface CashDebit {
  readonly on: CalendarDate
  readonly amount: number
  readonly what: 'period' | 'fee' | 'exitFee'
  /** The subscription that is paid, or the plan that is new. */
  readonly subscriptionId: string | null
  readonly planId: string | null
}

/** The twelve months that law 18 looks at: `[today, today + 12 months)`. */
export interface Year {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

export const yearFrom = (today: CalendarDate): Year => ({ from: today, until: addMonths(today, 12) })

/** The sum of debits, minor units. */
export const totalOf = (debits: readonly CashDebit[], currency: string): number =>
  sumOf(
    debits.map(({ amount }) => amount),
    currency,
  ).amount

/** What a subscription costs within the year, as it stands or as it is cancelled. */
export function cashOfHeld(subscriptionId: string, facts: SubscriptionFacts, year: Year): CashDebit[] {
  return forecastDebits(facts, year, { today: year.from }).map(({ on, amount }) => ({
    on,
    amount: amount.amount,
    what: 'period' as const,
    subscriptionId,
    planId: null,
  }))
}

/** The terms of a plan that is begun on a day, with the prices that are announced for later. Postpaid ones bill on that day of the month. */
export function termsOfOffered(plan: OfferedPlan, startsOn: CalendarDate): Terms {
  const { interval, tax, renewal, announced, isPostpaid, id } = plan
  const price = announced.findLast(({ effectiveOn }) => effectiveOn <= startsOn)?.price ?? plan.price
  const postpaid = isPostpaid && interval.unit !== 'day' && interval.unit !== 'week'
  const terms = termsOf({
    startsOn,
    interval,
    price,
    tax,
    planId: id,
    ...(postpaid ? { billDay: dayOfMonth(startsOn) } : { renewal }),
  })
  return announced
    .filter(({ effectiveOn }) => effectiveOn > startsOn)
    .reduce(
      (known, later) => changePriceFrom(known, firstIndexOn(known, later.effectiveOn), later.price),
      terms,
    )
}

/** What a new plan costs within the year from its first day on; `withFee` for what is paid once at the beginning. */
export function cashOfOffered(
  plan: OfferedPlan,
  startsOn: CalendarDate,
  year: Year,
  withFee: boolean,
): CashDebit[] {
  const base = { subscriptionId: null, planId: plan.id } as const
  const periods = forecastDebits({ terms: termsOfOffered(plan, startsOn), pauses: [] }, year).map(
    ({ on, amount }): CashDebit => ({ on, amount: amount.amount, what: 'period', ...base }),
  )
  const isDue = withFee && plan.fee > 0 && startsOn >= year.from && startsOn < year.until
  return isDue ? [{ on: startsOn, amount: plan.fee, what: 'fee', ...base }, ...periods] : periods
}
