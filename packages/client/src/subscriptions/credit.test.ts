import { parseCalendarDate as on } from '@streamline/domain'
import { expect, test } from 'vitest'
import type { Charge } from '../answers.ts'
import { creditSums, payableBy } from './credit.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const credit = (amount: ReturnType<typeof inr>) => ({
  chargeId: 'old',
  startsOn: on('2026-11-01'),
  endsOn: on('2026-12-01'),
  amount,
})
const charge = (id: string, more: object = {}) =>
  ({
    id,
    subscriptionId: 'line',
    mayChange: true,
    outstanding: inr(100),
    dueOn: on('2026-12-10'),
    ...more,
  }) as Charge

test('credit is one sum per currency', () => {
  expect(creditSums([credit(inr(100)), credit(inr(50))])).toEqual([inr(150)])
})

test('credit pays what is open elsewhere, in its currency, where one may change it, the earliest due first', () => {
  const charges = [
    charge('later'),
    charge('own', { subscriptionId: 'films' }),
    charge('theirs', { mayChange: false }),
    charge('abroad', { outstanding: { amount: 100, currency: 'USD' } }),
    charge('paid', { outstanding: inr(0) }),
    charge('first', { dueOn: on('2026-12-01') }),
  ]
  const found = payableBy({ id: 'films' }, charges, 'INR')
  expect(found.map(({ id }) => id)).toEqual(['first', 'later'])
})
