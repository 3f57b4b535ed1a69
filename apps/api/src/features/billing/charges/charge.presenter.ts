import type { chargeSchema } from '@streamline/contract'
import { chargeStateOf, lookOf, outstandingOf, sharesOfCharge, type ChargeFacts } from '@streamline/domain'
import type * as z from 'zod'
import type { ChargeRow, Viewer } from './charge.repository.ts'

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

/** Managers change every shared charge, members those of their own subscriptions (law 27). */
export const mayChangeCharge = (
  row: ChargeRow,
  { changes, memberId }: Pick<Viewer, 'changes' | 'memberId'>,
) => changes === 'all' || (changes === 'own' && row.ownerId === memberId)

export const presentCharge = (
  row: ChargeRow,
  viewer: Pick<Viewer, 'today' | 'memberId' | 'changes'>,
): ChargeAnswer => {
  const facts = chargeFactsOf(row)
  const money = (amount: number) => ({ amount, currency: row.currency })
  return {
    id: row.id,
    subscriptionId: row.subscriptionId,
    subscriptionName: row.subscriptionName,
    kind: row.kind,
    providerId: row.providerId,
    brandColor: row.brandColor,
    look: lookOf(row.look),
    extra: row.purpose === null ? null : { purpose: row.purpose, title: row.title },
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    billedOn: row.billedOn,
    dueOn: row.dueOn,
    net: money(row.net),
    tax: money(row.tax),
    amount: money(row.amount),
    paid: money(row.paid),
    outstanding: money(outstandingOf(facts)),
    credit: money(row.creditLeft),
    state: chargeStateOf(facts, viewer.today),
    paidBy: row.payerId,
    shares: sharesOfCharge(row).map(({ memberId, amount, days, ofDays }) => ({
      memberId,
      amount: money(amount),
      days,
      ofDays,
    })),
    mayChange: mayChangeCharge(row, viewer),
  }
}
