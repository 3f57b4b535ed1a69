import { currencyExponent, type Money } from '@streamline/domain'
import type { OpenMoney } from '../billing/balances/open-money.service.ts'

/** `INR 1234.50`: for the detail of a refusal, which is English for everybody. */
const amountText = ({ amount, currency }: Money): string => {
  const exponent = currencyExponent(currency)
  return `${currency} ${(Math.abs(amount) / 10 ** exponent).toFixed(exponent)}`
}

/** What is open of somebody: balances first, then their shares in what is not paid yet. */
export const openText = (name: string, { balances, unpaidShares }: OpenMoney): string => {
  const owed = balances.map((balance) =>
    balance.amount < 0 ? `owes ${amountText(balance)}` : `is owed ${amountText(balance)}`,
  )
  const unpaid = unpaidShares.map(
    ({ subscriptionName, dueOn, amount }) => `${amountText(amount)} of ${subscriptionName}, due ${dueOn}`,
  )
  return [
    ...(owed.length === 0 ? [] : [`${name} ${owed.join(' and ')}.`]),
    ...(unpaid.length === 0 ? [] : [`Not paid yet, and shared by ${name}: ${unpaid.join('; ')}.`]),
  ].join(' ')
}
