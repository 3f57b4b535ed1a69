import type { Money } from '../money/money.ts'
import { scaleHalfUp } from '../money/rounding.ts'
import { withTax, type TaxRule } from '../money/tax.ts'
import { lastSegment } from '../subscription/change.ts'
import { decisionFrom, type NoticeRule, type RaisedCharges } from '../subscription/debits-ahead.ts'
import { statusOf, type SubscriptionFacts } from '../subscription/lifecycle.ts'
import { daysBetween, type CalendarDate } from '../time/calendar.ts'
import { isSameInterval, type BillingInterval } from '../time/interval.ts'

/** One price that a plan has, had or will have. */
export interface PublishedPrice {
  readonly id: string
  readonly effectiveOn: CalendarDate
  readonly price: Money
  readonly tax: TaxRule
}

/** The prices of a plan, oldest first, those of later days among them. */
export interface PublishedPlan {
  readonly interval: BillingInterval
  readonly prices: readonly PublishedPrice[]
}

/** What a subscription rests on of its plan. */
export interface PinnedSubscription {
  readonly facts: SubscriptionFacts
  /** The published price it began with; null with a price of its own, which no provider changes. */
  readonly priceVersionId: string | null
  /** The last price about which somebody said that theirs stays as it is. */
  readonly keptBesideId: string | null
  readonly notice: NoticeRule
}

/** The provider asks another price than this subscription pays; its own stays until somebody says otherwise. */
export interface PriceNews {
  readonly versionId: string
  /** What is debited for a period now, with tax. */
  readonly from: Money
  readonly to: Money
  /** The other price as it is advertised. */
  readonly price: Money
  /** From this day on the provider asks the other price. */
  readonly on: CalendarDate
  /** What twelve months cost more; negative when they cost less. */
  readonly perYear: Money
  /** Last day on which cancelling avoids the first debit at that price; null where nothing is debited by itself. */
  readonly decideBy: CalendarDate | null
}

/** Days for which a price that is in force already is still news. */
const PRICE_NEWS_DAYS = 60

/**
 * What is to be told about the plan's price: of those published after the one it pays and the one somebody kept beside, the one in
 * force, else the soonest. Null where nothing differs, it will not renew, or its interval is its own.
 */
export function priceNewsOf(
  subscription: PinnedSubscription,
  { interval, prices }: PublishedPlan,
  charges: RaisedCharges,
  today: CalendarDate,
): PriceNews | null {
  const { facts, priceVersionId, keptBesideId, notice } = subscription
  const pinned = prices.findIndex(({ id }) => id === priceVersionId)
  const kept = prices.findIndex(({ id }) => id === keptBesideId)
  const later = pinned === -1 ? [] : prices.slice(Math.max(pinned, kept) + 1)
  const version = later.findLast(({ effectiveOn }) => effectiveOn <= today) ?? later[0]
  // Most subscriptions pay the last price there is: nothing else is asked about them.
  if (version === undefined || facts.cancellation !== undefined || statusOf(facts, today) === 'expired')
    return null
  const own = lastSegment(facts.terms)
  if (!isSameInterval(own.interval, interval)) return null
  const { currency } = own.price
  const from = withTax(own.price.amount, own.tax).amount
  const to = withTax(version.price.amount, version.tax).amount
  if (version.price.currency !== currency || from === to) return null
  return {
    versionId: version.id,
    from: { amount: from, currency },
    to: { amount: to, currency },
    price: version.price,
    on: version.effectiveOn,
    perYear: { amount: perYear(to - from, interval), currency },
    decideBy: decisionFrom(facts, notice, charges, today, version.effectiveOn)?.on ?? null,
  }
}

/** True while it belongs on the first screen: it costs more, and is to come or has come lately. */
export const isUrgentNews = ({ on, perYear: { amount } }: PriceNews, today: CalendarDate): boolean =>
  amount > 0 && daysBetween(on, today) <= PRICE_NEWS_DAYS

/** Whole recharges of a pack of days, thirteen of 28; months and years by the calendar, rounded half up. */
function perYear(amount: number, { count, unit }: BillingInterval): number {
  if (unit === 'month') return scaleHalfUp(amount, 12, count)
  if (unit === 'year') return scaleHalfUp(amount, 1, count)
  const days = unit === 'week' ? count * 7 : count
  return amount * Math.max(1, Math.floor(365 / days))
}
