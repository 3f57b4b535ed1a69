import type { CalendarDate } from '../time/calendar.ts'
import { occurrenceOn } from '../time/interval.ts'
import type { BillingInterval } from '../time/interval.ts'
import { actsThatStand } from './act.ts'
import type { ActRecord } from './act.ts'
import { statusOf } from './lifecycle.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import { lastEndOf, periodAt } from './periods.ts'

/** A service that a plan brings along, as the catalogue says it. */
export interface IncludedService {
  readonly serviceId: string
  /** It runs by itself, or somebody has to claim it at the provider. */
  readonly activation: 'auto' | 'claim'
  /** Its own validity; null for as long as the pack. */
  readonly interval: BillingInterval | null
  /** One of a group of which so many may be picked. */
  readonly choice: { readonly group: string; readonly pick: number } | null
}

/** From when on a provider counts what a pack brings along (law 17): the day of the purchase, as Jio does, or the start of the pack. */
export type EntitlementStart = 'purchase' | 'packStart'

/** What somebody said about an included service. */
export type ClaimState = 'claimed' | 'dismissed'

export interface Claim {
  readonly serviceId: string
  readonly state: ClaimState
  readonly on: CalendarDate
}

/** `running`, `toClaim`, `dismissed` by a person, `notChosen` because others of its group are, `ended` with the pack or its own days. */
export type EntitlementState = 'running' | 'toClaim' | 'dismissed' | 'notChosen' | 'ended'

export interface Entitlement<Included extends IncludedService = IncludedService> {
  readonly included: Included
  readonly state: EntitlementState
  /** First day of the right; null where there is none yet. */
  readonly from: CalendarDate | null
  /** First day without it; null while it goes on with what renews by itself. */
  readonly until: CalendarDate | null
}

/** What people said about included services, the last word of each day counts; in the order in which it was said. */
export function claimsOf(records: readonly ActRecord[]): Claim[] {
  return actsThatStand(records).acts.flatMap(({ act, on }) =>
    act.kind === 'claimed' ? [{ serviceId: act.serviceId, state: act.state, on }] : [],
  )
}

const usable = new Set(['trialing', 'active', 'grace', 'cancelled'])

/** The pack that gives rights on a day: its first day, when it was bought, and the end of what is paid or known. */
interface Grant {
  readonly startsOn: CalendarDate
  readonly purchasedOn: CalendarDate
  readonly until: CalendarDate | null
}

function grantOf(facts: SubscriptionFacts, records: readonly ActRecord[], today: CalendarDate): Grant | null {
  const { terms, cancellation } = facts
  if (!usable.has(statusOf(facts, today))) return null
  const period = periodAt(terms, today)
  if (period === undefined) return null
  const bought = actsThatStand(records).acts.flatMap(({ act }) =>
    act.kind === 'recharged' ? [act.renewedOn] : [],
  )
  const purchasedOn =
    bought.findLast((day) => day <= period.startsOn && day >= terms.startsOn) ?? period.startsOn
  const end = lastEndOf(terms)
  const until = cancellation?.effectiveOn ?? (end === null ? null : period.endsOn)
  return { startsOn: period.startsOn, purchasedOn, until }
}

const earlier = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null ? b : b === null || a < b ? a : b

/**
 * The rights that a plan gives on a day, one for each included service, in their order. A right with a validity of its own runs so long
 * from the day of the claim, or, where it runs by itself, from the purchase or the start of the pack; every right ends with the service.
 * A claim made before the running pack counts while its own validity lasts, or, without one, while what renews by itself goes on.
 */
export function entitlementsOf<Included extends IncludedService>(
  includes: readonly Included[],
  facts: SubscriptionFacts,
  records: readonly ActRecord[],
  starts: EntitlementStart,
  today: CalendarDate,
): Entitlement<Included>[] {
  const grant = grantOf(facts, records, today)
  const claims = claimsOf(records)
  const rights = includes.map((included) => rightOf(included, facts, grant, claims, starts, today))
  return rights.map((right) => afterChoice(right, rights))
}

function rightOf<Included extends IncludedService>(
  included: Included,
  { terms }: SubscriptionFacts,
  grant: Grant | null,
  claims: readonly Claim[],
  starts: EntitlementStart,
  today: CalendarDate,
): Entitlement<Included> {
  const { serviceId, activation, interval, choice } = included
  if (grant === null) return { included, state: 'ended', from: null, until: null }
  const begin = starts === 'purchase' ? grant.purchasedOn : grant.startsOn
  const since = terms.renewal === 'automatic' && interval === null ? terms.startsOn : begin
  const said = claims.findLast((claim) => claim.serviceId === serviceId)
  if (said?.state === 'dismissed' && said.on >= since)
    return { included, state: 'dismissed', from: null, until: null }
  const isByItself = activation === 'auto' && choice === null
  if (isByItself) {
    const until = earlier(grant.until, interval === null ? null : occurrenceOn(begin, interval, 1))
    return { included, state: until !== null && until <= today ? 'ended' : 'running', from: begin, until }
  }
  if (said?.state === 'claimed') {
    const own = interval === null ? null : occurrenceOn(said.on, interval, 1)
    const lasts = own === null ? said.on >= since : own > today
    if (lasts) return { included, state: 'running', from: said.on, until: earlier(grant.until, own) }
  }
  return { included, state: 'toClaim', from: null, until: grant.until }
}

/** Where as many of a group are picked as may be, the others cannot be. */
function afterChoice<Included extends IncludedService>(
  right: Entitlement<Included>,
  rights: readonly Entitlement<Included>[],
): Entitlement<Included> {
  const { choice } = right.included
  if (choice === null || right.state !== 'toClaim') return right
  const picked = rights.filter(
    ({ state, included }) => state === 'running' && included.choice?.group === choice.group,
  )
  return picked.length < choice.pick ? right : { ...right, state: 'notChosen', until: null }
}
