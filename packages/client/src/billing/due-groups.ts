import { addDays, compareNamed, sumByCurrency, type CalendarDate } from '@streamline/domain'
import type { Charge } from '../answers.ts'

export type DueGroupId = 'overdue' | 'today' | 'week' | 'later'

const groupOf = (dueOn: CalendarDate, today: CalendarDate): DueGroupId => {
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= addDays(today, 7) ? 'week' : 'later'
}

const named = ({ subscriptionName: name, subscriptionId }: Charge) => ({ name, subscriptionId })

const order: readonly DueGroupId[] = ['overdue', 'today', 'week', 'later']

/** What is still to pay, by how soon, each group with its totals per currency and the earliest first. */
export const dueGroupsOf = (charges: readonly Charge[], today: CalendarDate) => {
  const open = charges
    .filter(({ outstanding, state }) => outstanding.amount > 0 && state !== 'waived' && state !== 'void')
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : compareNamed(named(a), named(b))))
  return order
    .map((id) => {
      const items = open.filter(({ dueOn }) => groupOf(dueOn, today) === id)
      return { id, items, totals: sumByCurrency(items.map(({ outstanding }) => outstanding)) }
    })
    .filter(({ items }) => items.length > 0)
}

export type DueGroup = ReturnType<typeof dueGroupsOf>[number]
