import { chargeStateOf, outstandingOf } from '../billing/charge.ts'
import type { PriceNews } from '../catalogue/price-news.ts'
import type { Money } from '../money/money.ts'
import { debitsAhead } from '../subscription/debits-ahead.ts'
import { hasPeriod, lastEndOf, nextPeriods, periodAt, periodByIndex } from '../subscription/periods.ts'
import type { SubscriptionFacts, SubscriptionStatus } from '../subscription/lifecycle.ts'
import { daysBetween } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { OverviewCharge, OverviewSubscription } from './overview-input.ts'

export type NeedKind =
  | 'stopped'
  | 'overdue'
  | 'stopsSoon'
  | 'due'
  | 'decideBy'
  | 'trialEnding'
  | 'priceChange'

/** One thing that somebody should do. */
export interface Need {
  readonly kind: NeedKind
  readonly subscriptionId: string
  /** For `due` and `overdue`. */
  readonly chargeId: string | null
  /** stopped, stopsSoon: the first day without service; due, overdue: due date; decideBy: last day to decide; trialEnding: end; priceChange: first day of the price, or until when it can be avoided. */
  readonly on: CalendarDate
  /** Days from today to `on`; negative when it is past. */
  readonly inDays: number
  /** What is outstanding, or what the next period will cost, minor units with tax. */
  readonly amount: Money | null
}

/** Days ahead on which something is listed: a payment, a pack that stops, a decision, the end of a trial. */
export const URGENT_DAYS = 3

const rank: Readonly<Record<NeedKind, number>> = {
  stopped: 0,
  overdue: 1,
  stopsSoon: 2,
  due: 3,
  decideBy: 4,
  trialEnding: 5,
  priceChange: 6,
}

/** Stopped and overdue first; then by date, kind, subscription and charge. */
export function compareNeeds(a: Need, b: Need): number {
  const lateFirst = Number(rank[a.kind] > 1) - Number(rank[b.kind] > 1)
  if (lateFirst !== 0) return lateFirst
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  if (a.kind !== b.kind) return rank[a.kind] - rank[b.kind]
  if (a.subscriptionId !== b.subscriptionId) return a.subscriptionId < b.subscriptionId ? -1 : 1
  return (a.chargeId ?? '') < (b.chargeId ?? '') ? -1 : 1
}

/** What a dearer price asks for: to stay, to go, or to take it, by the day until which it can be avoided. */
export function needOfPrice(subscriptionId: string, news: PriceNews, today: CalendarDate): Need {
  const on = news.decideBy ?? news.on
  return {
    kind: 'priceChange',
    subscriptionId,
    chargeId: null,
    on,
    inDays: daysBetween(today, on),
    amount: news.to,
  }
}

/** Nobody needs to do anything: the debit of a period comes by itself. One that was denied will not come again. */
const paysByItself = (charge: OverviewCharge, from: CalendarDate | null | undefined): boolean =>
  charge.index >= 0 && from !== null && from !== undefined && charge.dueOn >= from && charge.booked !== true

/** What an unpaid charge asks for: `due` three days ahead, `overdue` after its due date; nothing where it pays itself. */
export function needOfCharge(
  charge: OverviewCharge,
  { recordsItselfFrom }: Pick<OverviewSubscription, 'recordsItselfFrom'>,
  today: CalendarDate,
): Need | undefined {
  if (paysByItself(charge, recordsItselfFrom)) return undefined
  const state = chargeStateOf(charge, today)
  if (state !== 'overdue' && state !== 'due' && state !== 'partlyPaid') return undefined
  // What credit has paid of a bill to come makes the rest no more urgent.
  if (charge.billedOn > today || daysBetween(today, charge.dueOn) > URGENT_DAYS) return undefined
  return {
    kind: state === 'overdue' ? 'overdue' : 'due',
    subscriptionId: charge.subscriptionId,
    chargeId: charge.id,
    on: charge.dueOn,
    inDays: daysBetween(today, charge.dueOn),
    amount: { amount: outstandingOf(charge), currency: charge.currency },
  }
}

/**
 * What a subscription by itself asks for: a recharge, or a decision about a debit that nobody has paid yet. A cancelled or
 * paused one asks for nothing.
 */
export function needOfSubscription(
  subscription: OverviewSubscription,
  charges: readonly OverviewCharge[],
  facts: SubscriptionFacts,
  status: SubscriptionStatus,
  today: CalendarDate,
): Need | undefined {
  if (facts.cancellation !== undefined || status === 'paused') return undefined
  const need = (kind: NeedKind, on: CalendarDate, amount: Money | null): Need => ({
    kind,
    subscriptionId: subscription.id,
    chargeId: null,
    on,
    inDays: daysBetween(today, on),
    amount,
  })
  const { terms } = facts
  const endsOn = lastEndOf(terms)
  if (endsOn !== null && terms.opened !== null) {
    if (!hasPeriod(terms, terms.opened)) return undefined
    if (daysBetween(today, endsOn) > URGENT_DAYS) return undefined
    const { amount, currency } = periodByIndex(terms, terms.opened)
    return need(status === 'expired' ? 'stopped' : 'stopsSoon', endsOn, { amount, currency })
  }
  const notice = subscription.notice ?? { noticeDays: 0, mandateHours24: true }
  const isTrial = status === 'trialing' && terms.startsOn <= today
  if (!isTrial && notice.noticeDays === 0) return undefined
  const { raised = 0 } = subscription
  const open = charges.flatMap((charge) => {
    const amount = outstandingOf(charge)
    const { index, dueOn, currency } = charge
    return amount > 0 ? [{ index, dueOn, outstanding: { amount, currency } }] : []
  })
  const { decide: decision } = debitsAhead(facts, notice, { raised, open }, today)
  const [next] = isTrial ? nextPeriods(terms, today, 1) : []
  const trialEndsOn = isTrial ? periodAt(terms, today)?.endsOn : undefined
  const isForTrial = trialEndsOn === undefined || decision?.debitOn === next?.dueOn
  if (decision !== null && isForTrial && daysBetween(today, decision.on) <= URGENT_DAYS)
    return need('decideBy', decision.on, decision.amount)
  if (next === undefined || trialEndsOn === undefined || isForTrial) return undefined
  // What follows the trial is paid, or waived, already: there is nothing to decide.
  if (next.index < raised && !open.some(({ index }) => index === next.index)) return undefined
  if (daysBetween(today, trialEndsOn) > URGENT_DAYS) return undefined
  return need('trialEnding', trialEndsOn, { amount: next.amount, currency: next.currency })
}
