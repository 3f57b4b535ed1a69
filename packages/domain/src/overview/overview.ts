import type { Money } from '../money/money.ts'
import { sumByCurrency } from '../money/sum.ts'
import type { Sum } from '../money/sum.ts'
import { isRunning } from '../subscription/lifecycle.ts'
import type { SubscriptionStatus } from '../subscription/lifecycle.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { cashAhead } from './cash-ahead.ts'
import type { PayerDebit, PayerDebits } from './cash-ahead.ts'
import { grouped } from './grouped.ts'
import { compareNeeds } from './needs.ts'
import type { Need } from './needs.ts'
import type { OverviewCharge } from './overview-input.ts'
import type { SubscriptionKind } from '../subscription/kind.ts'
import type { Standing } from './standing.ts'

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

/**
 * The first screen of subscriptions that stand so today: what needs somebody, the cash of the next 14 days per payer, counts, and
 * the true monthly cost. One pass; nothing is derived anew.
 */
export function overviewOfStandings(standings: readonly Standing[], today: CalendarDate): Overview {
  const needs: Need[] = []
  const debits: PayerDebit[] = []
  const monthlyCosts: Money[] = []
  const byStatus = { scheduled: 0, trialing: 0, active: 0, grace: 0, paused: 0, cancelled: 0, expired: 0 }
  const byKind = { ott: 0, mobile: 0, broadband: 0, tv: 0, other: 0 }
  let running = 0
  for (const standing of standings) {
    for (const need of standing.needs) needs.push(need)
    for (const debit of standing.debits) debits.push(debit)
    if (standing.monthlyCost !== null) monthlyCosts.push(standing.monthlyCost)
    byStatus[standing.status] += 1
    if (!isRunning(standing.status)) continue
    byKind[standing.kind] += 1
    running += 1
  }
  return {
    today,
    needsYou: needs.toSorted(compareNeeds),
    next14: cashAhead(debits),
    counts: { running, byStatus, byKind },
    monthlyCost: sumByCurrency(monthlyCosts),
  }
}

/** The charges of each subscription, in the order given. */
export const chargesBySubscription = (
  charges: readonly OverviewCharge[],
): ReadonlyMap<string, readonly OverviewCharge[]> => grouped(charges, ({ subscriptionId }) => subscriptionId)
