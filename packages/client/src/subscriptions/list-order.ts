import { addDays, isRunning, sumByCurrency, type CalendarDate, type Sum } from '@streamline/domain'
import type { Subscription } from '../answers.ts'
import type { ListSort } from './grouping.ts'
import { statusWords } from './status-words.ts'

/** What costs something each month as things stand; what was cancelled still runs, and costs nothing any more. */
const goesOn = ({ status, removedOn }: Subscription): boolean =>
  removedOn === null && status !== 'cancelled' && isRunning(status)

export interface ListTotals {
  readonly running: number
  /** True average months, one sum per currency. */
  readonly aMonth: readonly Sum[]
  /** Twelve of them. */
  readonly aYear: readonly Sum[]
}

export const totalsOf = (items: readonly Subscription[]): ListTotals => {
  const costs = items.filter(goesOn).map(({ monthlyCost }) => monthlyCost)
  return {
    running: items.filter(({ status, removedOn }) => removedOn === null && isRunning(status)).length,
    aMonth: sumByCurrency(costs),
    aYear: sumByCurrency(costs.map(({ amount, currency }) => ({ amount: amount * 12, currency }))),
  }
}

/** The day on which something happens to it next; what is over or stands still comes last. */
const nextDay = (subscription: Subscription, today: CalendarDate): string => {
  const { sentence, on } = statusWords(subscription, today)
  if (sentence === 'lastDay') return addDays(today, 1)
  if (sentence === 'runsUntil' && on !== null) return addDays(on, 1)
  const isAhead = on !== null && on >= today && goesOn(subscription)
  return isAhead || sentence === 'startsOn' || sentence === 'usableUntil' ? (on ?? '9') : '9'
}

interface Order {
  readonly sort: ListSort
  readonly today: CalendarDate
  readonly locale: string
  /** Of the household: what is paid in another one stands behind. */
  readonly currency: string
}

/** By name as people read it: BBC 7 before BBC 55, É beside E. */
const byName = (locale: string) => {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  return (one: Subscription, other: Subscription): number =>
    compare(one.name, other.name) || (one.id < other.id ? -1 : 1)
}

/** The list in the order that is asked for. */
export const sorted = (
  items: readonly Subscription[],
  { sort, today, locale, currency }: Order,
): Subscription[] => {
  const names = byName(locale)
  const days = new Map(items.map((item) => [item.id, nextDay(item, today)]))
  const dayOf = ({ id }: Subscription): string => days.get(id) ?? '9'
  const group = (item: Subscription): string =>
    goesOn(item) ? (item.monthlyCost.currency === currency ? '' : item.monthlyCost.currency) : '~'
  return items.toSorted((one, other) => {
    if (sort === 'date' && dayOf(one) !== dayOf(other)) return dayOf(one) < dayOf(other) ? -1 : 1
    if (sort === 'price' && group(one) !== group(other)) return group(one) < group(other) ? -1 : 1
    if (sort === 'price' && one.monthlyCost.amount !== other.monthlyCost.amount)
      return other.monthlyCost.amount - one.monthlyCost.amount
    return names(one, other)
  })
}
