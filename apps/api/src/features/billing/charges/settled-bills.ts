import type { CalendarDate } from '@streamline/domain'
import type { PaymentRow } from '../payments/payment.repository.ts'
import { originsAmong } from '../payments/unmade.ts'
import type { ChargePlan } from './billed-subscription.ts'
import { changesOf, inForceAfter } from './charge-plan.ts'
import type { ChargeRow } from './charge.repository.ts'
import { replacementOf } from './replacement.ts'

/** A bill whose amount stands, and the instant since which it does; null where that is not known. */
export interface SettledBill {
  readonly endsOn: CalendarDate
  readonly since: string | null
}

/** Bills with money on them, waived or corrected, as they are once a plan is applied. */
export const settledBills = (
  plan: ChargePlan,
  charges: readonly ChargeRow[],
  payments: readonly PaymentRow[],
): SettledBill[] => {
  const changes = changesOf(plan, charges, '')
  const before = new Map(charges.map((charge) => [charge.id, charge]))
  const inForce = inForceAfter(charges, changes).filter(({ index }) => index >= 0)
  const there = new Map(inForce.map((charge) => [charge.id, charge]))
  const raised = [...changes.raised, ...changes.restored].filter(({ id }) => there.has(id))
  const coming = { raised, lengthened: changes.lengthened }
  const said = inForce.flatMap<SettledBill>(({ endsOn, waivedAt, corrected }) =>
    corrected ? [{ endsOn, since: null }] : waivedAt === null ? [] : [{ endsOn, since: waivedAt }],
  )
  const known = new Map(payments.map((payment) => [payment.id, payment]))
  const originOf = originsAmong(payments)
  const paid = payments
    .filter(({ entry, reversedBy }) => (entry === 'payment' || entry === 'credit') && reversedBy === null)
    .flatMap<SettledBill>((payment) => {
      const charge = before.get(payment.chargeId)
      if (charge === undefined) return []
      // What somebody paid goes along; what credit paid is credit again.
      const own =
        there.get(charge.id) ?? (payment.entry === 'payment' ? replacementOf(charge, coming) : undefined)
      const { recordedAt } = known.get(originOf(payment.id)) ?? payment
      return own === undefined || own.index < 0 ? [] : [{ endsOn: own.endsOn, since: recordedAt }]
    })
  return [...said, ...paid]
}
