import type { Charge, Overview } from '@streamline/client'
import type { ShownAct } from '@streamline/client/outbox'
import type { CalendarDate } from '@streamline/domain'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'

interface SeenCharge {
  readonly id: string
  readonly subscriptionId: string
  readonly dueOn: CalendarDate
}

/** Charges that this phone saw last: of Home and of Money, however old. */
export const seenCharges = (queries: QueryClient): readonly SeenCharge[] => {
  const known = queries.getQueryCache().findAll({ queryKey: ['households'] })
  const ofHome = known
    .filter(({ queryKey }) => queryKey[2] === 'overview')
    .flatMap(({ state }) => (state.data as Overview | undefined)?.needs ?? [])
    .flatMap(({ chargeId, subscriptionId, on }) =>
      chargeId === null ? [] : [{ id: chargeId, subscriptionId, dueOn: on }],
    )
  const ofMoney = known
    .filter(({ queryKey }) => queryKey[2] === 'charges' && queryKey[3] === 'list')
    .flatMap(({ state }) => (state.data as InfiniteData<{ items: Charge[] }> | undefined)?.pages ?? [])
    .flatMap(({ items }) => items)
  return [...ofHome, ...ofMoney]
}

/** Subscriptions of which something was paid or recharged here and is not sent yet. */
export const settledIds = (
  acts: readonly ShownAct[],
  charges: readonly SeenCharge[],
): ReadonlySet<string> => {
  const of = new Map(charges.map(({ id, subscriptionId }) => [id, subscriptionId]))
  return new Set(
    acts
      .filter(({ state }) => state === 'waiting')
      .flatMap(({ kind, input }) => {
        const { id, chargeIds = [] } = input as { id?: string; chargeIds?: readonly string[] }
        if (kind === 'recharge') return id === undefined ? [] : [id]
        return [...chargeIds, ...(id === undefined ? [] : [id])].flatMap((one) => of.get(one) ?? [])
      }),
  )
}
