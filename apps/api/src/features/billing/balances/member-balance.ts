import { allocate, sumByCurrency } from '@streamline/domain'
import type { BalanceRow } from '../ledger/ledger.table.ts'
import { subscriptionOfCredit } from '../ledger/posting.ts'

/** What a provider owes back for a subscription, minor units above 0. */
export interface Credit {
  readonly subscriptionId: string
  readonly amount: number
  readonly currency: string
}

/** Who paid how much of the charges of a subscription. */
export interface CreditHolder {
  readonly subscriptionId: string
  readonly memberId: string
  /** Of the charges that were overpaid, or of the others. */
  readonly isOverpaid: boolean
  readonly currency: string
  readonly amount: number
}

export const isOfMember = ({ account }: BalanceRow): boolean => subscriptionOfCredit(account) === undefined

export const creditsIn = (rows: readonly BalanceRow[]): Credit[] =>
  rows.flatMap(({ account, amount, currency }) => {
    const subscriptionId = subscriptionOfCredit(account)
    return subscriptionId === undefined || amount >= 0 ? [] : [{ subscriptionId, amount: -amount, currency }]
  })

/**
 * Where all that the accounts of a currency hold is beyond what a number counts exactly, whatever is added or divided there may
 * be wrong by a unit.
 */
export const currenciesTooLarge = (rows: readonly BalanceRow[]): Set<string> => {
  const held = sumByCurrency(rows.map(({ amount, currency }) => ({ amount: Math.abs(amount), currency })))
  return new Set(held.flatMap(({ tooLarge, currency }) => (tooLarge === true ? [currency] : [])))
}

/**
 * Takes the credits off the claims of those who overpaid, in proportion to what they paid; where a credit was overpaid itself, of
 * those who paid for the subscription, and without any, of those who are owed. So what is left sums to zero.
 */
export const withoutCredits = (
  rows: readonly BalanceRow[],
  credits: readonly Credit[],
  holders: readonly CreditHolder[],
): BalanceRow[] => {
  const waiting = new Map<string, number>()
  for (const credit of credits)
    for (const part of allocate(credit.amount, weightsFor(credit, rows, holders), 0)) {
      const key = `${part.id} ${credit.currency}`
      waiting.set(key, (waiting.get(key) ?? 0) + part.amount)
    }
  const reduced = rows.map((row) => {
    const key = `${row.account} ${row.currency}`
    const amount = row.amount - (waiting.get(key) ?? 0)
    waiting.delete(key)
    return { ...row, amount }
  })
  // Who is even otherwise owes what their own provider still holds for them.
  const even = [...waiting].map(([key, amount]) => {
    const [account = '', currency = ''] = key.split(' ')
    return { householdId: rows[0]?.householdId ?? '', account, currency, amount: -amount }
  })
  return [...reduced, ...even].filter(({ amount }) => amount !== 0)
}

function weightsFor(
  { subscriptionId, currency }: Credit,
  rows: readonly BalanceRow[],
  holders: readonly CreditHolder[],
): { id: string; weight: number }[] {
  const own = holders.filter(
    (holder) => holder.subscriptionId === subscriptionId && holder.currency === currency,
  )
  const overpaid = own.filter(({ isOverpaid }) => isOverpaid)
  const paid = (overpaid.length > 0 ? overpaid : own).map(({ memberId: id, amount: weight }) => ({
    id,
    weight,
  }))
  if (paid.length > 0) return merged(paid)
  return rows
    .filter((row) => row.currency === currency && row.amount > 0)
    .map(({ account: id, amount: weight }) => ({ id, weight }))
}

/** A person once, also where they paid overpaid charges and others. */
function merged(parts: readonly { id: string; weight: number }[]): { id: string; weight: number }[] {
  const sums = new Map<string, number>()
  // Beyond what can be counted exactly the proportion is near enough: the parts still sum to the credit.
  for (const { id, weight } of parts)
    sums.set(id, Math.min((sums.get(id) ?? 0) + weight, Number.MAX_SAFE_INTEGER))
  return [...sums].map(([id, weight]) => ({ id, weight }))
}
