import { postPayment } from '../../src/index.ts'
import { creditAccountOf, expect, payersIn, sameEntries, sharesIn } from './book.mjs'
import { CURRENCIES } from './household.mjs'

/** After every operation: what people owe each other is even, and touched charges are their shares and payments. */
export function checkOperation(household, touched) {
  for (const currency of CURRENCIES) {
    let sum = 0
    for (const amount of household.balances.get(currency).values()) sum += amount
    expect(sum === 0, () => `household ${household.number}: ${currency} balances sum to ${sum}`)
  }
  for (const charge of touched) {
    sharesIn(charge)
    const paid = payersIn(charge).reduce((sum, { amount }) => sum + amount, 0)
    expect(
      paid === charge.paid,
      () => `charge ${charge.number}: paid ${charge.paid}, its payments are ${paid}`,
    )
    expect(
      charge.net + charge.tax === charge.amount,
      () => `charge ${charge.number}: net and tax are not the amount`,
    )
  }
}

/** All entries added up again: the balances kept, and for each charge what one payment of everything would post. */
export function checkEverything(world, households) {
  const { columns, amounts, accounts, size } = world.entries
  const balances = new Map()
  const posted = world.charges.map(() => new Map())
  for (let at = 0; at < size; at++) {
    const key = `${columns.household[at]} ${accounts[columns.account[at]]}`
    balances.set(key, (balances.get(key) ?? 0) + amounts[at])
    const ofCharge = posted[columns.charge[at]]
    const account = columns.account[at]
    ofCharge?.set(account, (ofCharge.get(account) ?? 0) + amounts[at])
  }
  for (const { number, balances: kept } of households) {
    for (const [currency, ofCurrency] of kept) {
      for (const [account, amount] of ofCurrency) {
        const key = `${number} ${currency} ${account}`
        const summed = balances.get(key) ?? 0
        balances.delete(key)
        expect(
          summed === amount,
          () => `balance of ${account} is kept as ${amount}, its entries are ${summed}`,
        )
      }
    }
  }
  expect(balances.size === 0, () => `${balances.size} accounts have entries and no balance`)
  for (const charge of world.charges) {
    const entries = [...posted[charge.number]].map(([account, amount]) => ({
      memberId: accounts[account].split(' ')[1],
      amount,
    }))
    checkCharge(charge, entries)
  }
}

function checkCharge(charge, entries) {
  const shares = sharesIn(charge)
  const creditAccount = creditAccountOf(charge.subscription)
  const payers = payersIn(charge)
  const occurrence = charge.index
  const atOnce = postPayment({
    paidBefore: 0,
    payment: charge.paid,
    shares,
    payers,
    occurrence,
    creditAccount,
  })
  expect(
    sameEntries(atOnce, entries),
    () => `charge ${charge.number}: its entries are not those of one payment`,
  )
  if (charge.paid < charge.amount) return
  // Without allocation: whoever paid is owed that, less their share; what is beyond is the provider's.
  const owed = shares.map(({ memberId, amount }) => ({ memberId, amount: -amount }))
  const excess = { memberId: creditAccount, amount: charge.amount - charge.paid }
  expect(
    sameEntries([...payers, ...owed, excess], entries),
    () => `charge ${charge.number}: members do not owe their shares`,
  )
}
