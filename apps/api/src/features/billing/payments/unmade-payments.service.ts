import { Injectable } from '@nestjs/common'
import { allocate, outstandingOf, type CalendarDate } from '@streamline/domain'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { chargeFactsOf } from '../charges/charge.presenter.ts'
import type { ChargeRow } from '../charges/charge.repository.ts'
import { AssumedDebitRepository } from '../debits/assumed-debit.repository.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { payAct, reverseAct } from './payment-act.ts'
import { PaymentRepository, type PaymentRow } from './payment.repository.ts'
import { againOf, isUnmade } from './unmade.ts'

interface Return {
  /** Charges that are what they were. */
  readonly asBefore: ReadonlySet<string>
  readonly todayOf: (charge: ChargeRow) => CalendarDate
  /** Since when each was void; null where it never was. */
  readonly since: ReadonlyMap<string, string | null>
}

/** Payments that nobody made: assumed ones that nobody confirmed. Where their period goes they are no credit; where it comes back, so do they. */
@Injectable()
export class UnmadePaymentsService {
  constructor(
    private readonly clock: Clock,
    private readonly payments: PaymentRepository,
    private readonly debits: AssumedDebitRepository,
    private readonly ledger: LedgerService,
  ) {}

  /** Takes them back of one charge, and answers it as it is then. */
  async takeBack(
    tx: Tx,
    charge: ChargeRow,
    {
      today,
      since = 0,
    }: {
      readonly today: CalendarDate
      /** Only what was recorded from this instant on, milliseconds since 1970. */
      readonly since?: number
    },
  ): Promise<ChargeRow> {
    const payments = await this.payments.ofCharges(tx, [charge.id])
    const confirmed = await this.confirmed(tx, payments)
    let left = charge
    for (const payment of payments) {
      if (!isUnmade(payment, payments, confirmed)) continue
      if (Date.parse(payment.recordedAt) < since) continue
      const facts = { id: v7(), paidOn: today, note: null, recordedBy: null, recordedAt: this.clock.nowIso() }
      const [after = left] = await this.ledger.act(tx, [reverseAct(left, payment, facts)])
      left = after
    }
    return left
  }

  /**
   * Makes those that were taken back with charges again: exactly as they were where the charge is what it was, else what was assumed
   * is what it costs now.
   */
  async bringBack(
    tx: Tx,
    charges: readonly ChargeRow[],
    { asBefore, since, todayOf }: Return,
  ): Promise<void> {
    if (charges.length === 0) return
    const payments = await this.payments.ofCharges(
      tx,
      charges.map(({ id }) => id),
    )
    const known = new Map(payments.map((payment) => [payment.id, payment]))
    const taken = payments.filter(
      ({ entry, reverses, recordedBy, id }) =>
        entry === 'reversal' &&
        recordedBy === null &&
        known.get(reverses ?? '')?.entry === 'payment' &&
        !known.has(againOf(id)),
    )
    const booked = new Map((await this.debits.among(tx, payments)).map((debit) => [debit.paymentId, debit]))
    const left = new Map(charges.map((charge) => [charge.id, charge]))
    for (const reversal of taken) {
      const original = known.get(reversal.reverses ?? '')
      const charge = left.get(reversal.chargeId)
      if (original?.assumed !== true || charge === undefined) continue
      const isAsBefore = asBefore.has(charge.id)
      // Its day is still to come: it goes through then.
      if (!isAsBefore && charge.dueOn > todayOf(charge)) continue
      // What had been taken back before it went was no part of it then.
      const voidedAt = since.get(charge.id) ?? null
      if (isAsBefore && voidedAt !== null && Date.parse(reversal.recordedAt) < Date.parse(voidedAt)) continue
      const [after] = await this.make(tx, charge, original, againOf(reversal.id), isAsBefore)
      if (after === undefined) continue
      left.set(charge.id, after)
      if (booked.has(original.id))
        await this.debits.add(tx, [{ paymentId: againOf(reversal.id), householdId: charge.householdId }])
    }
  }

  private async make(
    tx: Tx,
    charge: ChargeRow,
    original: PaymentRow,
    id: string,
    isAsBefore: boolean,
  ): Promise<ChargeRow[]> {
    const amount = isAsBefore ? original.amount : outstandingOf(chargeFactsOf(charge))
    if (amount <= 0) return []
    const { reversedBy: _, ...payment } = original
    const weights = original.payers.map((payer) => ({ id: payer.memberId, weight: payer.amount }))
    const payers = allocate(amount, weights, charge.index).map((part) => ({
      memberId: part.id,
      amount: part.amount,
    }))
    const isSame = amount === original.amount
    const recordedAt = this.clock.nowIso()
    const again = { ...payment, id, recordedAt, amount, payers: isSame ? original.payers : payers }
    return this.ledger.act(tx, [payAct(charge, { ...again, converted: isSame ? original.converted : null })])
  }

  private async confirmed(tx: Tx, payments: readonly PaymentRow[]): Promise<Set<string>> {
    const debits = await this.debits.among(
      tx,
      payments.filter(({ assumed }) => assumed),
    )
    return new Set(debits.filter(({ isConfirmed }) => isConfirmed).map(({ paymentId }) => paymentId))
  }
}
