import { allocate } from '@streamline/domain'
import type { BalanceRow } from './ledger.table.ts'
import { subscriptionOfCredit } from './posting.ts'

/** What a provider owes back for a subscription, minor units above 0. */
export interface Credit {
  readonly subscriptionId: string
  readonly amount: number
  readonly currency: string
}

/** Who paid how much of the charges that were overpaid. */
export interface CreditHolder {
  readonly subscriptionId: string
  readonly memberId: string
  readonly amount: number
}

export const isOfMember = ({ account }: BalanceRow): boolean => subscriptionOfCredit(account) === undefined

export const creditsIn = (rows: readonly BalanceRow[]): Credit[] =>
  rows.flatMap(({ account, amount, currency }) => {
    const subscriptionId = subscriptionOfCredit(account)
    return subscriptionId === undefined || amount >= 0 ? [] : [{ subscriptionId, amount: -amount, currency }]
  })

/** Takes the credits off the claims of those who overpaid, in proportion to what they paid. */
export const withoutCredits = (
  rows: readonly BalanceRow[],
  credits: readonly Credit[],
  holders: readonly CreditHolder[],
): BalanceRow[] => {
  const waiting = new Map<string, number>()
  for (const { subscriptionId, amount, currency } of credits) {
    const weights = holders
      .filter((holder) => holder.subscriptionId === subscriptionId)
      .map(({ memberId: id, amount: weight }) => ({ id, weight }))
    if (weights.length === 0) continue
    for (const part of allocate(amount, weights, 0)) {
      const key = `${part.id} ${currency}`
      waiting.set(key, (waiting.get(key) ?? 0) + part.amount)
    }
  }
  return rows
    .map((row) => ({ ...row, amount: row.amount - (waiting.get(`${row.account} ${row.currency}`) ?? 0) }))
    .filter(({ amount }) => amount !== 0)
}
