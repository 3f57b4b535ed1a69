import { hasStarted, statusOf } from '../subscription/lifecycle.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import { daysBetween, maxDate, monthOf, startOfMonth } from '../time/calendar.ts'
import type { CalendarDate, CalendarMonth } from '../time/calendar.ts'
import { daysUsed } from './reading.ts'
import type { UsageReading } from './reading.ts'
import { usageKinds } from './usage-kind.ts'

/** Days without a use after which a subscription is called unused, and that it must be old. */
export const UNUSED_DAYS = 60

/** Since when nothing was used. */
export interface Unused {
  /** The last day on which it was used; null where nobody ever noted a use. */
  readonly lastUsedOn: CalendarDate | null
  /** Days from that day, or from the first month that was answered with no, to today. */
  readonly days: number
}

/** The last day on which something was used, whatever of it; null where nobody noted a use. */
export function lastUsedOn(readings: readonly UsageReading[]): CalendarDate | null {
  return daysUsed(readings, usageKinds).at(-1) ?? null
}

/** What somebody answered for a month: used, not used, or nothing yet (null). One use in it outweighs a no. */
export function usedInMonth(readings: readonly UsageReading[], month: CalendarMonth): boolean | null {
  if (daysUsed(readings, usageKinds).some((on) => monthOf(on) === month)) return true
  const isDenied = readings.some(
    ({ kind, amount, on }) => kind === 'used' && amount === 0 && monthOf(on) === month,
  )
  return isDenied ? false : null
}

/** It runs, will go on, and is old enough to be missed: only then is it asked whether anybody uses it. */
export function mayBeUnused(facts: SubscriptionFacts, today: CalendarDate): boolean {
  if (!hasStarted(facts.terms, today) || daysBetween(facts.terms.startsOn, today) < UNUSED_DAYS) return false
  const status = statusOf(facts, today)
  return status === 'trialing' || status === 'active' || status === 'grace'
}

/**
 * Whether a subscription is unused: nobody noted a use for 60 days, and somebody has noted something at all, because silence
 * from the beginning on only says that nobody notes. Where there never was a use, it counts from the first month that was answered
 * with no. Null where it is used, not known, younger than 60 days, or scheduled, paused, cancelled or over.
 */
export function unusedOf(
  facts: SubscriptionFacts,
  readings: readonly UsageReading[],
  today: CalendarDate,
): Unused | null {
  if (!mayBeUnused(facts, today)) return null
  const told = readings.filter(({ on }) => on <= today)
  const last = lastUsedOn(told)
  const since = last ?? firstNo(told)
  if (since === null) return null
  const days = daysBetween(maxDate(since, facts.terms.startsOn), today)
  return days < UNUSED_DAYS ? null : { lastUsedOn: last, days }
}

/** A no is about the whole of its month. */
const firstNo = (readings: readonly UsageReading[]): CalendarDate | null => {
  const [first] = readings
    .filter(({ kind, amount }) => kind === 'used' && amount === 0)
    .map(({ on }) => on)
    .toSorted()
  return first === undefined ? null : startOfMonth(first)
}
