import { isDeepStrictEqual } from 'node:util'
import { historyWithout, membersOfSplit, rulesWithin, splitFrom, splitOn } from '../../src/index.ts'
import { act } from './book.mjs'
import { anySplit } from './any-split.mjs'
import { here } from './household.mjs'

/** Charges follow the payer and the splits of their subscription, as after each write of it. */
export function follow(world, household, subscription, from) {
  for (const charge of subscription.charges) {
    if (charge.paid === 0 && charge.endsOn > household.today && charge.payerId !== subscription.paidBy) {
      world.touched.add(charge)
      charge.payerId = subscription.paidBy
    }
  }
  for (const charge of subscription.charges) {
    if (charge.endsOn <= from) continue
    const splits = rulesWithin(subscription.splits, charge, charge.payerId)
    if (isDeepStrictEqual(splits, charge.splits)) continue
    if (charge.paid !== 0 || charge.corrected) act(world, household, charge, { splits })
    else {
      world.touched.add(charge)
      charge.splits = splits
    }
  }
}

export function changeSplit(world, household, subscription, from) {
  const split = anySplit(world.random, here(household), subscription.price)
  subscription.splits = splitFrom(subscription.splits, from, split)
  follow(world, household, subscription, from)
}

/** As a departure is written to each subscription: shares end by the day, what they paid goes to the heir. */
export function leave(world, household, memberId) {
  household.members.find(({ id }) => id === memberId).isHere = false
  const heirId = world.random.oneOf(here(household))
  const { today: on } = household
  for (const subscription of household.subscriptions) {
    const { splits, paidBy } = subscription
    const paidByLeaver = paidBy === memberId
    const from = [
      splitOn(splits, on),
      ...splits.filter(({ fromOn }) => fromOn > on).map(({ split }) => split),
    ]
    const isNamed = from.some((split) => membersOfSplit(split).includes(memberId))
    if (!isNamed && !paidByLeaver) continue
    if (paidByLeaver) subscription.paidBy = heirId
    if (isNamed || from.some(({ kind }) => kind === 'payer'))
      subscription.splits = historyWithout(splits, memberId, { on, heirId, paidByLeaver })
    follow(world, household, subscription, on)
  }
}
