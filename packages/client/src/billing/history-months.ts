import { monthOf, type CalendarDate } from '@streamline/domain'

/** Newest first as they come, under the month in which they happened. */
export const byMonth = <Item extends { readonly on: CalendarDate }>(items: readonly Item[]) => {
  const months: { month: string; items: Item[] }[] = []
  for (const item of items) {
    const month = monthOf(item.on)
    const known = months.find((group) => group.month === month)
    if (known) known.items.push(item)
    else months.push({ month, items: [item] })
  }
  return months
}
