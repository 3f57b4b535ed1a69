import { addDays, alwaysSplit, outstandingOf, parseCalendarDate, rulesWithin } from '../../src/index.ts'
import { anySplit } from './any-split.mjs'
import { creditAccountOf } from './book.mjs'

export const CURRENCIES = ['INR', 'JPY']

export function newHousehold(world, number) {
  const { random } = world
  const household = {
    number,
    today: parseCalendarDate('2026-01-01'),
    members: [],
    subscriptions: [],
    charges: [],
    settlements: [],
    balances: new Map(CURRENCIES.map((currency) => [currency, new Map()])),
  }
  for (let count = random.between(2, 8); count > 0; count--) join(household)
  for (let count = random.between(2, 3); count > 0; count--) subscribe(world, household)
  return household
}

export const here = ({ members }) => members.filter(({ isHere }) => isHere).map(({ id }) => id)

export function join(household) {
  household.members.push({ id: `h${household.number}m${household.members.length}`, isHere: true })
}

function subscribe({ random }, household) {
  const at = household.subscriptions.length
  const price = random.oneOf([
    random.between(1, 60),
    random.between(1000, 150_000),
    random.between(1, 9) * 9999,
  ])
  household.subscriptions.push({
    id: `h${household.number}s${at}`,
    currency: CURRENCIES[at % 2],
    price,
    paidBy: random.oneOf(here(household)),
    splits: alwaysSplit(anySplit(random, here(household), price)),
    nextOn: addDays(household.today, random.upTo(20)),
    charges: [],
  })
}

/** The next period; time moves on with it. */
export function raise(world, household, subscription) {
  const { random } = world
  const startsOn = subscription.nextOn
  const endsOn = addDays(startsOn, random.oneOf([28, 30, 31, 7, 28, 30, 31, 90]))
  const tax = random.isTrue(0.5) ? Math.round(subscription.price * 0.18) : 0
  const charge = {
    number: world.charges.length,
    subscription,
    index: subscription.charges.length,
    startsOn,
    endsOn,
    net: subscription.price,
    tax,
    amount: subscription.price + tax,
    paid: 0,
    currency: subscription.currency,
    payerId: subscription.paidBy,
    splits: rulesWithin(subscription.splits, { startsOn, endsOn }, subscription.paidBy),
    corrected: false,
    waived: false,
    payments: [],
    posted: new Map(),
  }
  world.charges.push(charge)
  household.charges.push(charge)
  subscription.charges.push(charge)
  subscription.nextOn = endsOn
  const seen = addDays(startsOn, random.upTo(8))
  if (seen > household.today) household.today = seen
  return charge
}

export const outstandingIn = ({ amount, paid, waived }) =>
  outstandingOf({ amount, paid, waived, voided: false })
export const openIn = ({ charges }) => charges.filter((charge) => outstandingIn(charge) > 0)
export const creditOf = (household, { subscription, currency }) =>
  household.balances.get(currency).get(creditAccountOf(subscription)) ?? 0
