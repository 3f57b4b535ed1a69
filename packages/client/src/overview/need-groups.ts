import { minDate, type CalendarDate, type Money } from '@streamline/domain'
import type { Need } from '../answers.ts'

/** What stands in one row: one thing to do, or all that is unpaid of a subscription. */
export interface NeedGroup {
  readonly key: string
  /** The most urgent of them. */
  readonly first: Need
  readonly needs: readonly Need[]
  readonly on: CalendarDate
  /** Of all of them, in the one currency that they have. */
  readonly total: Money | null
}

const keyOf = ({ action, need, subscriptionId, on, amount }: Need): string =>
  action === 'pay' ? `pay ${subscriptionId} ${amount?.currency ?? ''}` : `${need} ${subscriptionId} ${on}`

/** The rows, in the order of their first need: what is unpaid of one subscription is said once. */
export const needGroups = (needs: readonly Need[]): NeedGroup[] => {
  const groups = new Map<string, NeedGroup>()
  for (const need of needs) {
    const key = keyOf(need)
    const known = groups.get(key)
    const amount = (known?.total?.amount ?? 0) + (need.amount?.amount ?? 0)
    groups.set(key, {
      key,
      first: known?.first ?? need,
      needs: [...(known?.needs ?? []), need],
      on: known === undefined ? need.on : minDate(known.on, need.on),
      total: need.amount && { ...need.amount, amount },
    })
  }
  return [...groups.values()]
}

/** Whom the needs of others wait for, in the order in which they come. */
export const peopleOfNeeds = (needs: readonly Need[]): string[] => [
  ...new Set(needs.flatMap(({ memberId }) => memberId ?? [])),
]
