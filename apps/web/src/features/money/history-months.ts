import { monthOf, type CalendarDate } from '@streamline/domain'

/** Newest first as they come, under the month in which they were paid. */
export const byMonth = <Item extends { readonly paidOn: CalendarDate }>(items: readonly Item[]) => {
  const months: { month: string; items: Item[] }[] = []
  for (const item of items) {
    const month = monthOf(item.paidOn)
    const known = months.find((group) => group.month === month)
    if (known) known.items.push(item)
    else months.push({ month, items: [item] })
  }
  return months
}
