import { scaleHalfUp } from '../money/rounding.ts'
import { daysBetween } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { Allowance } from './allowance.ts'
import { datedUsage, toldUntil, usedWithin } from './reading.ts'
import type { DaySpan, UsageReading } from './reading.ts'

/** Fewer days say nothing about the rest of a period. */
const LEAST_DAYS_KNOWN = 3

/** `near` from 80 % of the allowance on, `over` when more was used than it gives. */
export type AllowanceState = 'fine' | 'near' | 'over'

/** How an allowance stands in its running span; amounts in the unit of its kind. */
export interface AllowanceStanding {
  readonly allowance: Allowance
  readonly span: DaySpan
  readonly used: number
  /** Null where there is no limit; 0 when it is used up. */
  readonly left: number | null
  /** Whole percent of the allowance, rounded down, so that 100 is only said when it is all used; may be more. Null without limit. */
  readonly percent: number | null
  /** The day until which the readings tell what was used, itself included; null where nothing is noted in the span. */
  readonly knownUntil: CalendarDate | null
  /** At the end of the span, if it goes on as until then; null before three days are known, and for a single day. */
  readonly expected: number | null
  readonly state: AllowanceState
}

/**
 * An allowance against what was noted inside of its span up to today. The rate is that of the days since the span began: until the
 * last meter where nothing was noted after it, otherwise until today, because days without a note are days without use.
 */
export function allowanceStanding(
  allowance: Allowance,
  span: DaySpan,
  readings: readonly UsageReading[],
  today: CalendarDate,
): AllowanceStanding {
  const noted = readings.filter(({ kind, on }) => kind === allowance.kind && on <= today)
  const used = Math.max(0, usedWithin(datedUsage(noted, allowance.kind), span))
  const knownUntil = lastKnown(noted, span, today)
  const { amount } = allowance
  return {
    allowance,
    span,
    used,
    left: amount === null ? null : Math.max(0, amount - used),
    percent: amount === null ? null : Math.floor((used * 100) / amount),
    knownUntil,
    expected: knownUntil === null ? null : expectedAtEnd(used, span, knownUntil),
    state: stateOf(used, amount),
  }
}

const stateOf = (used: number, amount: number | null): AllowanceState => {
  if (amount === null || used * 5 < amount * 4) return 'fine'
  return used > amount ? 'over' : 'near'
}

function lastKnown(
  noted: readonly UsageReading[],
  { startsOn, endsOn }: DaySpan,
  today: CalendarDate,
): CalendarDate | null {
  const inside = noted.filter(({ on }) => on >= startsOn && on < endsOn)
  return inside.length === 0 ? null : toldUntil(inside, today)
}

function expectedAtEnd(used: number, { startsOn, endsOn }: DaySpan, until: CalendarDate): number | null {
  const known = daysBetween(startsOn, until) + 1
  const days = daysBetween(startsOn, endsOn)
  if (known < LEAST_DAYS_KNOWN || days < known) return null
  return scaleHalfUp(used, days, known)
}
