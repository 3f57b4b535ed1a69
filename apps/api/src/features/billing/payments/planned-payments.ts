import { Injectable } from '@nestjs/common'
import { minDate, outstandingOf } from '@streamline/domain'
import { v5 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import type { ChargePlan, PlannedPayment } from '../charges/billed-subscription.ts'
import { chargeIdOf } from '../charges/charge-plan.ts'
import { chargeFactsOf } from '../charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow } from '../charges/charge.repository.ts'
import { Ledger } from '../ledger/ledger.ts'
import { draftPayment } from './payment-draft.ts'
import { PaymentRepository, type NewPayment } from './payment.repository.ts'
import { payAct } from './payment-act.ts'
import type { ChargeAct } from '../ledger/posting.ts'

/** Payments that follow from another write. They are never refused: that write has already happened. */
@Injectable()
export class PlannedPayments {
  constructor(
    private readonly clock: Clock,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly ledger: Ledger,
  ) {}

  /** Records what is neither recorded nor settled by somebody meanwhile, at most what is owed; any number at once. */
  async record(tx: Tx, planned: readonly PlannedPayment[]): Promise<void> {
    if (planned.length === 0) return
    const chargeIds = planned.map(({ subscriptionId, index }) => chargeIdOf(subscriptionId, index))
    const rows = await this.charges.byIds(tx, chargeIds)
    const charges = new Map(rows.map((row) => [row.id, row]))
    const recorded = await this.payments.existing(
      tx,
      planned.map(({ id }) => id),
    )
    const acts = new Map<string, ChargeAct>()
    const later: PlannedPayment[] = []
    for (const [at, payment] of planned.entries()) {
      const charge = charges.get(chargeIds[at] ?? '')
      if (charge === undefined || recorded.has(payment.id) || outstandingOf(chargeFactsOf(charge)) === 0)
        continue
      // The second payment of a charge needs to know what the first one left.
      if (acts.has(charge.id)) later.push(payment)
      else acts.set(charge.id, payAct(charge, this.draft(charge, payment)))
    }
    await this.ledger.act(tx, [...acts.values()])
    await this.record(tx, later)
  }

  /** Nobody confirmed these, so they are marked; one that was taken back is not assumed again. */
  async assume(tx: Tx, { subscription, today }: ChargePlan, beforeIndex: number): Promise<void> {
    const charges = await this.charges.toAssume(tx, subscription.id, beforeIndex)
    const recordedAt = this.clock.nowIso()
    const assumed = charges.map((charge) => {
      const recorded = { id: v5('assumed', charge.id), today, recordedBy: null, recordedAt }
      const payment = draftPayment(charge, { paidOn: minDate(charge.dueOn, today) }, recorded)
      return payAct(charge, { ...payment, assumed: true })
    })
    await this.ledger.act(tx, assumed)
  }

  private draft(charge: ChargeRow, planned: PlannedPayment): NewPayment {
    const { id, paidOn, paidBy, method, note, recordedBy = null } = planned
    const outstanding = outstandingOf(chargeFactsOf(charge))
    const amount = {
      amount: Math.min(planned.amount ?? outstanding, outstanding),
      currency: charge.currency,
    }
    const recorded = { id, today: paidOn, recordedBy, recordedAt: this.clock.nowIso() }
    return draftPayment(charge, { amount, paidOn, paidBy, method, note }, recorded)
  }
}
