import { allocate } from '../money/allocate.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { splitOn, type Split, type SplitHistory } from './split-history.ts'

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

/**
 * The history once a full period costs another amount from a day on: the split then in force, and each planned for later, is
 * scaled to it; no day before is touched.
 */
export function historyScaled(history: SplitHistory, fromOn: CalendarDate, amount: number): SplitHistory {
  const current = splitOn(history, fromOn)
  const scaled = splitScaled(current, amount)
  const [first, ...before] = history.filter((since) => since.fromOn < fromOn)
  const planned = history
    .filter((since) => since.fromOn > fromOn)
    .map((since) => ({ ...since, split: splitScaled(since.split, amount) }))
  const onTheDay = history.filter((since) => since.fromOn === fromOn)
  if (first === undefined) return [{ ...history[0], split: scaled }, ...planned]
  const now = scaled === current ? onTheDay : [{ fromOn, split: scaled }]
  return [first, ...before, ...now, ...planned]
}
