import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../platform/http/problem.ts'
import { constraintOf } from '../../platform/postgres/outage.ts'
import type { Tx } from '../../platform/postgres/postgres.ts'
import { ChargeRepository, type ChargeRow } from './charge.repository.ts'
import { LedgerRepository } from './ledger.repository.ts'
import type { NewPayment, PaymentRow } from './payment.repository.ts'
import { postingOf, reversalOf, type Posted, type Posting, type ReversalFacts } from './posting.ts'

const NOTHING: Posted = { payers: [], entries: [] }

export interface PaymentOfCharge {
  charge: ChargeRow
  payment: NewPayment
}

/** The one door for money: payment, balanced entries, balances and what is paid of a charge move together. */
@Injectable()
export class Ledger {
  constructor(
    private readonly charges: ChargeRepository,
    private readonly entries: LedgerRepository,
  ) {}

  /** Posts any number of payments, at most one per charge. Answers the charges as they are then. */
  async pay(tx: Tx, paid: readonly PaymentOfCharge[]): Promise<ChargeRow[]> {
    const partlyPaid = paid.filter(({ charge }) => charge.paid > 0).map(({ charge }) => charge.id)
    const posted = await this.entries.posted(tx, partlyPaid)
    return this.post(
      tx,
      paid.map(({ charge, payment }) => postingOf(charge, payment, posted.get(charge.id) ?? NOTHING)),
    )
  }

  /** Posts the negation of a payment; its charge opens again. */
  async reverse(
    tx: Tx,
    original: PaymentRow,
    facts: ReversalFacts,
  ): Promise<Posting & { charge: ChargeRow }> {
    const entries = await this.entries.entriesOfPayment(tx, original.id)
    const posting = reversalOf(original, entries, facts)
    const [charge] = await this.post(tx, [posting])
    if (charge === undefined) throw new Error(`The charge of payment ${original.id} is gone.`)
    return { ...posting, charge }
  }

  private async post(tx: Tx, postings: readonly Posting[]): Promise<ChargeRow[]> {
    if (postings.length === 0) return []
    try {
      await this.entries.post(tx, postings)
    } catch (error) {
      if (constraintOf(error) === 'balances_amount_is_safe') throw new ProblemError('amount-out-of-range')
      throw error
    }
    return this.charges.addPaid(
      tx,
      postings.map(({ payment }) => ({ id: payment.chargeId, amount: payment.amount })),
    )
  }
}
