import type { SubscriptionInsights } from '../answers.ts'

type Item = SubscriptionInsights['subscriptions'][number]

/** What became dearer, the heaviest rise of a year first. */
export const risesOf = (
  items: readonly Item[],
): { readonly item: Item; readonly rise: NonNullable<Item['rise']> }[] =>
  items
    .flatMap((item) => (item.rise === null ? [] : [{ item, rise: item.rise }]))
    .toSorted((a, b) => b.rise.perYear.amount - a.rise.perYear.amount)

/** What nobody uses, in the order it is given. */
export const unusedOf = (items: readonly Item[]): { readonly item: Item; readonly days: number }[] =>
  items.flatMap((item) => (item.unusedDays === null ? [] : [{ item, days: item.unusedDays }]))
