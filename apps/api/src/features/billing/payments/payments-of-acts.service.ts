import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import type { ChargePlan } from '../charges/billed-subscription.ts'
import { ChargeRepository, type ChargeRow } from '../charges/charge.repository.ts'
import { CreditsService } from '../credits/credits.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import type { ChargeAct } from '../ledger/posting.ts'
import { payAct, reverseAct } from './payment-act.ts'
import { PaymentRepository, type PaymentRow } from './payment.repository.ts'
import { cameWith, misplaced, takenWith } from './payments-of-acts.ts'
import { againOf, originsAmong } from './unmade.ts'

/**
 * Payments that came with an act, such as a recharge. They go and come with it, whatever charge they lie on meanwhile: nobody paid a
 * recharge that was none. And they pay the period that it opens.
 */
@Injectable()
export class PaymentsOfActsService {
  constructor(
    private readonly clock: Clock,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly ledger: LedgerService,
    private readonly credits: CreditsService,
  ) {}

  /** Takes back what came with acts that do not count any more, and makes that of acts that count again. Answers whether charges have other money on them then. */
  async follow(tx: Tx, plan: ChargePlan): Promise<boolean> {
    const { subscription, takesBack = [], bringsBack = [] } = plan
    if (takesBack.length + bringsBack.length === 0) return false
    const payments = await this.payments.ofSubscriptions([subscription.id], tx)
    const gone = cameWith(payments, takesBack)
    const again = takenWith(payments, bringsBack)
    const charges = await this.chargesOf(
      tx,
      [...gone, ...again.map(({ original }) => original)].map(({ chargeId }) => chargeId),
    )
    for (const payment of gone) await this.takeBack(tx, charges, payment, plan.today)
    for (const { original, reversal } of again) await this.make(tx, charges, original, againOf(reversal.id))
    return charges.size > 0
  }

  /** Takes payments to the charges of the periods that their acts open now. Answers whether any lay elsewhere. */
  async place(tx: Tx, { opens, subscription, today }: ChargePlan): Promise<boolean> {
    if (opens === undefined) return false
    const { id: subscriptionId } = subscription
    const payments = await this.payments.ofSubscriptions([subscriptionId], tx)
    const originOf = originsAmong(payments)
    const indexes = new Set(payments.flatMap(({ id }) => opens(originOf(id)) ?? []))
    if (indexes.size === 0) return false
    const inForce = await this.charges.ofPeriods(
      tx,
      [...indexes].map((index) => ({ subscriptionId, index })),
    )
    const moves = misplaced(payments, inForce, opens)
    const charges = await this.chargesOf(tx, [
      ...moves.map(({ payment }) => payment.chargeId),
      ...moves.map(({ charge }) => charge.id),
    ])
    const made: { id: string; payment: PaymentRow; charge: ChargeRow }[] = []
    // All of them leave before one comes: no charge is overpaid in between.
    for (const { payment, charge } of moves) {
      const reversal = await this.takeBack(tx, charges, payment, today)
      made.push({ id: againOf(reversal), payment, charge })
    }
    for (const { id, payment, charge } of made) {
      const target = charges.get(charge.id)
      if (target === undefined) continue
      // What credit paid in its place is credit again.
      charges.set(charge.id, await this.credits.giveBack(tx, target, today))
      await this.make(tx, charges, payment, id, charge.id)
    }
    return moves.length > 0
  }

  private async chargesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, ChargeRow>> {
    const found = await this.charges.byIds(tx, [...new Set(ids)])
    return new Map(found.map((charge) => [charge.id, charge]))
  }

  /** Answers the id of what takes it back. */
  private async takeBack(
    tx: Tx,
    charges: Map<string, ChargeRow>,
    payment: PaymentRow,
    today: ChargePlan['today'],
  ): Promise<string> {
    const id = v7()
    const facts = { id, paidOn: today, note: null, recordedBy: null, recordedAt: this.clock.nowIso() }
    const charge = charges.get(payment.chargeId)
    if (charge !== undefined) await this.act(tx, charges, reverseAct(charge, payment, facts))
    return id
  }

  private async make(
    tx: Tx,
    charges: Map<string, ChargeRow>,
    original: PaymentRow,
    id: string,
    chargeId = original.chargeId,
  ): Promise<void> {
    const { reversedBy: _, ...payment } = original
    const charge = charges.get(chargeId)
    if (charge === undefined) return
    await this.act(tx, charges, payAct(charge, { ...payment, id, chargeId, recordedAt: this.clock.nowIso() }))
  }

  private async act(tx: Tx, charges: Map<string, ChargeRow>, act: ChargeAct): Promise<void> {
    for (const after of await this.ledger.act(tx, [act])) charges.set(after.id, after)
  }
}
