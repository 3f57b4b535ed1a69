import { Injectable } from '@nestjs/common'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { BillingService } from '../billing/billing.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { OverviewService } from '../insights/overview.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'

/** Removes a household with everything that features keep of it. Again is the same as once. */
@Injectable()
export class HouseholdErasure {
  constructor(
    private readonly postgres: Postgres,
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingService,
    private readonly overviews: OverviewService,
  ) {}

  /** The household itself goes last: what a crash leaves is found again by it. */
  async erase(householdId: string): Promise<void> {
    await this.subscriptions.eraseHousehold(householdId)
    await this.overviews.eraseHousehold(householdId)
    await this.postgres.transaction(async (tx) => {
      await this.billing.eraseHousehold(tx, householdId)
      await this.households.eraseIn(tx, householdId)
    })
  }
}
