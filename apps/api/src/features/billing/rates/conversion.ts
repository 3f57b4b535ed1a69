import {
  convertMoney,
  isInverse,
  isOldRate,
  largestAmountOf,
  rateOfSums,
  RATE_DAYS,
  type CalendarDate,
  type ExchangeRate,
  type Money,
} from '@streamline/domain'
import { ProblemError } from '../../../platform/http/problem.ts'
import { refusedAt } from '../payments/refused-at.ts'
import type { Converted } from '../payments/payment.table.ts'

/** A rate of the household for the day on which money moved. */
export type DatedRate = ExchangeRate & { readonly on: CalendarDate; readonly source: string }

/** Money in the currency that it counts in, and what was given for it where that is another. */
export interface Counted {
  readonly amount: number
  readonly converted: Converted | null
}

interface Conversion {
  readonly given: Money
  /** The currency that it counts in. */
  readonly to: string
  /** The day on which it was given. */
  readonly on: CalendarDate
  /** Both sums were told: what it counts as. */
  readonly told: Money | undefined
  readonly rate: DatedRate | undefined
  /** An old rate is meant. */
  readonly oldRate: boolean
  /** Default: by the rate, rounded. */
  readonly convert?: ((rate: DatedRate) => Money) | undefined
}

/** What money counts as that was given in any currency: as it is, as it was told, or by the rate of its day (law 9). */
export const countedAs = ({ given, to, on, told, rate, oldRate, convert }: Conversion): Counted => {
  if (told !== undefined) return countedAsTold(given, to, on, told)
  if (given.currency === to) return { amount: given.amount, converted: null }
  if (rate === undefined)
    throw refusedAt(
      'missing-rate',
      '/amount/currency',
      `is not ${to}: write down a rate from ${given.currency} first, or say what it \`settles\``,
    )
  if (!oldRate && isOldRate(rate, on))
    throw new ProblemError(
      'old-rate',
      `The rate of ${rate.on} is more than ${RATE_DAYS} days old: write down a newer one, or say that it is meant by \`oldRate\`.`,
    )
  const { amount } = convert === undefined ? convertMoney(given, to, rate) : convert(rate)
  if (amount > largestAmountOf(to))
    throw refusedAt('amount-out-of-range', '/amount/amount', 'is too large at this rate')
  if (amount === 0) throw refusedAt('amount-out-of-range', '/amount/amount', 'is nothing at this rate')
  const inverse = isInverse(rate, { from: given.currency, to }) ? { inverse: true as const } : {}
  return { amount, converted: { ...given, rate: rate.rate, on: rate.on, source: rate.source, ...inverse } }
}

const countedAsTold = (given: Money, to: string, on: CalendarDate, told: Money): Counted => {
  if (told.currency !== to) throw refusedAt('currency-mismatch', '/settles/currency', `must be ${to}`)
  if (given.currency === to)
    throw refusedAt('currency-mismatch', '/amount/currency', `is ${to} already: then it is one sum`)
  const { rate, inverse } = rateOfSums(given, told)
  const source = {
    on,
    source: 'both sums',
    told: true as const,
    ...(inverse ? { inverse: true as const } : {}),
  }
  return { amount: told.amount, converted: { ...given, rate, ...source } }
}

/** As an answer tells it. */
export const presentConverted = ({ amount, currency, rate, inverse, told, on, source }: Converted) => ({
  amount: { amount, currency },
  rate,
  inverse: inverse === true,
  told: told === true,
  on,
  source,
})
