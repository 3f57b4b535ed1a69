import { allocate } from '../money/allocate.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { Split, SplitHistory, SplitSince } from './split-history.ts'

/**
 * A split for a full period of another amount (minor units, at least 0). Exact amounts keep their proportions and sum to it
 * exactly, odd units by law 10; of nothing they stay as shares, and where all were nothing they become equal parts. Every
 * other kind fits any amount and stays as it is.
 */
export function splitScaled(split: Split, amount: number): Split {
  if (split.kind !== 'exact') return split
  const weights = split.parts.map((part) => ({ id: part.memberId, weight: Math.abs(part.amount) }))
  const total = weights.reduce((sum, { weight }) => sum + weight, 0)
  if (total === amount) return split
  if (total === 0) return { kind: 'equal', memberIds: weights.map(({ id }) => id) }
  if (amount === 0)
    return { kind: 'shares', weights: weights.map(({ id, weight }) => ({ memberId: id, weight })) }
  return {
    kind: 'exact',
    parts: allocate(amount, weights, 0).map((part) => ({ memberId: part.id, amount: part.amount })),
  }
}

/** Counted from what was typed, so that a price that comes back brings the very amounts back. */
function sinceScaled({ fromOn, split, scaledFrom = split }: SplitSince, amount: number): SplitSince {
  const scaled = splitScaled(scaledFrom, amount)
  return scaled === scaledFrom ? { fromOn, split: scaled } : { fromOn, split: scaled, scaledFrom }
}

const isSame = (one: Split, other: Split): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * The history once a full period costs another amount from a day on: the split then in force, and each planned for later, is
 * scaled to it; no day before is touched. What says nothing new is left out.
 */
export function historyScaled(history: SplitHistory, fromOn: CalendarDate, amount: number): SplitHistory {
  const current = history.findLast((since) => since.fromOn <= fromOn) ?? history[0]
  const [first, ...before] = history.filter((since) => since.fromOn < fromOn)
  const planned = history.filter((since) => since.fromOn > fromOn).map((since) => sinceScaled(since, amount))
  if (first === undefined) return told([sinceScaled(history[0], amount), ...planned])
  return told([first, ...before, sinceScaled({ ...current, fromOn }, amount), ...planned])
}

const told = ([first, ...rest]: SplitHistory): SplitHistory => {
  const all: [SplitSince, ...SplitSince[]] = [first]
  for (const since of rest) {
    const last = all.at(-1) ?? first
    if (!isSame(last.split, since.split)) all.push(since)
  }
  return all
}
