import type { balancesSchema } from '@streamline/contract'
import { settleUp } from '@streamline/domain'
import type * as z from 'zod'
import type { BalanceRow } from './ledger.repository.ts'

export type BalancesAnswer = z.infer<typeof balancesSchema>

/** Balances of the members, largest credit first within a currency, and what settles them. */
export const presentBalances = (
  rows: readonly BalanceRow[],
  names: ReadonlyMap<string, string>,
): BalancesAnswer => {
  // What a provider owes back is nobody's debt to another member.
  const between = rows.filter(({ account }) => names.has(account))
  const currencies = [...new Set(between.map(({ currency }) => currency))].toSorted()
  const nameOf = (memberId: string) => names.get(memberId) ?? ''
  const settled = currencies.map((currency) => {
    const entries = between
      .filter((row) => row.currency === currency)
      .map(({ account, amount }) => ({ memberId: account, amount }))
      .toSorted((a, b) => b.amount - a.amount || (a.memberId < b.memberId ? -1 : 1))
    const { transfers, exact } = settleUp(entries)
    return {
      exact,
      balances: entries.map(({ memberId, amount }) => ({
        memberId,
        memberName: nameOf(memberId),
        amount: { amount, currency },
      })),
      transfers: transfers.map(({ from, to, amount }) => ({
        from,
        fromName: nameOf(from),
        to,
        toName: nameOf(to),
        amount: { amount, currency },
      })),
    }
  })
  return {
    balances: settled.flatMap(({ balances }) => balances),
    transfers: settled.flatMap(({ transfers }) => transfers),
    exact: settled.every(({ exact }) => exact),
  }
}
