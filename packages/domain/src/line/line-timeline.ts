import type { ActRecord } from '../subscription/act.ts'
import type { ExtraPurpose } from '../subscription/extra.ts'
import { statusOf } from '../subscription/lifecycle.ts'
import type { SubscriptionFacts, SubscriptionStatus } from '../subscription/lifecycle.ts'
import { closedOn, lastEndOf } from '../subscription/periods.ts'
import { extrasOf } from '../subscription/standing-extras.ts'
import { addDays } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'

/** A subscription that served a number. */
export interface ServedSubscription {
  readonly id: string
  readonly facts: SubscriptionFacts
  readonly records: readonly ActRecord[]
}

/** How a stretch is paid: before it (a pack), or after it by a bill. */
export type ServedAs = 'prepaid' | 'postpaid'

/** A stretch of days on which a subscription, or a pack beside it, served a number. */
export interface LineStretch {
  readonly subscriptionId: string
  readonly status: SubscriptionStatus
  readonly as: ServedAs
  /** Null for the subscription itself. */
  readonly extra: {
    readonly id: string
    readonly purpose: ExtraPurpose
    readonly title: string | null
  } | null
  readonly startsOn: CalendarDate
  /** Its last day; null while it goes on by itself or nobody knows. */
  readonly usableUntil: CalendarDate | null
}

/** First day on which it is over: as it was said, or as nobody went on; null while it goes on. */
function endOf({ facts }: ServedSubscription, status: SubscriptionStatus): CalendarDate | null {
  const { terms, cancellation } = facts
  if (cancellation !== undefined) return cancellation.effectiveOn
  return status === 'expired' ? (lastEndOf(terms) ?? closedOn(terms)) : null
}

/** Never before it began: cancelled on its first day, it served on none. */
const lastDayOf = (startsOn: CalendarDate, endsOn: CalendarDate): CalendarDate =>
  endsOn > startsOn ? addDays(endsOn, -1) : startsOn

function stretchesOf(subscription: ServedSubscription, today: CalendarDate): LineStretch[] {
  const { id: subscriptionId, facts, records } = subscription
  const { startsOn, segments } = facts.terms
  const status = statusOf(facts, today)
  const as = segments.at(-1)?.billDay === undefined ? 'prepaid' : 'postpaid'
  const endsOn = endOf(subscription, status)
  const base = { subscriptionId, status, as, extra: null, startsOn } as const
  const packs = extrasOf(records).flatMap(({ id, purpose, title, ...days }): LineStretch[] =>
    days.endsOn === null
      ? []
      : [
          {
            subscriptionId,
            status,
            as: 'prepaid',
            extra: { id, purpose, title },
            startsOn: days.startsOn,
            usableUntil: lastDayOf(days.startsOn, days.endsOn),
          },
        ],
  )
  return [{ ...base, usableUntil: endsOn === null ? null : lastDayOf(startsOn, endsOn) }, ...packs]
}

/**
 * All that served a number, in the order in which it began: subscriptions of whatever provider, and the packs beside them that have a
 * validity. Of one day a subscription comes before a pack, then by id.
 */
export function lineTimeline(
  subscriptions: readonly ServedSubscription[],
  today: CalendarDate,
): LineStretch[] {
  const rank = ({ startsOn, extra, subscriptionId }: LineStretch) =>
    `${startsOn} ${extra === null ? 0 : 1} ${extra?.id ?? subscriptionId}`
  return subscriptions
    .flatMap((subscription) => stretchesOf(subscription, today))
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
}

/** Whether a stretch counts as running or to come on a day: what is over, by itself or by a word, does not. */
export const isOnLine = ({ status, usableUntil }: LineStretch, today: CalendarDate): boolean =>
  status !== 'expired' && (usableUntil === null || usableUntil >= today)
