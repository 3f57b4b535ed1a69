import {
  addDays,
  afterRefund,
  allocate,
  convertMoney,
  correctedTo,
  postSettlement,
  settleUp,
} from '../../src/index.ts'
import { act, post, totalOf } from './book.mjs'
import { CURRENCIES, here, join, openIn, outstandingIn, raise } from './household.mjs'
import { pay, refuse, reverse, settleCredits } from './payments.mjs'
import { changeSplit, follow, leave } from './splits.mjs'

/** Any charge that is open; where none is, the next one is raised. */
function anOpenCharge(world, household) {
  const open = world.random.oneOf(openIn(household))
  return open ?? refuse('nothing is open')
}
const parts = (random, people, whole) => {
  const weights = people.map((id, at) => ({ id, weight: at === 0 ? 1 : random.upTo(4) }))
  return allocate(whole, weights, 0).map(({ id, amount }) => ({ memberId: id, amount }))
}
const isReversible = ({ entry, isReversed }) => !isReversed && (entry === 'payment' || entry === 'refund')
const payable = (charge) => (charge.waived ? refuse('closed') : charge)

/** Each does one thing to a household, or refuses it. */
export const operations = {
  join: (world, household) => (here(household).length < 8 ? join(household) : refuse('full')),
  leave: (world, household) =>
    here(household).length > 2 ? leave(world, household, world.random.oneOf(here(household))) : refuse('few'),
  'split from a past day': (world, household) =>
    changeSplit(
      world,
      household,
      world.random.oneOf(household.subscriptions),
      addDays(household.today, -world.random.between(1, 60)),
    ),
  'split from today': (world, household) =>
    changeSplit(world, household, world.random.oneOf(household.subscriptions), household.today),
  'split from a later day': (world, household) =>
    changeSplit(
      world,
      household,
      world.random.oneOf(household.subscriptions),
      addDays(household.today, world.random.between(1, 40)),
    ),
  'another payer': (world, household) => {
    const subscription = world.random.oneOf(household.subscriptions)
    subscription.paidBy = world.random.oneOf(here(household))
    follow(world, household, subscription, household.today)
  },
  'charge raised': (world, household) => {
    const charge = raise(world, household, world.random.oneOf(household.subscriptions))
    world.touched.add(charge)
    settleCredits(world, household, charge)
  },
  'whole payment': (world, household) => {
    const charge = anOpenCharge(world, household)
    pay(world, household, charge, [{ memberId: charge.payerId, amount: outstandingIn(charge) }])
  },
  'part payment': (world, household) => {
    const charge = anOpenCharge(world, household)
    const memberId = world.random.oneOf(here(household))
    pay(world, household, charge, [{ memberId, amount: world.random.between(1, outstandingIn(charge)) }])
  },
  'several payers': (world, household) => {
    const { random } = world
    const charge = anOpenCharge(world, household)
    const people = random.some(here(household), random.between(2, here(household).length))
    pay(world, household, charge, parts(random, people, random.between(1, outstandingIn(charge))))
  },
  'other currency': (world, household) => {
    const { random } = world
    const charge = anOpenCharge(world, household)
    const from = CURRENCIES.find((currency) => currency !== charge.currency)
    const rate = {
      from,
      to: charge.currency,
      on: household.today,
      rate: from === 'JPY' ? '0.5581' : '1.7918',
    }
    const { amount } = convertMoney(
      { amount: random.between(1, 300_000), currency: from },
      charge.currency,
      rate,
    )
    if (amount === 0 || amount > outstandingIn(charge)) refuse('more than is owed')
    pay(world, household, charge, parts(random, random.some(here(household), 2), amount))
  },
  overpayment: (world, household) => {
    const charge = payable(world.random.oneOf(household.charges) ?? refuse('none'))
    const amount = outstandingIn(charge) + world.random.between(1, Math.max(charge.amount, 5))
    pay(world, household, charge, [{ memberId: world.random.oneOf(here(household)), amount }])
    settleCredits(world, household, charge)
  },
  refund: (world, household) => {
    const charge = world.random.oneOf(household.charges.filter(({ paid }) => paid > 0)) ?? refuse('none')
    const refund = world.random.between(1, charge.paid)
    const { amount } = afterRefund(charge, refund)
    const payers = [{ memberId: world.random.oneOf(here(household)), amount: -refund }]
    const payment = {
      entry: 'refund',
      isReversed: false,
      tookOff: charge.amount - amount,
      payers,
      amount: -refund,
    }
    act(world, household, charge, { ...correctedTo(charge, amount), corrected: true }, payment)
    settleCredits(world, household, charge)
  },
  correction: (world, household) => {
    const charge = payable(world.random.oneOf(household.charges) ?? refuse('none'))
    const amount = world.random.upTo(charge.subscription.price * 2)
    act(world, household, charge, { ...correctedTo(charge, amount), corrected: true })
    settleCredits(world, household, charge)
  },
  'waiver and its end': (world, household) => {
    const charge = world.random.oneOf(household.charges) ?? refuse('none')
    if (!charge.waived && outstandingIn(charge) === 0) refuse('closed')
    act(world, household, charge, { waived: !charge.waived })
    settleCredits(world, household, charge)
  },
  reversal: (world, household) => {
    const charge =
      world.random.oneOf(household.charges.filter(({ payments }) => payments.length > 0)) ?? refuse('none')
    const payment = world.random.oneOf(charge.payments.filter(isReversible)) ?? refuse('none')
    if (charge.paid < payment.amount) refuse('refunded since')
    reverse(world, household, charge, payment)
    settleCredits(world, household, charge)
  },
  settlement: (world, household) => {
    const { random } = world
    const currency = random.oneOf(CURRENCIES)
    const people = [...household.balances.get(currency)]
      .filter(([account, amount]) => amount !== 0 && !account.includes(':'))
      .map(([memberId, amount]) => ({ memberId, amount }))
    const pair =
      totalOf(people) === 0 && people.length <= 7
        ? random.oneOf(settleUp(people).transfers)
        : anyPair(random, people)
    if (pair === undefined) refuse('even')
    const amount = random.isTrue(0.5) ? pair.amount : random.between(1, pair.amount)
    const settled = { from: pair.from, to: pair.to, amount, currency }
    post(world, household, undefined, currency, postSettlement(settled.from, settled.to, amount))
    household.settlements.push(settled)
  },
  'settlement undone': (world, household) => {
    const { from, to, amount, currency } = world.random.oneOf(household.settlements) ?? refuse('none')
    household.settlements = household.settlements.filter(
      (one) => one.from !== from || one.to !== to || one.amount !== amount || one.currency !== currency,
    )
    post(world, household, undefined, currency, postSettlement(to, from, amount))
  },
}

const anyPair = (random, people) => {
  const debtor = random.oneOf(people.filter(({ amount }) => amount < 0))
  const creditor = random.oneOf(people.filter(({ amount }) => amount > 0))
  if (debtor === undefined || creditor === undefined) return undefined
  return { from: debtor.memberId, to: creditor.memberId, amount: Math.min(-debtor.amount, creditor.amount) }
}

/** How often each comes. */
export const weights = {
  join: 3,
  leave: 2,
  'split from a past day': 3,
  'split from today': 3,
  'split from a later day': 2,
  'another payer': 2,
  'charge raised': 16,
  'whole payment': 8,
  'part payment': 14,
  'several payers': 9,
  'other currency': 5,
  overpayment: 4,
  refund: 5,
  correction: 5,
  'waiver and its end': 3,
  reversal: 8,
  settlement: 8,
  'settlement undone': 3,
}
