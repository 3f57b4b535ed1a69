import { cancelFacts } from '../subscription/stop.ts'
import { minimumTermOn } from '../subscription/terms.ts'
import { statusOf } from '../subscription/lifecycle.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import { daysOfNotice } from '../subscription/debits-ahead.ts'
import { addDays, maxDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { cashOfHeld } from './cash.ts'
import type { CashDebit, Year } from './cash.ts'
import type { HeldSubscription } from './holding.ts'

/** A day on which a subscription can be left, with all that it still costs within the year. */
export interface Leave {
  /** First day without it: what is paid is used up. */
  readonly on: CalendarDate
  readonly debits: readonly CashDebit[]
}

/** Cancelled so that it is over on a day or at the first end of a period after it; null where its state does not allow that. */
function cancelledFrom(facts: SubscriptionFacts, day: CalendarDate) {
  const requestedOn = addDays(day, -1)
  const status = statusOf(facts, requestedOn)
  if (status !== 'active' && status !== 'trialing' && status !== 'grace' && status !== 'scheduled')
    return null
  return cancelFacts(facts, { requestedOn, mode: 'atPeriodEnd' })
}

/**
 * The days on which a subscription can be left: the first end of a period that notice still reaches, and the first on or after each of
 * `days`. Within a minimum term only its end is one, and, where the fee is known, the earlier days with the fee (law 18).
 */
export function leavesOf(
  { id: subscriptionId, facts, notice }: Pick<HeldSubscription, 'id' | 'facts' | 'notice'>,
  days: readonly CalendarDate[],
  year: Year,
): Leave[] {
  const { terms } = facts
  const byHand = terms.opened !== null
  const term = terms.minimumTerm
  // Nothing is debited of what is recharged by hand, so that nobody has to be told before.
  const soonest = addDays(year.from, byHand ? 1 : daysOfNotice(notice))
  const wanted = byHand ? [] : [...days, ...(term === undefined ? [] : [term.untilOn])]
  const found = new Map<CalendarDate, Leave>()
  for (const day of [soonest, ...wanted.map((one) => maxDate(one, soonest)).toSorted()]) {
    const cancelled = cancelledFrom(facts, day)
    const on = cancelled?.cancellation?.effectiveOn
    if (cancelled === null || on === undefined || on >= year.until || found.has(on)) continue
    const bound = minimumTermOn(terms, on)
    if (bound !== null && bound.exitFee === null) continue
    const debits = cashOfHeld(subscriptionId, cancelled, year)
    const fee: CashDebit[] =
      bound === null || bound.exitFee === null || bound.exitFee.amount === 0
        ? []
        : [{ on, amount: bound.exitFee.amount, what: 'exitFee', subscriptionId, planId: null }]
    found.set(on, { on, debits: [...debits, ...fee] })
  }
  return [...found.values()]
}
