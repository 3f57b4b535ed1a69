import { addDays, daysBetween, maxDate, subscriptionKinds, type CalendarDate } from '@streamline/domain'
import type { Kind, Subscription } from '../answers.ts'

export const kinds: readonly Kind[] = subscriptionKinds

/** How the list stands: under the headings of its kinds, or in one row by what is asked for. */
export const listSorts = ['kind', 'date', 'price', 'name'] as const

export type ListSort = (typeof listSorts)[number]

export type ListGroup = Kind | 'scheduled' | 'ended' | 'removed'

const groupOf = ({ kind, status, cancelledOn, removedOn }: Subscription): ListGroup => {
  if (removedOn !== null) return 'removed'
  if (status === 'scheduled') return 'scheduled'
  return status === 'expired' && cancelledOn !== null ? 'ended' : kind
}

/**
 * The list in its order under the headings of its kinds; apart and after them what has not begun, what was cancelled and is over,
 * and what was added by mistake.
 */
export const groupsOf = (items: readonly Subscription[]) => {
  const order: readonly ListGroup[] = [...kinds, 'scheduled', 'ended', 'removed']
  return order
    .map((group) => ({ group, items: items.filter((item) => groupOf(item) === group) }))
    .filter((found) => found.items.length > 0)
}

export interface PackProgress {
  readonly daysLeft: number
  readonly days: number
  /** What is used up, 0 … 1. */
  readonly used: number
}

/** How far a pack has run; null for what renews by itself or does not run. Today counts as a day that is left. */
export const progressOf = (
  {
    renewal,
    currentPeriod,
    status,
    usableUntil,
  }: Pick<Subscription, 'renewal' | 'currentPeriod' | 'status' | 'usableUntil'>,
  today: CalendarDate,
): PackProgress | null => {
  if (renewal !== 'manual' || currentPeriod === null || status === 'expired') return null
  // A queued pack runs on without a break.
  const endsOn =
    usableUntil === null ? currentPeriod.endsOn : maxDate(currentPeriod.endsOn, addDays(usableUntil, 1))
  const days = daysBetween(currentPeriod.startsOn, endsOn)
  const daysLeft = Math.max(0, daysBetween(today, endsOn))
  return { daysLeft, days, used: days === 0 ? 1 : Math.min(1, Math.max(0, (days - daysLeft) / days)) }
}

/** A row asks for a recharge when its pack has stopped or stops within these days. */
const SOON = 7

export const needsRecharge = (
  subscription: Pick<Subscription, 'renewal' | 'status' | 'usableUntil' | 'cancelledOn' | 'removedOn'>,
  today: CalendarDate,
): boolean => {
  const { renewal, status, usableUntil, cancelledOn, removedOn } = subscription
  if (renewal !== 'manual' || cancelledOn !== null || removedOn !== null) return false
  if (status === 'paused' || status === 'scheduled') return false
  return status === 'expired' || (usableUntil !== null && daysBetween(today, usableUntil) < SOON)
}
