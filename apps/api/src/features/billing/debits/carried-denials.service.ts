import { Injectable } from '@nestjs/common'
import { outstandingOf, type CalendarDate } from '@streamline/domain'
import { v5 } from 'uuid'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { chargeFactsOf } from '../charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow } from '../charges/charge.repository.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { payAct, reverseAct } from '../payments/payment-act.ts'
import { draftPayment } from '../payments/payment-draft.ts'
import { PaymentRepository, type PaymentRow } from '../payments/payment.repository.ts'

/** A bill, and the one whose place it took. */
export interface Replaced {
  readonly gone: Pick<ChargeRow, 'id'>
  readonly by: Pick<ChargeRow, 'id'>
  readonly today: CalendarDate
}

/** A debit that somebody said did not go through is not assumed of the bill that took the place of its own. */
@Injectable()
export class CarriedDenialsService {
  constructor(
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly ledger: LedgerService,
  ) {}

  /** Tells the debit and its denial again, where there is something left that would be assumed. */
  async carry(tx: Tx, replaced: readonly Replaced[]): Promise<void> {
    if (replaced.length === 0) return
    const payments = await this.payments.ofCharges(
      tx,
      replaced.map(({ gone }) => gone.id),
    )
    const denied = new Map(payments.flatMap((debit) => deniedIn(payments, debit)))
    const told = replaced.flatMap(({ gone, by, today }) => {
      const denial = denied.get(gone.id)
      return denial === undefined ? [] : [{ id: by.id, today, ...denial }]
    })
    const charges = await this.charges.byIds(
      tx,
      told.map(({ id }) => id),
    )
    const facts = new Map(charges.map((charge) => [charge.id, charge]))
    for (const { id, today, debit, denial } of told) {
      const charge = facts.get(id)
      if (charge === undefined || charge.dueOn > today || outstandingOf(chargeFactsOf(charge)) === 0) continue
      const { recordedBy, recordedAt, note } = denial
      const recorded = { id: v5(debit.id, id), today, recordedBy: null, recordedAt }
      const booked = { ...draftPayment(charge, { paidOn: charge.dueOn }, recorded), assumed: true }
      const [after = charge] = await this.ledger.act(tx, [payAct(charge, booked)])
      const said = { id: v5(denial.id, id), paidOn: today, note, recordedBy, recordedAt }
      await this.ledger.act(tx, [reverseAct(after, { ...booked, reversedBy: null }, said)])
    }
  }
}

const deniedIn = (
  payments: readonly PaymentRow[],
  debit: PaymentRow,
): [string, { debit: PaymentRow; denial: PaymentRow }][] => {
  if (!debit.assumed || debit.entry !== 'payment') return []
  const denial = payments.find(({ reverses, recordedBy }) => reverses === debit.id && recordedBy !== null)
  return denial === undefined ? [] : [[debit.chargeId, { debit, denial }]]
}
