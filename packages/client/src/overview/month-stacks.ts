import type { Kind, Overview } from '../answers.ts'
import { kinds } from '../subscriptions/grouping.ts'

type Month = Overview['months'][number]

export interface MonthStack {
  readonly month: string
  /** In the order of the kinds; what came back more than it cost counts as nothing. */
  readonly parts: readonly { readonly kind: Kind; readonly amount: number }[]
}

/** What each month came to in one currency, by kind: the bars of the chart. */
export const monthStacks = (months: readonly Month[], currency: string): MonthStack[] =>
  months.map((month) => ({
    month: month.month,
    parts: kinds.map((kind) => ({
      kind,
      amount: month.byKind
        .filter((part) => part.kind === kind && part.total.currency === currency)
        .reduce((sum, part) => sum + Math.max(0, part.total.amount), 0),
    })),
  }))

export const sumOfStack = (parts: MonthStack['parts']): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0)
