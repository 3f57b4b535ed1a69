import { DomainError } from '../error.ts'
import {
  allocate,
  allocateEqual,
  allocateExact,
  allocateExactly,
  allocatePercent,
} from '../money/allocate.ts'
import type { Allotment } from '../money/allocate.ts'
import { epochDayOf } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'

/** Who shares a charge, and how. */
export type SplitRule =
  | { readonly kind: 'payer'; readonly memberId: string }
  | { readonly kind: 'equal'; readonly memberIds: readonly string[] }
  | {
      readonly kind: 'shares'
      readonly weights: readonly { readonly memberId: string; readonly weight: number }[]
    }
  | {
      readonly kind: 'percent'
      readonly parts: readonly { readonly memberId: string; readonly basisPoints: number }[]
    }
  | {
      readonly kind: 'exact'
      readonly parts: readonly { readonly memberId: string; readonly amount: number }[]
    }

/** What one member owes of a charge, in minor units. */
export interface Share {
  readonly memberId: string
  readonly amount: number
}

export interface DayShare extends Share {
  /** Days of the period on which the member had a part in it, of all its days: "Ravi, 11 of 30 days". */
  readonly days: number
  readonly ofDays: number
}

/** A rule that is in force from a date until the next one. */
export interface SplitFrom {
  readonly fromOn: CalendarDate
  readonly rule: SplitRule
}

const toShare = ({ id, amount }: Allotment): Share => ({ memberId: id, amount })

/**
 * The shares of a charge (minor units), in order of the member id; they always sum to the amount (law 10). `occurrence` is the
 * number of the charge: the odd unit goes round with it. `invalid-split` as in `allocate`, when percents do not sum to 100 or
 * exact parts not to the amount.
 */
export function sharesOf(amount: number, rule: SplitRule, occurrence: number): Share[] {
  return allotmentsOf(amount, rule, occurrence).map(toShare)
}

function allotmentsOf(amount: number, rule: SplitRule, occurrence: number): Allotment[] {
  if (rule.kind === 'payer') return allocateEqual(amount, [rule.memberId], occurrence)
  if (rule.kind === 'equal') return allocateEqual(amount, rule.memberIds, occurrence)
  if (rule.kind === 'shares') {
    const weights = rule.weights.map(({ memberId, weight }) => ({ id: memberId, weight }))
    return allocate(amount, weights, occurrence)
  }
  if (rule.kind === 'percent') {
    const parts = rule.parts.map(({ memberId, basisPoints }) => ({ id: memberId, basisPoints }))
    return allocatePercent(amount, parts, occurrence)
  }
  const parts = rule.parts.map(({ memberId, amount: part }) => ({ id: memberId, amount: part }))
  return allocateExact(amount, parts)
}

interface MemberWeight {
  readonly memberId: string
  readonly weight: bigint
}

/** The weights of a rule for one day; those of exact amounts are the amounts. */
function weightsOf(amount: number, rule: SplitRule): MemberWeight[] {
  allotmentsOf(amount, rule, 0)
  if (rule.kind === 'payer') return [{ memberId: rule.memberId, weight: 1n }]
  if (rule.kind === 'equal') return rule.memberIds.map((memberId) => ({ memberId, weight: 1n }))
  if (rule.kind === 'shares')
    return rule.weights.map(({ memberId, weight }) => ({ memberId, weight: BigInt(weight) }))
  if (rule.kind === 'percent')
    return rule.parts.map(({ memberId, basisPoints }) => ({ memberId, weight: BigInt(basisPoints) }))
  return rule.parts.map(({ memberId, amount: part }) => ({ memberId, weight: BigInt(Math.abs(part)) }))
}

/** Runs of days of a period with one rule each. */
function runsOf(
  startDay: number,
  endDay: number,
  rules: readonly SplitFrom[],
): { rule: SplitRule; days: number }[] {
  const ordered = rules
    .map(({ fromOn, rule }) => ({ fromDay: epochDayOf(fromOn), rule }))
    .toSorted((a, b) => a.fromDay - b.fromDay)
  const [first] = ordered
  if (first === undefined || first.fromDay > startDay)
    throw new DomainError('invalid-split', 'No split is in force on the first day of the period.')
  return ordered
    .map(({ fromDay, rule }, at) => {
      const nextDay = ordered[at + 1]?.fromDay ?? endDay
      return { rule, days: Math.min(nextDay, endDay) - Math.max(fromDay, startDay) }
    })
    .filter(({ days }) => days > 0)
}

/**
 * The shares of a charge by the rule of each day (law 13): every day of the period carries an equal part of the amount,
 * split by the rule then in force; summed per member exactly and rounded once, by law 10. Exact amounts are for a full period
 * and scale by days. With one rule all through it equals `sharesOf`. `invalid-split` also when a day has no rule, `invalid-period`
 * for an empty period.
 */
export function sharesByDay(
  amount: number,
  period: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate },
  rules: readonly SplitFrom[],
  occurrence: number,
): DayShare[] {
  const startDay = epochDayOf(period.startsOn)
  const endDay = epochDayOf(period.endsOn)
  const ofDays = endDay - startDay
  if (ofDays < 1) throw new DomainError('invalid-period', 'A period has at least one day.', { days: ofDays })
  const runs = runsOf(startDay, endDay, rules).map(({ rule, days }) => {
    const weights = weightsOf(amount, rule)
    const total = weights.reduce((sum, { weight }) => sum + weight, 0n)
    return { days, weights, total: total === 0n ? 1n : total }
  })
  const denominator = runs.reduce((product, { total }) => product * total, 1n)
  const members = new Map<string, { weight: bigint; days: number }>()
  for (const { days, weights, total } of runs) {
    for (const { memberId, weight } of weights) {
      const before = members.get(memberId) ?? { weight: 0n, days: 0 }
      members.set(memberId, {
        weight: before.weight + BigInt(days) * weight * (denominator / total),
        days: before.days + (weight > 0n ? days : 0),
      })
    }
  }
  const daysOf = (id: string): number => members.get(id)?.days ?? 0
  const weighted = [...members].map(([id, { weight }]) => ({ id, weight: amount === 0 ? 1n : weight }))
  return allocateExactly(amount, weighted, occurrence).map(({ id, amount: part }) => ({
    memberId: id,
    amount: part,
    days: daysOf(id),
    ofDays,
  }))
}
