import { Injectable } from '@nestjs/common'
import type { billingContract } from '@streamline/contract'
import { creditMove, outstandingOf } from '@streamline/domain'
import { v5 } from 'uuid'
import type { Act } from '../../../platform/http/act.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Answer, Call } from '../../../platform/http/call.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { chargeFactsOf, mayChangeCharge, presentCharge } from '../charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow, type Viewer } from '../charges/charge.repository.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { payAct, refundAct, reverseAct } from '../payments/payment-act.ts'
import { paymentFor } from '../payments/payment-draft.ts'
import { presentPayment } from '../payments/payment.presenter.ts'
import { PaymentRepository, type NewPayment, type PaymentRow } from '../payments/payment.repository.ts'
import { refusedAt } from '../payments/refused-at.ts'
import { assertStillThere } from '../payments/still-there.ts'
import { ViewersService } from '../viewers.service.ts'
import { CreditsService } from './credits.service.ts'

type Input = Call<typeof billingContract.payFromCredit>['input']
type Paid = Answer<typeof billingContract.payFromCredit>
type Facts = Pick<NewPayment, 'id' | 'paidOn' | 'note' | 'recordedBy' | 'recordedAt'>

/** Charges that hold what is left of one credit: far more than happen. */
const AT_ONCE = 50

/**
 * Credit with one provider pays a charge of another. Both sides are what they would be had the person got it back and paid with it:
 * so each stays with its own subscription, whatever becomes of the other one.
 */
@Injectable()
export class CreditMovesService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly ledger: LedgerService,
    private readonly credits: CreditsService,
    private readonly viewers: ViewersService,
  ) {}

  async move(actor: Actor, input: Input, act: Act): Promise<Paid> {
    const household = this.households.require(actor, 'charges.change')
    const viewer = this.viewers.of(household)
    return this.ledger.write(household.id, async (tx) => {
      const target = await this.target(tx, input, viewer)
      const { subscriptionId } = input
      const asked = { subscriptionId, currency: target.currency, limit: AT_ONCE }
      const sources = await this.charges.withCredit(tx, viewer, asked)
      for (const charge of [target, ...sources]) assertMayChange(charge, viewer)
      const outstanding = outstandingOf(chargeFactsOf(target))
      const moved = creditMove(
        sources.map((source) => ({ source, credit: source.creditLeft })),
        outstanding,
        input.amount?.amount,
      )
      if (moved === null)
        throw refusedAt('amount-out-of-range', '/amount/amount', 'must be within the credit and what is open')
      const recorded = { id: act.id, today: viewer.today, ...this.viewers.recordedBy(household) }
      const { memberId } = household
      const entry = (charge: ChargeRow, id: string, amount: number): NewPayment => ({
        ...paymentFor(charge, { ...recorded, id }),
        entry: amount < 0 ? 'refund' : 'payment',
        paidBy: memberId,
        payers: [{ memberId, amount }],
        amount,
        moveId: act.id,
      })
      const refunds = moved.parts.map(({ source, amount }) =>
        refundAct(source, entry(source, v5(source.id, act.id), -amount), memberId),
      )
      const payment = entry(target, act.id, moved.amount)
      await this.ledger.act(tx, [...refunds, payAct(target, payment)])
      return act.answer(tx, await this.present(tx, payment, viewer))
    })
  }

  /** Each entry of a move goes back with the others: the credit is there again, and pays what is open there. */
  async takeBack(tx: Tx, original: PaymentRow, moveId: string, facts: Facts, viewer: Viewer): Promise<Paid> {
    const entries = await this.payments.ofMove(tx, viewer.householdId, moveId)
    const charges = await this.charges.visible(
      tx,
      viewer,
      entries.map(({ chargeId }) => chargeId),
    )
    const corrections = await this.payments.correctionsOfPayments(
      tx,
      entries.map(({ id }) => id),
    )
    const acts = entries.map((entry) => {
      const charge = charges.get(entry.chargeId)
      if (charge === undefined) throw new ProblemError('forbidden', 'Who used the credit takes it back.')
      assertStillThere(charge, entry)
      const id = entry.id === original.id ? facts.id : v5(entry.id, facts.id)
      return reverseAct(charge, entry, { ...facts, id }, corrections.get(entry.id))
    })
    await this.ledger.act(tx, acts)
    await this.credits.settleAll(
      tx,
      [...new Set(entries.map(({ subscriptionId }) => subscriptionId))].map((id) => ({
        id,
        householdId: viewer.householdId,
        today: viewer.today,
      })),
    )
    const reversal = acts.find(({ id }) => id === facts.id)?.payment
    if (reversal === undefined) throw new ProblemError('already-reversed')
    return this.present(tx, reversal, viewer)
  }

  private async target(tx: Tx, { id, subscriptionId, amount }: Input, viewer: Viewer): Promise<ChargeRow> {
    const charge = await this.charges.byId(tx, viewer, id)
    if (charge === undefined) throw new ProblemError('not-found')
    if (charge.subscriptionId === subscriptionId)
      throw new ProblemError('charge-closed', 'Credit pays the charges of its own subscription by itself.')
    if (amount !== undefined && amount.currency !== charge.currency)
      throw refusedAt('currency-mismatch', '/amount/currency', `must be ${charge.currency}`)
    if (outstandingOf(chargeFactsOf(charge)) === 0) throw new ProblemError('charge-closed')
    return charge
  }

  private async present(tx: Tx, payment: NewPayment, viewer: Viewer): Promise<Paid> {
    const [charge] = await this.charges.byIds(tx, [payment.chargeId])
    if (charge === undefined) throw new ProblemError('not-found')
    return {
      payment: presentPayment({ ...payment, reversedBy: null }),
      charge: presentCharge(charge, viewer),
    }
  }
}

const assertMayChange = (charge: ChargeRow, viewer: Viewer): void => {
  if (!mayChangeCharge(charge, viewer))
    throw new ProblemError('forbidden', 'Members change the charges of their own subscriptions.')
}
