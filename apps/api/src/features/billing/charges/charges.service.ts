import { Injectable } from '@nestjs/common'
import type { billingContract } from '@streamline/contract'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Answer, Call } from '../../../platform/http/call.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Postgres, type Queries } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { presentCharge } from './charge.presenter.ts'
import { ChargeRepository, type ChargeRow, type Viewer } from './charge.repository.ts'
import { presentCorrection } from '../corrections/correction.presenter.ts'
import { pageOf, positionFor, rowsFor } from '../page.ts'
import { presentPayment } from '../payments/payment.presenter.ts'
import { PaymentRepository } from '../payments/payment.repository.ts'
import { ViewersService } from '../viewers.service.ts'

const EARLIEST = { date: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }

/** What people read of charges. */
@Injectable()
export class ChargesService {
  constructor(
    private readonly postgres: Postgres,
    private readonly households: HouseholdsService,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly viewers: ViewersService,
  ) {}

  async list(
    actor: Actor,
    input: Call<typeof billingContract.listCharges>['input'],
  ): Promise<Answer<typeof billingContract.listCharges>> {
    const viewer = this.viewers.of(this.households.require(actor, 'charges.read'))
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
      (row) => presentCharge(row, viewer),
      (row) => ({ date: row.dueOn, id: row.id }),
    )
  }

  async read(
    actor: Actor,
    input: Call<typeof billingContract.readCharge>['input'],
  ): Promise<Answer<typeof billingContract.readCharge>> {
    const viewer = this.viewers.of(this.households.require(actor, 'charges.read'))
    const charge = await this.charges.byId(this.postgres, viewer, input.id)
    if (charge === undefined) throw new ProblemError('not-found')
    return this.detail(this.postgres, charge, viewer)
  }

  /** A charge with everything that happened to it. */
  async detail(on: Queries, charge: ChargeRow, viewer: Viewer) {
    const payments = await this.payments.ofCharges(on, [charge.id])
    const corrections = await this.payments.corrections(on, charge.id)
    return {
      ...presentCharge(charge, viewer),
      payments: payments.map(presentPayment),
      corrections: corrections.map((row) => presentCorrection(row, charge.currency)),
    }
  }
}
