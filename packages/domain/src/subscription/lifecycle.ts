import { DomainError } from '../error.ts'
import { addDays } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { closedOn, lastEndOf, periodAt } from './periods.ts'
import type { Terms } from './terms.ts'

export type SubscriptionStatus =
  | 'scheduled'
  | 'trialing'
  | 'active'
  | 'grace'
  | 'paused'
  | 'cancelled'
  | 'expired'
export type SubscriptionAction =
  | 'renew'
  | 'cancelNow'
  | 'cancelAtPeriodEnd'
  | 'reactivate'
  | 'pause'
  | 'resume'
  | 'changePlan'
  | 'end'
  | 'undo'

/** True of what has begun and can be used: what was cancelled runs until its end, what is paused does not. */
export const isRunning = (status: SubscriptionStatus): boolean =>
  status !== 'scheduled' && status !== 'paused' && status !== 'expired'

export interface Cancellation {
  readonly requestedOn: CalendarDate
  /** First day on which it is over. */
  readonly effectiveOn: CalendarDate
  readonly mode: 'atPeriodEnd' | 'now'
}

/** `[fromOn, untilOn)`; null while nobody has resumed it. */
export interface Pause {
  readonly fromOn: CalendarDate
  readonly untilOn: CalendarDate | null
}

/** All that status, charges and forecast are derived from. */
export interface SubscriptionFacts {
  readonly terms: Terms
  readonly cancellation?: Cancellation | undefined
  readonly pauses: readonly Pause[]
  /** Due dates of charges that are not fully paid; only the oldest matters. */
  readonly unpaidDueOn?: readonly CalendarDate[] | undefined
}

/**
 * Law 8: which action leads from a status to which. What is absent is illegal. The status afterwards is derived again from
 * the facts: `undo` restores earlier facts, and a renewed trial is still one until its last day.
 */
export const transitions: Readonly<
  Record<SubscriptionStatus, Partial<Record<SubscriptionAction, SubscriptionStatus>>>
> = {
  scheduled: {
    cancelNow: 'expired',
    cancelAtPeriodEnd: 'cancelled',
    pause: 'paused',
    changePlan: 'scheduled',
    undo: 'scheduled',
  },
  trialing: {
    renew: 'trialing',
    cancelNow: 'expired',
    cancelAtPeriodEnd: 'cancelled',
    changePlan: 'active',
    undo: 'trialing',
  },
  active: {
    renew: 'active',
    cancelNow: 'expired',
    cancelAtPeriodEnd: 'cancelled',
    pause: 'paused',
    changePlan: 'active',
    undo: 'active',
  },
  grace: { cancelNow: 'expired', cancelAtPeriodEnd: 'cancelled', changePlan: 'grace', undo: 'grace' },
  paused: { cancelNow: 'expired', cancelAtPeriodEnd: 'cancelled', resume: 'active', undo: 'active' },
  cancelled: { renew: 'active', cancelNow: 'expired', reactivate: 'active', undo: 'active' },
  expired: { renew: 'active', end: 'expired', undo: 'active' },
}

/** The status that each action aims at, for the sentence of an illegal one. */
const aims: Readonly<Record<SubscriptionAction, SubscriptionStatus>> = {
  renew: 'active',
  cancelNow: 'expired',
  cancelAtPeriodEnd: 'cancelled',
  reactivate: 'active',
  pause: 'paused',
  resume: 'active',
  changePlan: 'active',
  end: 'expired',
  undo: 'active',
}

/** The status that an action leads to; where the table has none, `illegal-transition` naming both states (law 8). */
export function assertTransition(status: SubscriptionStatus, action: SubscriptionAction): SubscriptionStatus {
  const next = transitions[status][action]
  if (next !== undefined) return next
  const to = aims[action]
  throw new DomainError(
    'illegal-transition',
    `A subscription that is ${status} cannot become ${to} by ${action}.`,
    {
      from: status,
      to,
      action,
    },
  )
}

/** True when a date lies in a pause. */
export function isPausedOn(pauses: readonly Pause[], date: CalendarDate): boolean {
  return pauses.some(({ fromOn, untilOn }) => fromOn <= date && (untilOn === null || date < untilOn))
}

/** False while the first period lies ahead. */
export function hasStarted(terms: Terms, today: CalendarDate): boolean {
  return terms.startsOn <= today
}

/** It was cancelled before its first day: nothing of it will ever be usable. */
function neverBegins({ terms, cancellation }: SubscriptionFacts): boolean {
  return cancellation !== undefined && cancellation.effectiveOn <= terms.startsOn
}

/**
 * Law 7: the status from facts and today, in this order. `expired`: the cancellation took effect, or came before the first day, the last segment is over, or nobody recharged a manual
 * pack (law 20). `cancelled`: will not renew, usable until the end. `paused`. `trialing`. `grace`: automatic, unpaid, due
 * date passed by at most `graceDays`; after that it reads `active` with an overdue charge, since only the provider ends it.
 * `scheduled`: its first day lies ahead (law 7).
 */
export function statusOf(facts: SubscriptionFacts, today: CalendarDate): SubscriptionStatus {
  const { terms, cancellation, pauses } = facts
  if (cancellation !== undefined)
    return today < cancellation.effectiveOn && !neverBegins(facts) ? 'cancelled' : 'expired'
  if (isPausedOn(pauses, today)) return 'paused'
  const end = lastEndOf(terms) ?? closedOn(terms)
  if (end !== null && end <= today) return 'expired'
  if (!hasStarted(terms, today)) return 'scheduled'
  if (periodAt(terms, today)?.phase === 'trial') return 'trialing'
  return isInGrace(facts, today) ? 'grace' : 'active'
}

/** Cancelled to the end of its period in a pause that still lasts: it is over since before, and nothing has happened yet. */
export const isCancelledInPause = (
  { cancellation, pauses }: SubscriptionFacts,
  today: CalendarDate,
): boolean =>
  cancellation?.mode === 'atPeriodEnd' &&
  pauses.some((pause) => isPausedOn([pause], cancellation.requestedOn) && isPausedOn([pause], today))

/** True where a cancellation can be taken back by going on: it still runs or is still paused, or its first day is still to come. */
export function mayReactivate(facts: SubscriptionFacts, today: CalendarDate): boolean {
  if (isCancelledInPause(facts, today)) return true
  if (neverBegins(facts) && !hasStarted(facts.terms, today)) return true
  return transitions[statusOf(facts, today)].reactivate !== undefined
}

function isInGrace({ terms, unpaidDueOn = [] }: SubscriptionFacts, today: CalendarDate): boolean {
  if (terms.renewal !== 'automatic') return false
  const oldest = unpaidDueOn.reduce<CalendarDate | undefined>(
    (first, date) => (first === undefined || date < first ? date : first),
    undefined,
  )
  return oldest !== undefined && oldest < today && today <= addDays(oldest, terms.graceDays)
}
