import type { historyEntrySchema } from '@streamline/contract'
import { lookOf } from '@streamline/domain'
import type * as z from 'zod'
import type { HistoryRow } from './history.repository.ts'
import { subscriptionOfCredit } from '../ledger/posting.ts'

export type HistoryEntry = z.infer<typeof historyEntrySchema>

const isMember = ({ memberId }: { readonly memberId: string }) => subscriptionOfCredit(memberId) === undefined

/** The names of everybody who is or was of the household, by id. */
export type Names = ReadonlyMap<string, string>

export const presentHistory = (row: HistoryRow, names: Names): HistoryEntry => ({
  id: row.id,
  kind: row.kind,
  on: row.occurredOn,
  amount: amountOf(row),
  subscription: subscriptionOf(row),
  paymentId: row.paymentId,
  settlementId: row.settlementId,
  people: peopleOf(row).map((part) => named(part, names)),
  changes: row.entries
    .filter(isMember)
    .map(({ memberId, amount, currency }) => named({ memberId, amount: { amount, currency } }, names)),
  correction: correctionOf(row),
  method: row.method,
  reference: row.reference,
  note: row.note,
  takenBack: row.takenBack,
  recordedBy: row.recordedBy,
  recordedAt: new Date(row.recordedAt).toISOString(),
})

/** Of a period that went, or came back, what moved into or out of the credit of its subscription. */
const amountOf = ({ kind, amount, currency, entries }: HistoryRow): HistoryEntry['amount'] => {
  if (kind !== 'void' && kind !== 'restored') return amount === null ? null : { amount, currency }
  const credit = entries.find((entry) => !isMember(entry))
  return credit === undefined ? null : { amount: Math.abs(credit.amount), currency }
}

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
  const { providerId, brandColor } = row
  return {
    id: subscriptionId,
    name: subscriptionName,
    kind: kindOfSubscription,
    providerId,
    brandColor,
    look: lookOf(row.look),
    chargeId,
    startsOn,
    endsOn,
  }
}

const correctionOf = ({ correctionKind, amountBefore, currency }: HistoryRow): HistoryEntry['correction'] =>
  correctionKind === null || amountBefore === null
    ? null
    : { kind: correctionKind, before: { amount: amountBefore, currency } }

type Part = Omit<HistoryEntry['people'][number], 'memberName'>

const named = (part: Part, names: Names) => ({ ...part, memberName: names.get(part.memberId) ?? '' })

const peopleOf = ({ payers, fromMember, toMember, amount, currency }: HistoryRow): Part[] => {
  const money = (of: number) => ({ amount: of, currency })
  if (payers !== null)
    return payers.filter(isMember).map(({ memberId, amount: part }) => ({ memberId, amount: money(part) }))
  if (fromMember === null || toMember === null || amount === null) return []
  return [
    { memberId: fromMember, amount: money(-amount) },
    { memberId: toMember, amount: money(amount) },
  ]
}
