import { expect, test } from 'vitest'
import { aboutOf } from './about.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })

const answers = [
  { needs: [{ kind: 'pay', chargeId: 'c-1', subscriptionId: 's-1', name: 'Netflix', amount: inr(64_900) }] },
  {
    pages: [
      { items: [{ id: 's-2', name: 'Dad’s Jio', debit: inr(29_900), owner: { id: 'm-1', name: 'Ravi' } }] },
    ],
  },
]

test('an act is told by the name and the sum that were on screen', () => {
  expect(aboutOf({ id: 'c-1' }, answers)).toEqual({ name: 'Netflix', money: inr(64_900) })
  expect(aboutOf({ id: 's-2', price: inr(34_900) }, answers)).toEqual({
    name: 'Dad’s Jio',
    money: inr(34_900),
  })
})

test('what was typed wins, and what nobody knows is not made up', () => {
  expect(aboutOf({ name: 'Gym', price: inr(99_900) }, answers)).toEqual({ name: 'Gym', money: inr(99_900) })
  expect(aboutOf({ id: 'gone', amount: 3 }, answers)).toEqual({ name: null, money: null })
})
