import { maxDate, type CalendarDate } from '../time/calendar.ts'
import { sharesByDay } from './split.ts'
import type { DayShare, SplitFrom, SplitRule } from './split.ts'

/** Who bears a charge, as a subscription keeps it: `payer` is whoever pays that charge. */
export type Split = { readonly kind: 'payer' } | Exclude<SplitRule, { kind: 'payer' }>

/** A split that is in force from a date until the next one. */
export interface SplitSince {
  readonly fromOn: CalendarDate
  readonly split: Split
  /** What somebody typed, where the price changed since: proportions are always counted from here. */
  readonly scaledFrom?: Split
}

/** In order of the date; the first is in force from `ALWAYS` on, so that every day has exactly one. */
export type SplitHistory = readonly [SplitSince, ...SplitSince[]]

/** Where every history begins: the first date that this package knows. */
export const ALWAYS = '1900-01-01' as CalendarDate

/** A history of one split. */
export const alwaysSplit = (split: Split): SplitHistory => [{ fromOn: ALWAYS, split }]

/** The split in force on a day (law 13). */
export const splitOn = (history: SplitHistory, day: CalendarDate): Split =>
  (history.findLast(({ fromOn }) => fromOn <= day) ?? history[0]).split

/** The history with another split from a day on; what was planned for later is gone, what was before stays. */
export function splitFrom(history: SplitHistory, fromOn: CalendarDate, split: Split): SplitHistory {
  const [first, ...earlier] = history.filter((since) => since.fromOn < fromOn)
  return first === undefined ? alwaysSplit(split) : [first, ...earlier, { fromOn, split }]
}

/** Everybody a split names; nobody for `payer`. */
export function membersOfSplit(split: Split): string[] {
  if (split.kind === 'payer') return []
  if (split.kind === 'equal') return [...split.memberIds]
  const parts = split.kind === 'shares' ? split.weights : split.parts
  return parts.map(({ memberId }) => memberId)
}

/**
 * A split without one of its members: the others keep their proportions, so that percents and exact amounts become shares.
 * Whoever would be left with nobody to share is borne by the heir alone.
 */
export function splitWithout(split: Split, memberId: string, heirId: string): Split {
  if (!membersOfSplit(split).includes(memberId)) return split
  const others = weightsOf(split).filter((part) => part.memberId !== memberId)
  if (others.every(({ weight }) => weight === 0)) return { kind: 'equal', memberIds: [heirId] }
  if (split.kind === 'equal') return { kind: 'equal', memberIds: others.map((other) => other.memberId) }
  return { kind: 'shares', weights: others }
}

function weightsOf(split: Split): { memberId: string; weight: number }[] {
  if (split.kind === 'payer') return []
  if (split.kind === 'equal') return split.memberIds.map((memberId) => ({ memberId, weight: 1 }))
  if (split.kind === 'shares') return [...split.weights]
  if (split.kind === 'percent')
    return split.parts.map(({ memberId, basisPoints }) => ({ memberId, weight: basisPoints }))
  return split.parts.map(({ memberId, amount }) => ({ memberId, weight: Math.abs(amount) }))
}

/**
 * The history after a member left on a day (law 13: they owe by the day). From then on every split, also a planned one, is
 * without them. What they bore as the payer is told per charge, by `rulesOfCharge`.
 */
export function historyWithout(
  history: SplitHistory,
  memberId: string,
  leave: { readonly on: CalendarDate; readonly heirId: string },
): SplitHistory {
  const { on, heirId } = leave
  const before = history.filter(({ fromOn }) => fromOn < on)
  const after = [
    { fromOn: on, split: splitOn(history, on) },
    ...history.filter(({ fromOn }) => fromOn > on),
  ].map(({ fromOn, split }) => ({ fromOn, split: splitWithout(split, memberId, heirId) }))
  const [first, ...rest] = [...before, ...after]
  // One entry is always there: the one of the day itself.
  return first === undefined ? history : [{ ...first, fromOn: ALWAYS }, ...rest]
}

/** The days of a charge and how it is split on them. */
export interface SplitCharge {
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  /** Minor units. */
  readonly amount: number
  /** Number of the charge, for the odd unit (law 10). */
  readonly index: number
  /** In force on its days, by name; the first from its first day on. */
  readonly splits: readonly SplitFrom[]
}

/** The rules that a history has for the days of a period `[startsOn, endsOn)`, by name: `payer` is the one of this charge. */
export function rulesWithin(
  history: SplitHistory,
  period: Pick<SplitCharge, 'startsOn' | 'endsOn'>,
  payerId: string,
): SplitFrom[] {
  const last = history.findLastIndex(({ fromOn }) => fromOn <= period.startsOn)
  return history
    .slice(Math.max(last, 0))
    .filter(({ fromOn }) => fromOn < period.endsOn)
    .map(({ fromOn, split }) => ({
      fromOn: maxDate(fromOn, period.startsOn),
      rule: split.kind === 'payer' ? { kind: 'payer', memberId: payerId } : split,
    }))
}

/**
 * The shares of a charge by the rule of each day (law 13), with the days of each member; they sum to the amount (law 10).
 * Exact amounts are those of a full period at its price: where the charge is another amount (prorated, intro, corrected) they
 * are proportions.
 */
export function sharesOfCharge({ amount, startsOn, endsOn, index, splits }: SplitCharge): DayShare[] {
  const rules = splits.map(({ fromOn, rule }) => ({ fromOn, rule: inProportion(rule, amount) }))
  return sharesByDay(amount, { startsOn, endsOn }, rules, index)
}

function inProportion(rule: SplitRule, amount: number): SplitRule {
  if (rule.kind !== 'exact') return rule
  const total = rule.parts.reduce((sum, part) => sum + part.amount, 0)
  if (total === amount) return rule
  if (total === 0) return { kind: 'equal', memberIds: rule.parts.map(({ memberId }) => memberId) }
  const weights = rule.parts.map(({ memberId, amount: part }) => ({ memberId, weight: Math.abs(part) }))
  return { kind: 'shares', weights }
}
