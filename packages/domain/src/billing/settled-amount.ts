import { convertMoney, type ExchangeRate } from '../money/exchange.ts'
import type { Money } from '../money/money.ts'

/**
 * What of a debt a transfer in another currency settles by a dated rate. Where all that is owed comes to just that transfer, it settles
 * all of it: nothing is left over by rounding. `missing-rate` where the rate is of another pair (law 9).
 */
export function settledBy(given: Money, owed: Money, rate: ExchangeRate): Money {
  const whole = convertMoney(owed, given.currency, rate)
  return whole.amount === given.amount ? owed : convertMoney(given, owed.currency, rate)
}
