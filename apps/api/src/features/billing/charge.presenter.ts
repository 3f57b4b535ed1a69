import type { chargeSchema } from '@streamline/contract'
import {
  chargeStateOf,
  outstandingOf,
  sharesOf,
  type CalendarDate,
  type ChargeFacts,
} from '@streamline/domain'
import type * as z from 'zod'
import type { ChargeRow } from './charge.repository.ts'

export type ChargeAnswer = z.infer<typeof chargeSchema>

/** What the domain derives the state of a charge from. */
export const chargeFactsOf = (row: ChargeRow): ChargeFacts => ({
  billedOn: row.billedOn,
  dueOn: row.dueOn,
  amount: row.amount,
  paid: row.paid,
  waived: row.waivedAt !== null,
  voided: row.voidedAt !== null,
})

export const presentCharge = (row: ChargeRow, today: CalendarDate): ChargeAnswer => {
  const facts = chargeFactsOf(row)
  const money = (amount: number) => ({ amount, currency: row.currency })
  return {
    id: row.id,
    subscriptionId: row.subscriptionId,
    subscriptionName: row.subscriptionName,
    kind: row.kind,
    providerId: row.providerId,
    brandColor: row.brandColor,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    billedOn: row.billedOn,
    dueOn: row.dueOn,
    net: money(row.net),
    tax: money(row.tax),
    amount: money(row.amount),
    paid: money(row.paid),
    outstanding: money(outstandingOf(facts)),
    state: chargeStateOf(facts, today),
    paidBy: row.payerId,
    shares: sharesOf(row.amount, row.split, row.index).map(({ memberId, amount }) => ({
      memberId,
      amount: money(amount),
    })),
  }
}
