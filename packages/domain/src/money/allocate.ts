import { DomainError } from '../error.ts'
import { assertAmount } from './rounding.ts'

/** A non-negative integer weight of one member. */
export interface Weighted {
  readonly id: string
  readonly weight: number
}

/** An amount (minor units) of one member. */
export interface Allotment {
  readonly id: string
  readonly amount: number
}

/** As `Weighted`, for weights that were brought to a common denominator. */
export interface BigWeighted {
  readonly id: string
  readonly weight: bigint
}

const invalid = (message: string, details: Record<string, string | number> = {}): DomainError =>
  new DomainError('invalid-split', message, details)

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

function assertDistinct(parts: readonly { readonly id: string }[]): void {
  if (parts.length === 0) throw invalid('Nobody shares this amount.')
  const seen = new Set<string>()
  for (const { id } of parts) {
    if (seen.has(id)) throw invalid(`"${id}" is named twice.`, { id })
    seen.add(id)
  }
}

/** Whoever shares, in order of the member id, rotated by the occurrence number so that the odd unit goes round. */
function rotated<Part>(parts: readonly Part[], occurrence: number): Part[] {
  const first = ((occurrence % parts.length) + parts.length) % parts.length
  return [...parts.slice(first), ...parts.slice(0, first)]
}

/** `allocate` over exact big weights; see there. */
export function allocateExactly(
  amount: number,
  weights: readonly BigWeighted[],
  occurrence: number,
): Allotment[] {
  assertAmount(amount)
  assertDistinct(weights)
  if (!Number.isSafeInteger(occurrence)) throw invalid('An occurrence is a whole number.', { occurrence })
  const sorted = weights.toSorted(byId)
  const sharing = sorted.filter(({ weight }) => weight > 0n)
  const total = sharing.reduce((sum, { weight }) => sum + weight, 0n)
  if (total === 0n) throw invalid('All weights are zero.')

  const magnitude = BigInt(Math.abs(amount))
  const parts = rotated(sharing, occurrence).map(({ id, weight }) => {
    const exact = magnitude * weight
    return { id, units: Number(exact / total), fraction: exact % total }
  })
  let left = Math.abs(amount) - parts.reduce((sum, { units }) => sum + units, 0)
  // The sort is stable, so that ties stay in the order.
  const byFraction = parts.toSorted(
    (a, b) => Number(b.fraction > a.fraction) - Number(a.fraction > b.fraction),
  )
  for (const part of byFraction) {
    if (left === 0) break
    part.units += 1
    left -= 1
  }
  const units = new Map(parts.map((part) => [part.id, part.units]))
  return sorted.map(({ id }) => {
    const share = units.get(id) ?? 0
    return { id, amount: amount < 0 ? 0 - share : share }
  })
}

/**
 * Splits minor units by weights so that the parts always sum to the amount (law 10): floor of each exact part of the absolute
 * amount, left-over units to the largest fractions, ties to the earlier in the order. The order is the member id, rotated by
 * the occurrence number among those with a weight. A negative amount is the negated split; a zero weight gets nothing.
 * Result in order of the id. `invalid-split` for no weights, all zero, a fraction, a negative, or an id named twice.
 */
export function allocate(amount: number, weights: readonly Weighted[], occurrence: number): Allotment[] {
  return allocateExactly(
    amount,
    weights.map(({ id, weight }) => ({ id, weight: wholeWeight(id, weight) })),
    occurrence,
  )
}

function wholeWeight(id: string, weight: number): bigint {
  if (!Number.isSafeInteger(weight) || weight < 0)
    throw invalid(`The weight of "${id}" is not a whole number of at least 0.`, { id, weight })
  return BigInt(weight)
}

/** `allocate` with equal weights. */
export function allocateEqual(amount: number, ids: readonly string[], occurrence: number): Allotment[] {
  return allocate(
    amount,
    ids.map((id) => ({ id, weight: 1 })),
    occurrence,
  )
}

/** `allocate` by hundredths of a percent; `invalid-split` unless they sum to exactly 10 000. */
export function allocatePercent(
  amount: number,
  parts: readonly { readonly id: string; readonly basisPoints: number }[],
  occurrence: number,
): Allotment[] {
  const total = parts.reduce((sum, { basisPoints }) => sum + basisPoints, 0)
  if (total !== 10_000) throw invalid('The percentages do not sum to 100.', { basisPoints: total })
  return allocate(
    amount,
    parts.map(({ id, basisPoints }) => ({ id, weight: basisPoints })),
    occurrence,
  )
}

/** Fixed amounts, in order of the id; `invalid-split` unless they sum to the amount and none has the other sign. */
export function allocateExact(amount: number, parts: readonly Allotment[]): Allotment[] {
  assertAmount(amount)
  assertDistinct(parts)
  const sign = amount < 0 ? -1 : 1
  for (const part of parts) {
    assertAmount(part.amount)
    if (part.amount * sign < 0) throw invalid(`The part of "${part.id}" has the wrong sign.`, { id: part.id })
  }
  const total = parts.reduce((sum, part) => sum + part.amount, 0)
  if (total !== amount) throw invalid(`The parts sum to ${total}, not to ${amount}.`, { total, amount })
  return parts.map(({ id, amount: part }) => ({ id, amount: part })).toSorted(byId)
}
