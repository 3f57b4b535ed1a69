import { sumOf, type Sum } from '@streamline/domain'
import type { Spend } from '../answers.ts'
import { amountIn } from '../overview/totals.ts'

/** By what it can be seen, in the order it is offered. */
export const spendGroupings = ['kind', 'provider', 'payer', 'sharer', 'label', 'subscription'] as const

export interface SpendTotal {
  /** In the currency of the household. */
  readonly own: Sum
  readonly average: Sum
  /** What came to something in other currencies: they never add (law 9). */
  readonly others: readonly Sum[]
}

/** What all months came to. */
export const spendTotal = ({ months, currency }: Pick<Spend, 'months' | 'currency'>): SpendTotal => {
  const totals = months.flatMap((month) => month.totals)
  const inOne = (one: string): Sum =>
    sumOf(
      totals.filter((total) => total.currency === one).map(({ amount }) => amount),
      one,
    )
  const own = inOne(currency)
  const others = new Set(totals.map((total) => total.currency).filter((one) => one !== currency))
  return {
    own,
    average: { ...own, amount: Math.round(own.amount / Math.max(1, months.length)) },
    others: [...others].map(inOne),
  }
}

export interface GroupShare {
  readonly group: Spend['groups'][number]
  /** Of the largest group: how long its bar is, from 0 to 1. */
  readonly length: number
  /** Of everything; null where nothing was spent. */
  readonly share: number | null
}

/** Each group beside the largest and beside all, in the currency of the household; what came back more than it cost is nothing. */
export const groupShares = ({
  groups,
  months,
  currency,
}: Pick<Spend, 'groups' | 'months' | 'currency'>): GroupShare[] => {
  const spentOn = ({ totals }: { totals: Spend['groups'][number]['totals'] }): number =>
    Math.max(0, amountIn(totals, currency))
  const all = months.reduce((sum, month) => sum + spentOn(month), 0)
  const most = Math.max(1, ...groups.map(spentOn))
  return groups.map((group) => ({
    group,
    length: spentOn(group) / most,
    share: all > 0 ? spentOn(group) / all : null,
  }))
}
