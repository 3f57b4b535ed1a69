import { Injectable } from '@nestjs/common'
import { minDate, type CalendarDate } from '@streamline/domain'
import { v5 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import type { PlannedPayment } from '../charges/billed-subscription.ts'
import { AssumedDebitRepository } from '../debits/assumed-debit.repository.ts'
import { ChargeRepository, type ChargeRow, type ChargeToBook } from '../charges/charge.repository.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { draftPayment } from './payment-draft.ts'
import { PaymentRepository, type NewPayment } from './payment.repository.ts'
import { payAct } from './payment-act.ts'
import type { ChargeAct } from '../ledger/posting.ts'

/** One charge is assumed to be paid at most once, whatever becomes of it, unless the house took that back with an act. */
const assumedPaymentOf = (chargeId: string, before = 0): string =>
  v5(before === 0 ? 'assumed' : `assumed ${before}`, chargeId)

const debitOf = ({ id, householdId, assumedBefore }: ChargeToBook) => ({
  paymentId: assumedPaymentOf(id, assumedBefore),
  householdId,
})

const periodOf = ({ subscriptionId, index }: { subscriptionId: string; index: number }): string =>
  `${subscriptionId} ${index}`

/** Payments that follow from another write. They are never refused: that write has already happened. */
@Injectable()
export class PlannedPaymentsService {
  constructor(
    private readonly clock: Clock,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly ledger: LedgerService,
    private readonly debits: AssumedDebitRepository,
  ) {}

  /**
   * Records what is not recorded yet, all of it; any number at once. Somebody said so: what is more than is open is credit of the
   * subscription.
   */
  async record(tx: Tx, planned: readonly PlannedPayment[]): Promise<void> {
    if (planned.length === 0) return
    const rows = await this.charges.ofPeriods(tx, planned)
    const charges = new Map(rows.map((row) => [periodOf(row), row]))
    const recorded = await this.payments.existing(
      tx,
      planned.map(({ id }) => id),
    )
    const acts = new Map<string, ChargeAct>()
    const later: PlannedPayment[] = []
    for (const payment of planned) {
      const charge = charges.get(periodOf(payment))
      if (charge === undefined || recorded.has(payment.id)) continue
      if ((payment.amount ?? charge.amount) <= 0) continue
      // The second payment of a charge needs to know what the first one left.
      if (acts.has(charge.id)) later.push(payment)
      else acts.set(charge.id, payAct(charge, this.draft(charge, payment)))
    }
    await this.ledger.act(tx, [...acts.values()])
    await this.record(tx, later)
  }

  /** New charges that count as paid. Nobody confirmed these payments, so they are marked. */
  async assume(tx: Tx, charges: readonly { charge: ChargeRow; today: CalendarDate }[]): Promise<void> {
    await this.ledger.act(
      tx,
      charges.map(({ charge, today }) => this.assumedAct(charge, today)),
    )
  }

  /** Debits that went through by themselves on their due day. They are told to people until somebody says that all is fine. */
  async book(tx: Tx, charges: readonly ChargeToBook[]): Promise<void> {
    if (charges.length === 0) return
    await this.ledger.act(tx, this.debitActs(charges))
    await this.debits.add(tx, charges.map(debitOf))
  }

  /** The same as the last act of a transaction. */
  async bookAtEnd(tx: Tx, charges: readonly ChargeToBook[]): Promise<void> {
    if (charges.length === 0) return
    await this.ledger.actAtEnd(tx, this.debitActs(charges))
    this.debits.addAtEnd(tx, charges.map(debitOf))
  }

  private debitActs(charges: readonly ChargeToBook[]): ChargeAct[] {
    return charges.map(({ assumedBefore, ...charge }) => this.assumedAct(charge, charge.dueOn, assumedBefore))
  }

  private assumedAct(charge: ChargeRow, today: CalendarDate, before = 0): ChargeAct {
    const recordedAt = this.clock.nowIso()
    const recorded = { id: assumedPaymentOf(charge.id, before), today, recordedBy: null, recordedAt }
    const payment = draftPayment(charge, { paidOn: minDate(charge.dueOn, today) }, recorded)
    return payAct(charge, { ...payment, assumed: true })
  }

  private draft(charge: ChargeRow, planned: PlannedPayment): NewPayment {
    const { id, paidOn, paidBy, method, note, recordedBy = null } = planned
    const amount = { amount: planned.amount ?? charge.amount, currency: charge.currency }
    const recorded = { id, today: paidOn, recordedBy, recordedAt: this.clock.nowIso() }
    // Of what was waived nobody asks for it, yet it was paid.
    return draftPayment(
      { ...charge, waivedAt: null },
      { amount, paidOn, paidBy, method, note, overpayment: true },
      recorded,
    )
  }
}
