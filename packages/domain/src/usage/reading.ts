import { addDays } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { UsageKind } from './usage-kind.ts'

/**
 * What somebody noted. `day`: so much on that one day, in addition to whatever else is noted of it. `soFar`: a meter that stood at
 * so much at the end of that day, counted from `since` on; whatever is noted of days from `since` to `on` is in it already.
 */
export interface UsageReading {
  readonly kind: UsageKind
  readonly on: CalendarDate
  readonly covers: 'day' | 'soFar'
  /** First day that it counts; the same as `on` for a day. */
  readonly since: CalendarDate
  /** In the unit of its kind, 0 … `mostNoted`. */
  readonly amount: number
}

/** Half-open `[startsOn, endsOn)`. */
export interface DaySpan {
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
}

/** What came on a day, in the unit of the kind. Negative where a meter says that less was used than noted before. */
export interface DatedAmount {
  readonly on: CalendarDate
  readonly amount: number
}

/** A meter stands at the end of its day; of two on one day the higher one is the later. */
const inOrder = (one: UsageReading, other: UsageReading): number => {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1
  if (one.covers !== other.covers) return one.covers === 'day' ? -1 : 1
  if (one.since !== other.since) return one.since < other.since ? -1 : 1
  return one.amount - other.amount
}

/**
 * All readings of a kind as amounts that came on days, oldest first; the order in which they were noted is of no matter. A meter
 * brings, on its day, what it says beyond all that is known of the days it counts. So any stretch of days sums up, and stretches
 * that touch sum up to the whole.
 */
export function datedUsage(readings: readonly UsageReading[], kind: UsageKind): DatedAmount[] {
  const dated: DatedAmount[] = []
  for (const { on, covers, since, amount } of readings.filter((each) => each.kind === kind).toSorted(inOrder))
    dated.push({ on, amount: covers === 'day' ? amount : amount - sumFrom(dated, since) })
  return dated
}

/** They come in order of the day: what is from a day on stands at the end. */
function sumFrom(dated: readonly DatedAmount[], since: CalendarDate): number {
  let sum = 0
  for (let at = dated.length - 1; at >= 0; at--) {
    const { on, amount } = dated[at] ?? { on: since, amount: 0 }
    if (on < since) break
    sum += amount
  }
  return sum
}

/** The sum of what came inside of a span, its last day not included; in the unit of the kind. */
export function usedWithin(dated: readonly DatedAmount[], { startsOn, endsOn }: DaySpan): number {
  return dated.reduce((sum, { on, amount }) => (on >= startsOn && on < endsOn ? sum + amount : sum), 0)
}

/** The days on which something was used, each once, oldest first: more than nothing of whatever kind. */
export function daysUsed(readings: readonly UsageReading[], kinds: readonly UsageKind[]): CalendarDate[] {
  const days = kinds.flatMap((kind) =>
    datedUsage(readings, kind)
      .filter(({ amount }) => amount > 0)
      .map(({ on }) => on),
  )
  return [...new Set(days)].toSorted()
}

/**
 * The last day that readings tell of: that of a meter where nothing was noted after it, otherwise today, because a day without a
 * note is one without use. Today where there are none.
 */
export function toldUntil(readings: readonly UsageReading[], today: CalendarDate): CalendarDate {
  const last = readings.reduce<CalendarDate | null>(
    (latest, { on }) => (latest === null || on > latest ? on : latest),
    null,
  )
  return last !== null && readings.some(({ on, covers }) => on === last && covers === 'soFar') ? last : today
}

/** One day as a span. */
export function spanOfDay(on: CalendarDate): DaySpan {
  return { startsOn: on, endsOn: addDays(on, 1) }
}
