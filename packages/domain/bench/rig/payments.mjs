import { correctedTo } from '../../src/index.ts'
import { act, creditAccountOf, Refused, totalOf } from './book.mjs'
import { creditOf, openIn, outstandingIn } from './household.mjs'

export const refuse = (reason) => {
  throw new Refused(reason)
}
export const pay = (world, household, charge, payers, more = {}) =>
  act(
    world,
    household,
    charge,
    {},
    { entry: 'payment', isReversed: false, tookOff: 0, ...more, payers, amount: totalOf(payers) },
  )

/** A credit pays what is open; uses of one that is gone are taken back, the latest first. */
export function settleCredits(world, household, charge) {
  const { subscription, currency } = charge
  const uses = subscription.charges.flatMap((used) =>
    used.payments
      .filter(({ entry, isReversed }) => entry === 'credit' && !isReversed)
      .map((use) => ({ used, use })),
  )
  while (creditOf(household, charge) > 0) {
    const last = uses.pop()
    if (last === undefined) break
    reverse(world, household, last.used, last.use)
    world.count('credit taken back')
  }
  for (const open of openIn(subscription)) {
    const amount = Math.min(-creditOf(household, { subscription, currency }), outstandingIn(open))
    if (amount <= 0) break
    pay(world, household, open, [{ memberId: creditAccountOf(subscription), amount }], { entry: 'credit' })
    world.count('credit used')
  }
}

export function reverse(world, household, charge, payment) {
  const negated = payment.payers.map(({ memberId, amount }) => ({ memberId, amount: -amount }))
  const changes = payment.tookOff === 0 ? {} : correctedTo(charge, charge.amount + payment.tookOff)
  world.touched.add(charge)
  charge.payments = charge.payments.map((one) => (one === payment ? { ...one, isReversed: true } : one))
  act(world, household, charge, changes, {
    entry: 'reversal',
    isReversed: true,
    tookOff: 0,
    payers: negated,
    amount: -payment.amount,
  })
}
