import type { Split, SplitSince, TimelineEntry } from '../answers.ts'
import {
  ALWAYS,
  balancesOf,
  rulesWithin,
  sharesOfCharge,
  splitAdjustment,
  splitFrom,
  type CalendarDate,
  type DayShare,
  type SplitHistory,
} from '@streamline/domain'

/** The history of a subscription's splits as the rules of sharing know it. */
export const historyOf = (splits: readonly SplitSince[], current: Split): SplitHistory => {
  const [first = { fromOn: ALWAYS, split: current }, ...later] = splits.map(({ fromOn, split }) => ({
    fromOn: fromOn ?? ALWAYS,
    split,
  }))
  return [first, ...later]
}

/** The period that runs and the one after it, as far as they are known. */
export const periodsAround = (timeline: readonly TimelineEntry[], today: CalendarDate) => {
  const sorted = timeline.toSorted((a, b) => a.index - b.index)
  const current = sorted.find(({ startsOn, endsOn }) => startsOn <= today && today < endsOn) ?? null
  const next = sorted.find(({ startsOn }) => startsOn >= (current?.endsOn ?? today)) ?? null
  return { current, next }
}

export interface SplitChange {
  readonly before: SplitHistory
  readonly split: Split
  readonly fromOn: CalendarDate
  /** Who is taken as paying a period: whoever pays its charge, or will. */
  readonly payerOf: (entry: TimelineEntry) => string
}

const chargeOf = (entry: TimelineEntry, history: SplitHistory, payerId: string) => ({
  startsOn: entry.startsOn,
  endsOn: entry.endsOn,
  amount: entry.amount.amount,
  index: entry.index,
  splits: rulesWithin(history, entry, payerId),
})

/** What each person will bear of a period, to the last unit. */
export const sharesAfter = (
  entry: TimelineEntry,
  { before, split, fromOn, payerOf }: SplitChange,
): DayShare[] => sharesOfCharge(chargeOf(entry, splitFrom(before, fromOn, split), payerOf(entry)))

/** What the change moves between people in periods that are paid already, and how many those are. */
export const adjustmentsOf = (
  timeline: readonly TimelineEntry[],
  { before, split, fromOn, payerOf }: SplitChange,
) => {
  const after = splitFrom(before, fromOn, split)
  const touched = timeline
    .filter(({ chargeId, paid, endsOn }) => chargeId !== null && paid.amount > 0 && endsOn > fromOn)
    .map((entry) =>
      splitAdjustment(
        { ...chargeOf(entry, before, payerOf(entry)), paid: entry.paid.amount },
        rulesWithin(after, entry, payerOf(entry)),
      ),
    )
    .filter((entries) => entries.length > 0)
  return { periods: touched.length, people: balancesOf(touched.flat()) }
}
