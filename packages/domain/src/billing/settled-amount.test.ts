import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertMoney } from '../money/exchange.ts'
import { settledBy } from './settled-amount.ts'

const rate = (text: string, from = 'USD', to = 'INR') => ({ from, to, rate: text, on: '2026-11-20' })
const money = (amount: number, currency: string) => ({ amount, currency })

describe('a debt that is settled in another currency', () => {
  it('is what the transfer comes to by the rate, whichever way round it was written down', () => {
    expect(settledBy(money(63_375, 'INR'), money(750, 'USD'), rate('84.5'))).toEqual(money(750, 'USD'))
    expect(settledBy(money(20_000, 'INR'), money(750, 'USD'), rate('84.5'))).toEqual(money(237, 'USD'))
    expect(settledBy(money(100, 'USD'), money(10_000, 'INR'), rate('0.0125', 'INR', 'USD'))).toEqual(
      money(8000, 'INR'),
    )
  })

  it('is settled whole by what all of it comes to', () => {
    const amount = fc.integer({ min: 1, max: 10_000_000 })
    const text = fc.integer({ min: 1, max: 9_999_999 }).map((digits) => (digits / 10_000).toFixed(4))
    fc.assert(
      fc.property(amount, text, fc.constantFrom('JPY', 'KWD', 'USD'), (owed, rateText, currency) => {
        const by = rate(rateText, currency, 'INR')
        for (const [debt, other] of [
          [money(owed, 'INR'), currency],
          [money(owed, currency), 'INR'],
        ] as const)
          expect(settledBy(convertMoney(debt, other, by), debt, by)).toEqual(debt)
      }),
    )
  })
})
