import type { ActRecord } from '../subscription/act.ts'
import { lastSegment } from '../subscription/change.ts'
import type { NoticeRule } from '../subscription/debits-ahead.ts'
import { entitlementsOf } from '../subscription/entitlement.ts'
import type { Entitlement, EntitlementStart, IncludedService } from '../subscription/entitlement.ts'
import { monthlyCost } from '../subscription/forecast.ts'
import { statusOf } from '../subscription/lifecycle.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import { closedOn, lastEndOf } from '../subscription/periods.ts'
import { maxDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { approximateDays } from '../time/interval.ts'

/** A service at a tier: of the same ladder a higher rank holds all of the lower ones. */
export interface ServiceTier {
  readonly ladderId: string
  readonly rank: number
}

/** Those who may use it: some members, or everybody at home, as with a home line or a television. */
export type People = 'everybody' | readonly string[]

export interface HeldInclude extends IncludedService {
  readonly tier: ServiceTier
}

/** A subscription as savings look at it. */
export interface HeldSubscription {
  readonly id: string
  readonly people: People
  readonly facts: SubscriptionFacts
  /** How long before a debit it must be cancelled. */
  readonly notice: NoticeRule
  readonly records: readonly ActRecord[]
  /** From when on its provider counts what it brings along (law 17). */
  readonly starts: EntitlementStart
  /** The service that it is, where one is paid by itself. */
  readonly standalone: ServiceTier | null
  readonly includes: readonly HeldInclude[]
  /** It gives services and nothing else, so that it may go when others give them too; a line may not. */
  readonly isOnlyServices: boolean
}

/** A stretch of days `[from, until)` on which a subscription gives a service. */
export interface Span {
  readonly subscriptionId: string
  readonly people: People
  readonly tier: ServiceTier
  /** The included service; null where the subscription itself is the service. */
  readonly serviceId: string | null
  readonly choice: IncludedService['choice']
  /** `toClaim`: it is there, and nobody has activated it yet. */
  readonly state: 'running' | 'toClaim'
  /** Somebody activated it, so that it is wanted. */
  readonly isClaimed: boolean
  readonly from: CalendarDate
  /** First day without it as far as it is known; null where it renews by itself. */
  readonly until: CalendarDate | null
  /** True where it goes on, by itself or with the next recharge; false where it ends for good. */
  readonly goesOn: boolean
}

export interface Holding {
  readonly subscription: HeldSubscription
  readonly spans: readonly Span[]
  /** It still renews, so that dropping it is a question. */
  readonly isRenewing: boolean
  /** It can be used, today or from a day that is known. */
  readonly isUsed: boolean
  /** What a true average month of it costs today, minor units with tax. */
  readonly monthly: number
}

/** The first day of use from today on; null where nothing can be used any more, or nobody knows when again. */
function firstDayOf(facts: SubscriptionFacts, today: CalendarDate): CalendarDate | null {
  const status = statusOf(facts, today)
  if (status === 'expired') return null
  if (status === 'scheduled') return facts.terms.startsOn
  if (status !== 'paused') return today
  const pause = facts.pauses.find(({ fromOn, untilOn }) => fromOn <= today && (untilOn ?? '9') > today)
  return pause?.untilOn ?? null
}

/** A benefit that lasts at least as long as its pack is there again with the next one. */
function isGivenAgain({ interval }: IncludedService, facts: SubscriptionFacts): boolean {
  return interval === null || approximateDays(interval) >= approximateDays(lastSegment(facts.terms).interval)
}

function spanOfRight(
  held: HeldSubscription,
  { included, state, from, until }: Entitlement<HeldInclude>,
  first: CalendarDate,
): Span[] {
  if (state !== 'running' && state !== 'toClaim') return []
  const { id: subscriptionId, people, facts } = held
  const goesOn = facts.cancellation === undefined && isGivenAgain(included, facts)
  const { tier, serviceId, choice, activation, interval } = included
  const isClaimed = state === 'running' && (activation === 'claim' || choice !== null)
  const isGivenByItself = interval === null || activation === 'auto'
  const isEndless = goesOn && facts.terms.opened === null && state === 'running' && isGivenByItself
  const rest = { from: from ?? first, until: isEndless ? null : until, goesOn }
  return [{ subscriptionId, people, tier, serviceId, choice, state, isClaimed, ...rest }]
}

/**
 * What a subscription gives from today on. One that has not begun counts from its first day, one that is paused from the day on which
 * it goes on. What was dismissed, not chosen or is over is left out.
 */
export function holdingOf(subscription: HeldSubscription, today: CalendarDate): Holding {
  const { facts, records, includes, starts, standalone, id, people } = subscription
  const first = firstDayOf(facts, today)
  const isRenewing = facts.cancellation === undefined && closedOn(facts.terms) === null
  const monthly = monthlyCost(facts.terms, today).amount
  if (first === null) return { subscription, spans: [], isRenewing, isUsed: false, monthly }
  const held = { subscription, isRenewing, isUsed: true, monthly }
  const asOf = maxDate(first, today)
  const spans = entitlementsOf(includes, facts, records, starts, asOf).flatMap((right) =>
    spanOfRight(subscription, right, first),
  )
  if (standalone === null) return { ...held, spans }
  const until = facts.cancellation?.effectiveOn ?? lastEndOf(facts.terms) ?? closedOn(facts.terms)
  const base = {
    subscriptionId: id,
    people,
    tier: standalone,
    serviceId: null,
    choice: null,
    isClaimed: false,
  } as const
  const own: Span = {
    ...base,
    state: 'running',
    from: first > today ? first : facts.terms.startsOn,
    until,
    goesOn: isRenewing,
  }
  return { ...held, spans: [own, ...spans] }
}

/** True where all of these people may use it. */
export function serves(people: People, others: People): boolean {
  if (people === 'everybody') return true
  return others !== 'everybody' && others.every((person) => people.includes(person))
}

/** True on the days of a span. */
export function isOn({ from, until }: Pick<Span, 'from' | 'until'>, day: CalendarDate): boolean {
  return from <= day && (until === null || day < until)
}
