import { DomainError } from '../error.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { Terms } from './terms.ts'

export type SubscriptionStatus = 'trialing' | 'active' | 'grace' | 'paused' | 'cancelled' | 'expired'
export type SubscriptionAction =
  | 'renew'
  | 'cancelNow'
  | 'cancelAtPeriodEnd'
  | 'reactivate'
  | 'pause'
  | 'resume'
  | 'changePlan'
  | 'undo'

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
  /** Due dates of charges not fully paid; only the oldest matters. */
  readonly unpaidDueOn?: readonly CalendarDate[] | undefined
}

export const transitions: Record<
  SubscriptionStatus,
  Partial<Record<SubscriptionAction, SubscriptionStatus>>
> = {
  trialing: {},
  active: {},
  grace: {},
  paused: {},
  cancelled: {},
  expired: {},
}

export function statusOf(_facts: SubscriptionFacts, _today: CalendarDate): SubscriptionStatus {
  throw new DomainError('invalid-terms', 'pending')
}
export function assertTransition(
  _status: SubscriptionStatus,
  _action: SubscriptionAction,
): SubscriptionStatus {
  throw new DomainError('invalid-terms', 'pending')
}
