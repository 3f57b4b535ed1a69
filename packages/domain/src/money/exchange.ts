import { daysBetween, type CalendarDate } from '../time/calendar.ts'
import { DomainError } from '../error.ts'
import { currencyExponent } from './currency.ts'
import { money } from './money.ts'
import type { Money } from './money.ts'
import { divideHalfUp, safeNumber } from './rounding.ts'

/** A dated rate: one unit of `from` is `rate` units of `to`, as positive decimal text (`"83.1275"`), never a float. */
export interface ExchangeRate {
  readonly from: string
  readonly to: string
  readonly rate: string
  readonly on: string
}

/** What is to be converted into what, on which day. */
export interface Exchange {
  readonly from: string
  readonly to: string
  readonly on: CalendarDate
}

type Pair = Pick<Exchange, 'from' | 'to'>

const isDirect = (rate: Pair, { from, to }: Pair): boolean => rate.from === from && rate.to === to

/** True where a rate was written down the other way round than the pair is asked for: it divides. */
export function isInverse(rate: Pair, { from, to }: Pair): boolean {
  return rate.from === to && rate.to === from
}

/**
 * The rate that counts on a day: the newest on or before it, written down either way; of one day the direct one. Undefined when
 * there is none, which is never 1:1 (law 9).
 */
export function rateInForce<Rate extends ExchangeRate>(
  rates: readonly Rate[],
  exchange: Exchange,
): Rate | undefined {
  let best: Rate | undefined
  for (const rate of rates) {
    const direct = isDirect(rate, exchange)
    if ((!direct && !isInverse(rate, exchange)) || rate.on > exchange.on) continue
    if (best === undefined || rate.on > best.on || (rate.on === best.on && direct)) best = rate
  }
  return best
}

/**
 * The amount in another currency, exact and rounded once half-up to its minor unit. A rate of the inverse pair divides by itself,
 * never by a rounded reciprocal. `missing-rate` when there is none for this pair (never 1:1, law 9), `invalid-rate` when it is
 * not a positive decimal, `amount-out-of-range` beyond what can be counted. The same currency needs none.
 */
export function convertMoney(amount: Money, to: string, rate: ExchangeRate | undefined): Money {
  const pair = { from: amount.currency, to }
  if (amount.currency === to) return money(amount.amount, to)
  if (rate === undefined || !(isDirect(rate, pair) || isInverse(rate, pair)))
    throw new DomainError('missing-rate', `There is no rate from ${amount.currency} to ${to}.`, pair)
  const { digits, fraction } = decimalOf(rate.rate)
  const shift = currencyExponent(to) - currencyExponent(amount.currency)
  const [factor, divisor, power] = isDirect(rate, pair)
    ? [digits, 1n, shift - fraction]
    : [1n, digits, shift + fraction]
  const up = 10n ** BigInt(Math.max(power, 0))
  const down = 10n ** BigInt(Math.max(-power, 0))
  return money(safeNumber(divideHalfUp(BigInt(amount.amount) * factor * up, divisor * down)), to)
}

/** A rate that was written down more days ago than this is asked about before it counts. */
export const RATE_DAYS = 30

/** True where a rate is more than `RATE_DAYS` older than the day it is used for. */
export const isOldRate = (rate: { readonly on: CalendarDate }, day: CalendarDate): boolean =>
  daysBetween(rate.on, day) > RATE_DAYS

/** Digits after the point of a rate that two sums come to: enough to be recognised on a statement. */
const TOLD_DIGITS = 6

/**
 * The rate that two sums of two currencies come to (both more than nothing), written down the way round in which it is at least 1 and
 * rounded half-up to 6 digits: for reading, never for converting.
 */
export function rateOfSums(from: Money, to: Money): { readonly rate: string; readonly inverse: boolean } {
  const [low, high] = [from, to].map(
    ({ amount, currency }) => BigInt(amount) * 10n ** BigInt(6 - currencyExponent(currency)),
  ) as [bigint, bigint]
  const inverse = low > high
  const [over, under] = inverse ? [low, high] : [high, low]
  const digits = divideHalfUp(over * 10n ** BigInt(TOLD_DIGITS), under).toString()
  const text = `${digits.slice(0, -TOLD_DIGITS)}.${digits.slice(-TOLD_DIGITS)}`
  return { rate: text.replace(/\.?0+$/, ''), inverse }
}

/** `"83.1275"` as 831275 with 4 digits after the point. */
function decimalOf(text: string): { digits: bigint; fraction: number } {
  const parts = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text)
  const fraction = parts?.[2] ?? ''
  const digits = BigInt(`${parts?.[1] ?? '0'}${fraction}`)
  if (digits === 0n)
    throw new DomainError('invalid-rate', `"${text}" is not a positive decimal rate.`, { rate: text })
  return { digits, fraction: fraction.length }
}
