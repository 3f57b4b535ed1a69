import type { balancesSchema } from '@streamline/contract'
import { settleUp, sumOfTotal, upiLink, type SettleUp } from '@streamline/domain'
import type * as z from 'zod'
import type { Between } from '../ledger/ledger.repository.ts'
import type { Credit } from './member-balance.ts'

export type BalancesAnswer = z.infer<typeof balancesSchema>
type Transfer = BalancesAnswer['transfers'][number]

/** Somebody who is or was of the household. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly leftOn: string | null
  readonly upiId: string | null
}

export interface BalancesView {
  /** Who looks. */
  readonly memberId: string
  /** Everybody who is or was of the household. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly leftOn: string | null }[]
  readonly upiIds: ReadonlyMap<string, string>
  /** Names of the subscriptions that the viewer may see. */
  readonly subscriptions: ReadonlyMap<string, string>
}

const unsettled: SettleUp = { transfers: [], exact: false }

/** Balances of the members, largest credit first within a currency, and what settles them. */
export const presentBalances = (
  { members, credits, tooLarge }: Between,
  view: BalancesView,
): BalancesAnswer => {
  const people = new Map(view.people.map((person) => [person.id, person]))
  const currencies = [...new Set(members.map(({ currency }) => currency))].toSorted()
  const nameOf = (memberId: string) => people.get(memberId)?.name ?? ''
  const settled = currencies.map((currency) => {
    const entries = members
      .filter((row) => row.currency === currency)
      .map(({ account, amount }) => ({ memberId: account, amount }))
      .toSorted((a, b) => b.amount - a.amount || (a.memberId < b.memberId ? -1 : 1))
    // Parts of a sum that is wrong by a unit would never settle it.
    const { transfers, exact } = tooLarge.has(currency) ? unsettled : settleUp(entries)
    return {
      exact,
      balances: entries.map(({ memberId, amount }) => ({
        memberId,
        memberName: nameOf(memberId),
        hasLeft: people.get(memberId)?.leftOn !== null,
        amount: sumOfTotal(amount, currency),
      })),
      transfers: transfers.map(({ from, to, amount }) =>
        withLink(
          {
            from,
            fromName: nameOf(from),
            to,
            toName: nameOf(to),
            amount: { amount, currency },
            upi: null,
            upiId: null,
          },
          view,
        ),
      ),
    }
  })
  return {
    balances: settled.flatMap(({ balances }) => balances),
    transfers: settled.flatMap(({ transfers }) => transfers),
    exact: settled.every(({ exact }) => exact),
    credits: credits.flatMap((credit) => creditOf(credit, view)),
  }
}

/** Only who owes sees where to pay (law 27). */
const withLink = (transfer: Transfer, { memberId, upiIds }: BalancesView): Transfer => {
  const upiId = upiIds.get(transfer.to)
  if (transfer.from !== memberId || upiId === undefined) return transfer
  const { toName: name, amount, fromName } = transfer
  if (amount.currency !== 'INR') return { ...transfer, upiId }
  return { ...transfer, upiId, upi: upiLink({ upiId, name, amount, note: `Streamline, ${fromName}` }) }
}

const creditOf = (
  { subscriptionId, amount, currency }: Credit,
  { subscriptions }: BalancesView,
): BalancesAnswer['credits'] => {
  const subscriptionName = subscriptions.get(subscriptionId)
  return subscriptionName === undefined
    ? []
    : [{ subscriptionId, subscriptionName, amount: sumOfTotal(amount, currency) }]
}
