import { Injectable } from '@nestjs/common'
import { outstandingOf, type CalendarDate } from '@streamline/domain'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { BilledSubscriptionRepository } from '../charges/billed-subscription.repository.ts'
import { chargeFactsOf } from '../charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow } from '../charges/charge.repository.ts'
import { PlannedPaymentsService } from '../payments/planned-payments.service.ts'
import { UnmadePaymentsService } from '../payments/unmade-payments.service.ts'

/** What was assumed of a bill was assumed of what it really came to, also when that is told later (law 29). */
@Injectable()
export class DebitsThatFollowService {
  constructor(
    private readonly charges: ChargeRepository,
    private readonly subscriptions: BilledSubscriptionRepository,
    private readonly unmade: UnmadePaymentsService,
    private readonly planned: PlannedPaymentsService,
  ) {}

  /** Before its amount changes: the charge without what was only assumed of the amount before. */
  letGo(tx: Tx, charge: ChargeRow, today: CalendarDate): Promise<ChargeRow> {
    return this.unmade.takeBack(tx, charge, { today })
  }

  /** After it has changed: what was assumed is assumed again. */
  async assumeAgain(tx: Tx, charge: ChargeRow, today: CalendarDate): Promise<ChargeRow> {
    await this.unmade.bringBack(tx, [charge], {
      asBefore: new Set(),
      since: new Map(),
      todayOf: () => today,
    })
    const [after = charge] = await this.charges.byIds(tx, [charge.id])
    return after
  }

  /** What is open then and was to book itself by today does so, as it would have on its day; unless somebody denied it. */
  async book(tx: Tx, charge: ChargeRow, today: CalendarDate): Promise<ChargeRow> {
    if (charge.dueOn > today || outstandingOf(chargeFactsOf(charge)) === 0) return charge
    const id = charge.subscriptionId
    const from = await this.subscriptions.bookedFrom(tx, id)
    if (from === null) return charge
    const open = await this.charges.toBook(tx, [{ id, from, until: today, amends: false }])
    await this.planned.book(
      tx,
      open.filter((one) => one.id === charge.id),
    )
    const [after = charge] = await this.charges.byIds(tx, [charge.id])
    return after
  }
}
