import type { CalendarDate } from '../time/calendar.ts'
import { splitOn, type SplitHistory } from './split-history.ts'
import type { SplitFrom, SplitRule } from './split.ts'

/** Somebody who left the household of a subscription; that day is not theirs any more. */
export interface Departure {
  readonly memberId: string
  readonly on: CalendarDate
  /** Who bears from then on what they bore as the payer. */
  readonly heirId: string
  /** It was they who usually paid. */
  readonly paid: boolean
  /** Charges below this number stood already: one that they pay after they came back is theirs. */
  readonly raised: number
}

/** A charge as far as it says who bears it; half open `[startsOn, endsOn)`. */
export interface BorneCharge {
  readonly index: number
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  /** Who paid it, or is to pay it. */
  readonly payerId: string
  /** Something is paid: who bore its days as the payer does not change any more. */
  readonly isPaid: boolean
  /** Its rules so far, by name; none for a new one. */
  readonly splits: readonly SplitFrom[]
}

/**
 * The rules of a charge by name, for each of its days (law 13). Where its payer bears it alone, that is whoever paid it; while nothing
 * is paid, whoever is to pay it, but for the days until somebody left who was to pay it then. Who left bears no day from then on, also
 * of a charge that was theirs.
 */
export function rulesOfCharge(
  history: SplitHistory,
  charge: BorneCharge,
  departures: readonly Departure[],
): SplitFrom[] {
  const changes = new Set(history.slice(1).map(({ fromOn }) => fromOn))
  const days = [...changes, ...departures.map(({ on }) => on), ...charge.splits.map(({ fromOn }) => fromOn)]
  const within = [...new Set(days)].filter((day) => charge.startsOn < day && day < charge.endsOn)
  const rules: SplitFrom[] = []
  for (const fromOn of [charge.startsOn, ...within.toSorted()]) {
    const split = splitOn(history, fromOn)
    const rule: SplitRule =
      split.kind === 'payer' ? { kind: 'payer', memberId: bearerOn(fromOn, charge, departures) } : split
    if (changes.has(fromOn) || !isSamePayer(rules.at(-1)?.rule, rule)) rules.push({ fromOn, rule })
  }
  return rules
}

function bearerOn(day: CalendarDate, charge: BorneCharge, departures: readonly Departure[]): string {
  const { startsOn, endsOn, payerId, splits, isPaid, index } = charge
  if (!isPaid) {
    const left = departures.find(({ on, paid }) => paid && startsOn < on && day < on && on < endsOn)
    return left?.memberId ?? payerId
  }
  const known = splits.findLast(({ fromOn }) => fromOn <= day)?.rule
  return departures
    .filter(({ on, raised }) => on <= day && index < raised)
    .reduce(
      (bearer, { memberId, heirId }) => (bearer === memberId ? heirId : bearer),
      known?.kind === 'payer' ? known.memberId : payerId,
    )
}

/** The days of a charge that one rule names are one entry; only its payer is named per day. */
function isSamePayer(before: SplitRule | undefined, now: SplitRule): boolean {
  if (before === undefined) return false
  if (before.kind !== 'payer' || now.kind !== 'payer') return before.kind === now.kind
  return before.memberId === now.memberId
}
