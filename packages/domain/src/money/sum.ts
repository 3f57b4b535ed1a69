import type { Money } from './money.ts'

/**
 * Money added up. Beyond ±(2^53 − 1) minor units nothing can be counted exactly: such a sum stands at that end and says so,
 * because an answer about everything else must not fail for it.
 */
export interface Sum extends Money {
  readonly tooLarge?: true
}

const END = Number.MAX_SAFE_INTEGER

/** A total that was counted elsewhere, minor units: whatever lies beyond the end is too large. */
export function sumOfTotal(total: number | bigint, currency: string): Sum {
  if (total > END) return { amount: END, currency, tooLarge: true }
  if (total < -END) return { amount: -END, currency, tooLarge: true }
  return { amount: Number(total), currency }
}

/** The sum of minor units of one currency, exact whatever the order, even where it leaves the range and comes back. */
export function sumOf(amounts: Iterable<number>, currency: string): Sum {
  let sum = 0
  let beyond = 0n
  for (const amount of amounts) {
    const next = sum + amount
    if (Number.isSafeInteger(next)) sum = next
    else {
      beyond += BigInt(sum)
      sum = amount
    }
  }
  return sumOfTotal(beyond === 0n ? sum : beyond + BigInt(sum), currency)
}

/**
 * One sum per currency that occurs, in order of the currency code; sums of zero stay. What was too large before stays so, on
 * the side of the rest.
 */
export function sumByCurrency(amounts: readonly Sum[]): Sum[] {
  const parts = new Map<string, { amounts: number[]; tooLarge: boolean }>()
  for (const { amount, currency, tooLarge = false } of amounts) {
    const known = parts.get(currency)
    if (known === undefined) parts.set(currency, { amounts: [amount], tooLarge })
    else {
      known.amounts.push(amount)
      known.tooLarge ||= tooLarge
    }
  }
  return [...parts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, part]) => {
      const sum = sumOf(part.amounts, currency)
      return part.tooLarge ? { amount: sum.amount < 0 ? -END : END, currency, tooLarge: true } : sum
    })
}
