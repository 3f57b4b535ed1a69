import { Injectable } from '@nestjs/common'
import { isOutage } from '../../../platform/postgres/outage.ts'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import { ChargeRepository, type ChargeRow, type Viewer } from '../charges/charge.repository.ts'
import { PaymentRepository, type PaymentRow } from './payment.repository.ts'

/** The same act sent again after a crash is refused by what it did itself: then that is the answer. */
@Injectable()
export class EarlierPayment {
  constructor(
    private readonly postgres: Postgres,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
  ) {}

  /** The payment of this id with its charge, or the refusal that came instead of it. */
  async orThrow(
    error: unknown,
    viewer: Viewer,
    id: string,
  ): Promise<{ payment: PaymentRow; charge: ChargeRow }> {
    if (isOutage(error)) throw error
    const payment = await this.payments.byId(this.postgres, viewer, id)
    const charge = payment && (await this.charges.byId(this.postgres, viewer, payment.chargeId))
    if (payment === undefined || charge === undefined) throw error
    return { payment, charge }
  }
}
