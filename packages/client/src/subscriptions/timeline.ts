import { daysBetween, type CalendarDate } from '@streamline/domain'
import type { TimelineEntry } from '../answers.ts'

/** Where a period lies for a reader: a forecast, already certain but ahead, running, or over. */
export type TimelinePlace = 'expected' | 'ahead' | 'current' | 'past'

export interface PeriodNode {
  readonly node: 'period'
  readonly entry: TimelineEntry
  readonly place: TimelinePlace
  /** The net price of the period before, where this one costs something else. */
  readonly priceBefore: TimelineEntry['net'] | null
}

/** Days without service between two periods: a recharge that came late. */
export interface GapNode {
  readonly node: 'gap'
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly days: number
}

export type TimelineNode = PeriodNode | GapNode

const placeOf = (entry: TimelineEntry, today: CalendarDate): TimelinePlace => {
  if (entry.expected) return 'expected'
  if (entry.startsOn > today) return 'ahead'
  return entry.endsOn > today ? 'current' : 'past'
}

/** What ended early cost only its days: the one before it says what a whole one did. */
const lastWhole = (sorted: readonly TimelineEntry[], at: number): TimelineEntry | undefined =>
  sorted.slice(0, at).findLast(({ isCut }) => !isCut)

const priceBefore = (entry: TimelineEntry, before: TimelineEntry | undefined) =>
  before !== undefined &&
  before.phase === 'regular' &&
  entry.phase === 'regular' &&
  before.net.currency === entry.net.currency &&
  before.net.amount !== entry.net.amount &&
  // A shortened first bill is not a change of price.
  before.index > 0
    ? before.net
    : null

/** One line of periods and gaps, the newest first. */
export const timelineOf = (entries: readonly TimelineEntry[], today: CalendarDate): TimelineNode[] =>
  entries
    .toSorted((a, b) => a.index - b.index)
    .flatMap((entry, at, sorted): TimelineNode[] => {
      const before = sorted[at - 1]
      const period = {
        node: 'period',
        entry,
        place: placeOf(entry, today),
        priceBefore: entry.isCut ? null : priceBefore(entry, lastWhole(sorted, at)),
      } as const
      if (before === undefined || before.endsOn >= entry.startsOn || entry.expected) return [period]
      const days = daysBetween(before.endsOn, entry.startsOn)
      return [{ node: 'gap', from: before.endsOn, until: entry.startsOn, days }, period]
    })
    .toReversed()

/** First day after everything that is really opened; null where nothing ever was. */
export const openUntil = (entries: readonly TimelineEntry[]): CalendarDate | null =>
  entries.reduce<CalendarDate | null>(
    (latest, { expected, endsOn }) => (expected || (latest !== null && latest >= endsOn) ? latest : endsOn),
    null,
  )
