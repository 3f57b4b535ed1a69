import { Injectable } from '@nestjs/common'
import type { billingContract } from '@streamline/contract'
import { v5 } from 'uuid'
import type { Act } from '../../../platform/http/act.ts'
import type { Actor, HouseholdActor } from '../../../platform/http/actor.ts'
import type { Answer, Call } from '../../../platform/http/call.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { presentCharge } from '../charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow, type Viewer } from '../charges/charge.repository.ts'
import { CreditsService } from '../credits/credits.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { NEWEST, pageOf, positionFor, rowsFor } from '../page.ts'
import { payAct } from './payment-act.ts'
import { paidOnOf, draftPayment, type PaymentWish, type Recorded } from './payment-draft.ts'
import { refusedAt } from './refused-at.ts'
import { presentListedPayment, presentPayment } from './payment.presenter.ts'
import { PaymentRepository, type NewPayment, type PaymentRow } from './payment.repository.ts'
import { RateRepository } from '../rates/rate.repository.ts'
import { ViewersService } from '../viewers.service.ts'

type Input<Route extends keyof typeof billingContract> = Call<(typeof billingContract)[Route]>['input']
type Output<Route extends keyof typeof billingContract> = Promise<Answer<(typeof billingContract)[Route]>>

/** What people paid to providers. Nothing is edited: what is wrong is taken back by an entry of its own (law 11). */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly rates: RateRepository,
    private readonly ledger: LedgerService,
    private readonly credits: CreditsService,
    private readonly viewers: ViewersService,
  ) {}

  async record(actor: Actor, input: Input<'recordPayment'>, act: Act): Output<'recordPayment'> {
    const household = this.households.require(actor, 'payments.record')
    const viewer = this.viewers.of(household)
    const named = input.payers?.map(({ memberId }) => memberId) ?? [input.paidBy]
    await this.viewers.assertMembers(household.id, named, input.payers ? '/payers' : '/paidBy')
    return this.ledger.write(household.id, async (tx) => {
      const wishes = [{ chargeId: input.id, id: act.id, wish: input }]
      const [paid] = await this.pay(tx, household, viewer, wishes)
      if (paid === undefined) throw new ProblemError('not-found')
      return act.answer(tx, this.present(paid, viewer))
    })
  }

  /** Several dues at once, in full; all or none of them. */
  async recordMany(actor: Actor, input: Input<'payCharges'>, act: Act): Output<'payCharges'> {
    const household = this.households.require(actor, 'payments.record')
    const viewer = this.viewers.of(household)
    await this.viewers.assertMembers(household.id, [input.paidBy], '/paidBy')
    const { chargeIds, paidBy, paidOn, onDueDays, method, reference, note } = input
    if (onDueDays === true && paidOn !== undefined)
      throw refusedAt('date-out-of-range', '/paidOn', 'is not expected beside `onDueDays`')
    const wish: PaymentWish = { paidBy, paidOn, onDueDay: onDueDays, method, reference, note }
    const wishes = [...new Set(chargeIds)].map((chargeId) => ({ chargeId, id: v5(chargeId, act.id), wish }))
    return this.ledger.write(household.id, async (tx) => {
      const paid = await this.pay(tx, household, viewer, wishes)
      return act.answer(tx, { items: paid.map((one) => this.present(one, viewer)) })
    })
  }

  async list(actor: Actor, input: Input<'listPayments'>): Output<'listPayments'> {
    const viewer = this.viewers.of(this.households.require(actor, 'charges.read'))
    const { date, id } = positionFor(input, NEWEST)
    const rows = await this.payments.list(viewer, {
      subscriptionId: input.subscriptionId,
      before: { paidOn: date, id },
      limit: rowsFor(input),
    })
    return pageOf(input, rows, presentListedPayment, (row) => ({ date: row.paidOn, id: row.id }))
  }

  private async pay(
    tx: Tx,
    household: HouseholdActor,
    viewer: Viewer,
    wishes: readonly { chargeId: string; id: string; wish: PaymentWish }[],
  ) {
    const rows = await this.charges.visible(
      tx,
      viewer,
      wishes.map(({ chargeId }) => chargeId),
    )
    const drafts: { charge: ChargeRow; payment: NewPayment }[] = []
    for (const { chargeId, id, wish } of wishes) {
      const charge = rows.get(chargeId)
      if (charge === undefined) throw new ProblemError('not-found')
      const recorded = { id, today: viewer.today, ...this.viewers.recordedBy(household) }
      const payment = await this.draft(tx, charge, wish, recorded)
      const people = payment.payers.map(({ memberId }) => memberId)
      this.viewers.assertMayPay(charge, people, wish.payers ? '/payers' : '/paidBy')
      this.viewers.assertOwnMoney(household, people)
      drafts.push({ charge, payment })
    }
    const acts = drafts.map(({ charge, payment }) => payAct(charge, payment))
    const isOverpaid = acts.some(({ after }) => after.paid > after.amount)
    const paid = await (isOverpaid ? this.ledger.act(tx, acts) : this.ledger.actAtEnd(tx, acts))
    const after = new Map(paid.map((charge) => [charge.id, charge]))
    const overpaid = paid.filter((charge) => charge.paid > charge.amount)
    for (const charge of overpaid) after.set(charge.id, await this.credits.settle(tx, charge, viewer))
    return drafts.map(({ charge, payment }) => ({
      payment: { ...payment, reversedBy: null },
      charge: after.get(charge.id) ?? charge,
    }))
  }

  private async draft(tx: Tx, charge: ChargeRow, wish: PaymentWish, recorded: Recorded): Promise<NewPayment> {
    const paidOn = paidOnOf(charge, wish, recorded)
    await this.assertBegun(tx, charge, paidOn, recorded)
    const { currency = charge.currency } = wish.amount ?? {}
    if (currency === charge.currency || wish.settles !== undefined)
      return draftPayment(charge, wish, recorded)
    const exchange = { from: currency, to: charge.currency, on: paidOn }
    const rate = await this.rates.inForce(tx, charge.householdId, exchange)
    return draftPayment(charge, wish, recorded, rate)
  }

  /** Nobody paid for a subscription before it began; what begins later may be paid today. */
  private async assertBegun(tx: Tx, charge: ChargeRow, paidOn: string, { today }: Recorded): Promise<void> {
    if (paidOn >= charge.startsOn || paidOn === today) return
    const first =
      charge.index === 0 ? charge.startsOn : await this.charges.firstDay(tx, charge.subscriptionId)
    if (first !== undefined && paidOn < first)
      throw refusedAt(
        'date-out-of-range',
        '/paidOn',
        `must not be before ${first}, when the subscription began`,
      )
  }

  private present({ payment, charge }: { payment: PaymentRow; charge: ChargeRow }, viewer: Viewer) {
    return {
      payment: presentPayment(payment),
      charge: presentCharge(charge, viewer),
    }
  }
}
