import { Injectable } from '@nestjs/common'
import type { billingContract } from '@streamline/contract'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { presentCharge } from './charge.presenter.ts'
import { ChargeRepository, type ChargeRow, type Viewer } from './charge.repository.ts'
import { Ledger } from './ledger.ts'
import { pageOf, positionFor, rowsFor } from './page.ts'
import { draftPayment } from './payment-draft.ts'
import { presentListedPayment, presentPayment } from './payment.presenter.ts'
import { PaymentRepository } from './payment.repository.ts'

const NEWEST = { date: '9999-12-31', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** What people paid to providers. Nothing is edited: a wrong payment is taken back by a second one (law 11). */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly ledger: Ledger,
  ) {}

  /** The id makes it happen once: a retry after a lost answer finds the payment that it made. */
  async record(
    actor: Actor,
    input: Call<typeof billingContract.recordPayment>['input'],
    id: string,
  ): Promise<Answer<typeof billingContract.recordPayment>> {
    const household = this.households.require(actor, 'payments.record')
    const viewer = this.viewerOf(household)
    if (input.paidBy !== undefined) await this.assertMember(household.id, input.paidBy)
    return this.postgres.transaction(async (tx) => {
      await this.households.touch(tx, household.id)
      const charge = await this.charges.byId(tx, viewer, input.id)
      if (charge === undefined) throw new ProblemError('not-found')
      const earlier = await this.payments.byId(tx, viewer, id)
      if (earlier !== undefined)
        return { payment: presentPayment(earlier), charge: presentCharge(charge, viewer.today) }
      const payment = draftPayment(charge, input, { id, today: viewer.today, ...this.recordedBy(household) })
      assertVisibleTo(payment.paidBy, charge)
      this.assertOwnMoney(household, payment.paidBy)
      const [paid = charge] = await this.ledger.pay(tx, [{ charge, payment }])
      return {
        payment: presentPayment({ ...payment, reversedBy: null }),
        charge: presentCharge(paid, viewer.today),
      }
    })
  }

  /** The charge opens again; both entries stay in the history. */
  async reverse(
    actor: Actor,
    input: Call<typeof billingContract.reversePayment>['input'],
    id: string,
  ): Promise<Answer<typeof billingContract.reversePayment>> {
    const household = this.households.require(actor, 'payments.reverse')
    const viewer = this.viewerOf(household)
    return this.postgres.transaction(async (tx) => {
      await this.households.touch(tx, household.id)
      const original = await this.payments.byId(tx, viewer, input.id)
      if (original === undefined) throw new ProblemError('not-found')
      this.assertOwnMoney(household, original.paidBy)
      const earlier = await this.payments.byId(tx, viewer, id)
      if (earlier !== undefined) {
        const charge = await this.charges.byId(tx, viewer, original.chargeId)
        if (charge === undefined) throw new ProblemError('not-found')
        return { payment: presentPayment(earlier), charge: presentCharge(charge, viewer.today) }
      }
      if (original.reversedBy !== null || original.reverses !== null)
        throw new ProblemError('already-reversed')
      const facts = { id, paidOn: viewer.today, note: input.reason ?? null, ...this.recordedBy(household) }
      const { payment, charge } = await this.ledger.reverse(tx, original, facts)
      return {
        payment: presentPayment({ ...payment, reversedBy: null }),
        charge: presentCharge(charge, viewer.today),
      }
    })
  }

  async list(
    actor: Actor,
    input: Call<typeof billingContract.listPayments>['input'],
  ): Promise<Answer<typeof billingContract.listPayments>> {
    const viewer = this.viewerOf(this.households.require(actor, 'charges.read'))
    const { date, id } = positionFor(input, NEWEST)
    const rows = await this.payments.list(viewer, {
      subscriptionId: input.subscriptionId,
      before: { paidOn: date, id },
      limit: rowsFor(input),
    })
    return pageOf(input, rows, presentListedPayment, (row) => ({ date: row.paidOn, id: row.id }))
  }

  private viewerOf(household: HouseholdActor): Viewer {
    return {
      householdId: household.id,
      memberId: household.memberId,
      today: this.households.today(household),
    }
  }

  private recordedBy(household: HouseholdActor) {
    return { recordedBy: household.memberId, recordedAt: this.clock.nowIso() }
  }

  /** Members record and take back their own payments (decision 7). */
  private assertOwnMoney(household: HouseholdActor, paidBy: string): void {
    if (paidBy !== household.memberId && !this.households.may(household, 'payments.recordForOthers'))
      throw new ProblemError('forbidden', 'A manager records what others paid.')
  }

  private async assertMember(householdId: string, memberId: string): Promise<void> {
    const members = await this.households.members(householdId)
    if (members.every(({ id }) => id !== memberId)) throw unknownPayer()
  }
}

const unknownPayer = () =>
  new ProblemError('unknown-member', undefined, {
    errors: [{ pointer: '/paidBy', message: 'must be somebody of this household who may see the charge' }],
  })

/** What is private stays private: a payment by somebody else would show as a debt without a reason. */
function assertVisibleTo(memberId: string, charge: ChargeRow): void {
  if (charge.visibility === 'private' && memberId !== charge.ownerId) throw unknownPayer()
}
