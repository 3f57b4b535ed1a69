import type { historyEntrySchema } from '@streamline/contract'
import type * as z from 'zod'
import type { HistoryRow } from './history.repository.ts'
import { subscriptionOfCredit } from './posting.ts'

export type HistoryEntry = z.infer<typeof historyEntrySchema>

const isMember = ({ memberId }: { readonly memberId: string }) => subscriptionOfCredit(memberId) === undefined

export const presentHistory = (row: HistoryRow): HistoryEntry => ({
  id: row.id,
  kind: row.kind,
  on: row.occurredOn,
  amount: row.amount === null ? null : { amount: row.amount, currency: row.currency },
  subscription: subscriptionOf(row),
  paymentId: row.paymentId,
  settlementId: row.settlementId,
  people: peopleOf(row),
  changes: row.entries
    .filter(isMember)
    .map(({ memberId, amount, currency }) => ({ memberId, amount: { amount, currency } })),
  method: row.method,
  reference: row.reference,
  note: row.note,
  takenBack: row.takenBack,
  recordedBy: row.recordedBy,
  recordedAt: new Date(row.recordedAt).toISOString(),
})

const subscriptionOf = (row: HistoryRow): HistoryEntry['subscription'] => {
  const { subscriptionId, subscriptionName, kindOfSubscription, chargeId, startsOn, endsOn } = row
  if (
    subscriptionId === null ||
    subscriptionName === null ||
    kindOfSubscription === null ||
    chargeId === null ||
    startsOn === null ||
    endsOn === null
  )
    return null
  const { brandColor } = row
  return {
    id: subscriptionId,
    name: subscriptionName,
    kind: kindOfSubscription,
    brandColor,
    chargeId,
    startsOn,
    endsOn,
  }
}

const peopleOf = ({ payers, fromMember, toMember, amount, currency }: HistoryRow): HistoryEntry['people'] => {
  const money = (of: number) => ({ amount: of, currency })
  if (payers !== null)
    return payers.filter(isMember).map(({ memberId, amount: part }) => ({ memberId, amount: money(part) }))
  if (fromMember === null || toMember === null || amount === null) return []
  return [
    { memberId: fromMember, amount: money(-amount) },
    { memberId: toMember, amount: money(amount) },
  ]
}
