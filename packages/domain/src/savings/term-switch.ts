import type { Money } from '../money/money.ts'
import type { TaxRule } from '../money/tax.ts'
import { forecastDebits, monthlyCost } from '../subscription/forecast.ts'
import type { Debit } from '../subscription/forecast.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import { lastEndOf, nextPeriods, periodAt } from '../subscription/periods.ts'
import { minimumTermOn, termsOf } from '../subscription/terms.ts'
import type { Renewal } from '../subscription/draft.ts'
import { addMonths, maxDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { isSameInterval } from '../time/interval.ts'
import type { BillingInterval } from '../time/interval.ts'

export interface SwitchableSubscription {
  readonly planId: string
  /** The same tier means the same thing for the person; only the term differs. */
  readonly tierKey: string
  readonly facts: SubscriptionFacts
}

export interface CandidatePlan {
  readonly planId: string
  readonly tierKey: string
  readonly interval: BillingInterval
  readonly price: Money
  readonly tax: TaxRule
  readonly renewal?: Renewal | undefined
}

/** Debits dated in [today, today + 12 months) and their sum, minor units. */
export interface CashPlan {
  readonly debits: readonly Debit[]
  readonly total: Money
}

export interface TermSwitch {
  readonly planId: string
  /** Day on which the new term begins; paid days are used up before. */
  readonly switchOn: CalendarDate
  readonly stay: CashPlan
  readonly change: CashPlan
  /** Exactly stay.total − change.total, more than zero. */
  readonly saving: Money
}

function cashPlan(debits: readonly Debit[], currency: string): CashPlan {
  return { debits, total: { amount: debits.reduce((sum, { amount }) => sum + amount.amount, 0), currency } }
}

/** The first day that is not paid yet; a free trial is left when it ends. */
function switchDay(facts: SubscriptionFacts, today: CalendarDate): CalendarDate {
  const { terms } = facts
  const endsOn =
    lastEndOf(terms) ?? periodAt(terms, today)?.endsOn ?? nextPeriods(terms, today, 1)[0]?.startsOn
  return maxDate(endsOn ?? today, today)
}

/**
 * The cheapest other term of the same plan and tier over 12 months of real debits (law 18): stay, or switch when the paid days are
 * used. The saving is the exact difference of the two cash plans. A term that is not cheaper in its true average month is no
 * candidate, so that a debit falling just outside the window does not pass for a saving. Null when nothing is better, and for
 * one that is cancelled, paused, postpaid or bound by a minimum term. Ties: the first plan id.
 */
export function bestTermSwitch(
  subscription: SwitchableSubscription,
  candidates: readonly CandidatePlan[],
  today: CalendarDate,
): TermSwitch | null {
  const { facts, tierKey, planId } = subscription
  const { terms } = facts
  const last = terms.segments.at(-1)
  if (last === undefined || last.billDay !== undefined || terms.dayRates !== undefined) return null
  if (facts.cancellation !== undefined || facts.pauses.some(({ untilOn }) => untilOn === null)) return null
  const { currency } = last.price
  const window = { from: today, until: addMonths(today, 12) }
  const switchOn = switchDay(facts, today)
  if (minimumTermOn(terms, switchOn) !== null) return null
  const monthly = monthlyCost(terms).amount
  // A year of debits is worked out only where some other term may be cheaper.
  let stay: CashPlan | undefined
  let best: TermSwitch | null = null
  for (const candidate of candidates.toSorted((a, b) => (a.planId < b.planId ? -1 : 1))) {
    if (candidate.tierKey !== tierKey || candidate.planId === planId || candidate.price.currency !== currency)
      continue
    const { interval, price, tax, renewal } = candidate
    if (isSameInterval(interval, last.interval)) continue
    const next = termsOf({ startsOn: switchOn, interval, price, tax, renewal })
    if (monthlyCost(next).amount >= monthly) continue
    stay ??= cashPlan(forecastDebits(facts, window, { today }), currency)
    const before = stay.debits.filter(({ on }) => on < switchOn)
    const after = forecastDebits({ terms: next, pauses: [] }, window)
    const change = cashPlan([...before, ...after], currency)
    const saving = { amount: stay.total.amount - change.total.amount, currency }
    if (saving.amount > (best?.saving.amount ?? 0))
      best = { planId: candidate.planId, switchOn, stay, change, saving }
  }
  return best
}
