import { balancesOf, postCharge, sharesOfCharge } from '../../src/index.ts'

class Violation extends Error {}
/** What the API would answer with a 4xx: nothing of it happened. */
export class Refused extends Error {}

export const expect = (isTrue, message) => {
  if (!isTrue) throw new Violation(message())
}

export const totalOf = (parts) => parts.reduce((sum, { amount }) => sum + amount, 0)
export const creditAccountOf = (subscription) => `provider-credit:${subscription.id}`

/** Adds a balanced posting to the entries, the balances and what is known of its charge. */
export function post(world, household, charge, currency, entries) {
  expect(totalOf(entries) === 0, () => `a posting sums to ${totalOf(entries)}`)
  const balances = household.balances.get(currency)
  for (const { memberId, amount } of entries) {
    const key = `${currency} ${memberId}`
    world.entries.add(household.number, charge?.number ?? -1, key, amount)
    balances.set(memberId, (balances.get(memberId) ?? 0) + amount)
    charge?.posted.set(memberId, (charge.posted.get(memberId) ?? 0) + amount)
  }
}

const listed = (map) => [...map].map(([memberId, amount]) => ({ memberId, amount }))
export const payersIn = (charge) => charge.payments.flatMap(({ payers }) => payers)

export function sharesIn(charge) {
  const shares = sharesOfCharge(charge)
  expect(totalOf(shares) === charge.amount, () => `shares sum to ${totalOf(shares)}, not to ${charge.amount}`)
  return shares
}

/** The API's way: what is in the ledger is read only where something can be, the entries follow from the state after it. */
export function act(world, household, charge, changes, payment) {
  world.touched.add(charge)
  const paid = charge.paid + (payment?.amount ?? 0)
  if (paid < 0) throw new Refused('less than nothing paid')
  Object.assign(charge, changes, { paid })
  const isUntouched = !charge.corrected && paid === (payment?.amount ?? 0)
  const known = isUntouched ? [] : payersIn(charge)
  if (payment !== undefined) charge.payments = [...charge.payments, payment]
  const entries = postCharge({
    shares: sharesIn(charge),
    payers: [...known, ...(payment?.payers ?? [])],
    posted: isUntouched ? [] : listed(charge.posted),
    occurrence: charge.index,
    creditAccount: creditAccountOf(charge.subscription),
  })
  post(world, household, charge, charge.currency, entries)
}

/** Does all of it or, where it is refused, nothing. */
export function atomically(world, household, work) {
  const from = world.entries.size
  const before = new Map()
  const touched = {
    add: (charge) => before.has(charge) || before.set(charge, { ...charge, posted: new Map(charge.posted) }),
  }
  world.touched = touched
  try {
    work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { entries } = world
    for (let at = from; at < entries.size; at++) {
      const [currency, account] = entries.accounts[entries.columns.account[at]].split(' ')
      const balances = household.balances.get(currency)
      balances.set(account, balances.get(account) - entries.amounts[at])
    }
    entries.size = from
    for (const [charge, was] of before) Object.assign(charge, was)
    throw error
  }
  return [...before.keys()]
}

export const sameEntries = (a, b) => JSON.stringify(balancesOf(a)) === JSON.stringify(balancesOf(b))
