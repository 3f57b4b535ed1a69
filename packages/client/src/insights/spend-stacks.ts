import type { Sum } from '@streamline/domain'
import type { Spend } from '../answers.ts'

/** One colour of a chart: a group, or all the smaller ones together. */
export interface SpendSeries {
  readonly key: string
  readonly name: string
  readonly total: number
}

export interface SpendStack {
  readonly month: string
  /** In the order of the series; what came back more than it cost counts as nothing. */
  readonly parts: readonly { readonly key: string; readonly amount: number }[]
}

export interface SpendChart {
  readonly series: readonly SpendSeries[]
  readonly stacks: readonly SpendStack[]
}

/** The key of what is too small for a colour of its own. */
export const REST = 'rest'

const inCurrency = (totals: readonly Omit<Sum, 'tooLarge'>[], currency: string): number =>
  Math.max(0, totals.find((total) => total.currency === currency)?.amount ?? 0)

/** Bars by month of the largest groups in one currency, and of the others together, so that the bars are the months. */
export const spendChart = (
  { groups, months }: Pick<Spend, 'groups' | 'months'>,
  {
    currency,
    colours,
    nameOf,
    rest,
  }: {
    currency: string
    /** How many groups get a colour of their own. */
    colours: number
    nameOf: (group: Spend['groups'][number]) => string
    rest: string
  },
): SpendChart => {
  const shown = groups
    .filter(({ totals }) => inCurrency(totals, currency) > 0)
    .map((group) => ({ group, key: group.key ?? '' }))
  // One more than there are colours would be "others" of a single one.
  const own = shown.length <= colours + 1 ? shown : shown.slice(0, colours)
  const others = shown.slice(own.length)
  const amountOf = (entries: typeof shown, at: number): number =>
    entries.reduce((sum, { group }) => sum + inCurrency(group.months[at]?.totals ?? [], currency), 0)
  const totalOf = (entries: typeof shown): number =>
    entries.reduce((sum, { group }) => sum + inCurrency(group.totals, currency), 0)
  return {
    series: [
      ...own.map((entry) => ({ key: entry.key, name: nameOf(entry.group), total: totalOf([entry]) })),
      ...(others.length > 0 ? [{ key: REST, name: rest, total: totalOf(others) }] : []),
    ],
    stacks: months.map(({ month }, at) => ({
      month,
      parts: [
        ...own.map((entry) => ({ key: entry.key, amount: amountOf([entry], at) })),
        ...(others.length > 0 ? [{ key: REST, amount: amountOf(others, at) }] : []),
      ],
    })),
  }
}
