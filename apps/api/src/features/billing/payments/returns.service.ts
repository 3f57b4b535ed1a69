import { Injectable } from '@nestjs/common'
import type { billingContract } from '@streamline/contract'
import type { Act } from '../../../platform/http/act.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Answer, Call } from '../../../platform/http/call.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { presentCharge } from '../charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow, type Viewer } from '../charges/charge.repository.ts'
import { CreditsService } from '../credits/credits.service.ts'
import { DebitsThatFollowService } from '../debits/debits-that-follow.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { CreditMovesService } from '../credits/credit-moves.service.ts'
import { assertStillThere } from './still-there.ts'
import { refundAct, reverseAct } from './payment-act.ts'
import { dayOf, paymentFor, textOf } from './payment-draft.ts'
import { refusedAt } from './refused-at.ts'
import { presentPayment } from './payment.presenter.ts'
import { PaymentRepository, type NewPayment, type PaymentRow } from './payment.repository.ts'
import type { ChargeAct } from '../ledger/posting.ts'
import { ViewersService } from '../viewers.service.ts'

type Input<Route extends keyof typeof billingContract> = Call<(typeof billingContract)[Route]>['input']
type Output<Route extends keyof typeof billingContract> = Promise<Answer<(typeof billingContract)[Route]>>

/** Money that came back, and entries that never happened. Both are entries of their own (law 11). */
@Injectable()
export class ReturnsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly ledger: LedgerService,
    private readonly credits: CreditsService,
    private readonly debits: DebitsThatFollowService,
    private readonly moves: CreditMovesService,
    private readonly viewers: ViewersService,
  ) {}

  /** The provider gave money back: the charge becomes less, so that nobody has to pay it again. */
  async refund(actor: Actor, input: Input<'refundCharge'>, act: Act): Output<'refundCharge'> {
    const household = this.households.require(actor, 'payments.record')
    const viewer = this.viewers.of(household)
    await this.viewers.assertMembers(household.id, [input.receivedBy], '/receivedBy')
    return this.ledger.write(household.id, async (tx) => {
      const charge = await this.visible(tx, viewer, input.id)
      const receivedBy = input.receivedBy ?? charge.payerId
      this.viewers.assertMayPay(charge, [receivedBy], '/receivedBy')
      this.viewers.assertOwnMoney(household, [receivedBy])
      const { amount, currency } = input.amount
      if (currency !== charge.currency)
        throw refusedAt('currency-mismatch', '/amount/currency', `must be ${charge.currency}`)
      if (amount > charge.paid)
        throw refusedAt(
          'amount-out-of-range',
          '/amount/amount',
          `must be at most ${charge.paid}, which was paid`,
        )
      const refund: NewPayment = {
        ...paymentFor(charge, { id: act.id, today: viewer.today, ...this.viewers.recordedBy(household) }),
        entry: 'refund',
        paidBy: receivedBy,
        payers: [{ memberId: receivedBy, amount: -amount }],
        amount: -amount,
        paidOn: dayOf(input.refundedOn, viewer.today, '/refundedOn'),
        method: textOf(input.method),
        note: textOf(input.note),
      }
      const refunded = refundAct(charge, refund, household.memberId)
      return act.answer(tx, await this.done(tx, refunded, refund, viewer))
    })
  }

  /** The charge is as if the entry had never been; both stay in the history. */
  async reverse(actor: Actor, input: Input<'reversePayment'>, act: Act): Output<'reversePayment'> {
    const household = this.households.require(actor, 'payments.reverse')
    const viewer = this.viewers.of(household)
    return this.ledger.write(household.id, async (tx) => {
      const original = await this.payments.byId(tx, viewer, input.id)
      if (original === undefined) throw new ProblemError('not-found')
      this.assertReversible(original)
      this.viewers.assertOwnMoney(
        household,
        original.payers.map(({ memberId }) => memberId),
      )
      const facts = {
        id: act.id,
        paidOn: viewer.today,
        note: input.reason ?? null,
        ...this.viewers.recordedBy(household),
      }
      if (original.moveId !== null)
        return act.answer(tx, await this.moves.takeBack(tx, original, original.moveId, facts, viewer))
      const charge = await this.visible(tx, viewer, original.chargeId)
      assertStillThere(charge, original)
      const refund =
        original.entry === 'refund' ? await this.payments.correctionOfPayment(tx, original.id) : undefined
      const reversal = reverseAct(charge, original, facts, refund)
      return act.answer(tx, await this.done(tx, reversal, reversal.payment, viewer))
    })
  }

  private async done(tx: Tx, act: ChargeAct, payment: NewPayment | undefined, viewer: Viewer) {
    const [after] = await this.ledger.act(tx, [act])
    if (after === undefined || payment === undefined) throw new ProblemError('not-found')
    // What a credit paid elsewhere may hang on what came back here.
    const settled = await this.credits.settle(tx, after, viewer)
    // What nobody has paid by hand after all was debited by itself, where it is.
    const charge = act.kind === 'reversal' ? await this.debits.book(tx, settled, viewer.today) : settled
    return {
      payment: presentPayment({ ...payment, reversedBy: null }),
      charge: presentCharge(charge, viewer),
    }
  }

  private assertReversible({ entry, reversedBy, reverses }: PaymentRow): void {
    if (reversedBy !== null || reverses !== null) throw new ProblemError('already-reversed')
    if (entry === 'credit')
      throw new ProblemError(
        'already-reversed',
        'A provider’s credit goes back by itself with what it came from.',
      )
  }

  private async visible(tx: Tx, viewer: Viewer, id: string): Promise<ChargeRow> {
    const charge = await this.charges.byId(tx, viewer, id)
    if (charge === undefined) throw new ProblemError('not-found')
    return charge
  }
}
