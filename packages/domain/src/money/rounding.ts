import { DomainError } from '../error.ts'

/** Throws `amount-out-of-range` unless the value is an integer of minor units within ±(2^53 − 1). */
export function assertAmount(amount: number): void {
  if (!Number.isSafeInteger(amount))
    throw new DomainError('amount-out-of-range', `${amount} is not a whole number of minor units.`, {
      amount,
    })
}

/** The number of a big integer; `amount-out-of-range` beyond ±(2^53 − 1). */
export function safeNumber(value: bigint): number {
  const amount = Number(value)
  if (!Number.isSafeInteger(amount))
    throw new DomainError('amount-out-of-range', `${value} minor units are too many to count exactly.`, {
      amount: String(value),
    })
  return amount
}

/** `value ÷ divisor` to the nearest integer, halves away from zero, so that a negative amount is the negated one. */
export function divideHalfUp(value: bigint, divisor: bigint): bigint {
  const magnitude = value < 0n ? -value : value
  const rounded = (2n * magnitude + divisor) / (2n * divisor)
  return value < 0n ? -rounded : rounded
}

/** `amount × factor ÷ divisor` exactly, rounded once half-up; factor ≥ 0 and divisor > 0 are integers. */
export function scaleHalfUp(amount: number, factor: number, divisor: number): number {
  assertAmount(amount)
  const doubled = 2 * Math.abs(amount) * factor + divisor
  if (doubled > Number.MAX_SAFE_INTEGER)
    return safeNumber(divideHalfUp(BigInt(amount) * BigInt(factor), BigInt(divisor)))
  const rounded = (doubled - (doubled % (2 * divisor))) / (2 * divisor)
  return amount < 0 ? 0 - rounded : rounded
}
