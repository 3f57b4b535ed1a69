import { Injectable } from '@nestjs/common'
import type { billingContract } from '@streamline/contract'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { presentBalances } from './balances.presenter.ts'
import { presentCharge } from './charge.presenter.ts'
import { ChargeRepository, type Viewer } from './charge.repository.ts'
import { LedgerRepository } from './ledger.repository.ts'
import { pageOf, positionFor, rowsFor } from './page.ts'
import { presentPayment } from './payment.presenter.ts'
import { PaymentRepository } from './payment.repository.ts'

const EARLIEST = { date: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }

/** What people read of money: charges by due date, and who owes whom. */
@Injectable()
export class ChargesService {
  constructor(
    private readonly postgres: Postgres,
    private readonly households: HouseholdsService,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly ledger: LedgerRepository,
  ) {}

  async list(
    actor: Actor,
    input: Call<typeof billingContract.listCharges>['input'],
  ): Promise<Answer<typeof billingContract.listCharges>> {
    const viewer = this.viewerOf(this.households.require(actor, 'charges.read'))
    const { date, id } = positionFor(input, EARLIEST)
    const rows = await this.charges.list(viewer, {
      filter: input.state ?? 'all',
      subscriptionId: input.subscriptionId,
      after: { dueOn: date, id },
      limit: rowsFor(input),
    })
    return pageOf(
      input,
      rows,
      (row) => presentCharge(row, viewer.today),
      (row) => ({ date: row.dueOn, id: row.id }),
    )
  }

  async read(
    actor: Actor,
    input: Call<typeof billingContract.readCharge>['input'],
  ): Promise<Answer<typeof billingContract.readCharge>> {
    const viewer = this.viewerOf(this.households.require(actor, 'charges.read'))
    const charge = await this.charges.byId(this.postgres, viewer, input.id)
    if (charge === undefined) throw new ProblemError('not-found')
    const payments = await this.payments.ofCharges(this.postgres, [charge.id])
    return { ...presentCharge(charge, viewer.today), payments: payments.map(presentPayment) }
  }

  async balances(actor: Actor): Promise<Answer<typeof billingContract.readBalances>> {
    const household = this.households.require(actor, 'balances.read')
    const rows = await this.ledger.balances(household.id)
    const members = await this.households.members(household.id)
    return presentBalances(rows, new Map(members.map(({ id, name }) => [id, name])))
  }

  private viewerOf(household: HouseholdActor): Viewer {
    return {
      householdId: household.id,
      memberId: household.memberId,
      today: this.households.today(household),
    }
  }
}
