import { Injectable } from '@nestjs/common'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { BillingService } from '../billing/billing.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'

/** Removes a household with everything that features keep of it; its first screens go by their foreign key. */
@Injectable()
export class HouseholdErasureService {
  constructor(
    private readonly postgres: Postgres,
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingService,
  ) {}

  /** The household itself goes last: what a crash leaves is found again by it. */
  async erase(householdId: string): Promise<void> {
    await this.subscriptions.eraseHousehold(householdId)
    const work = async (tx: Tx) => {
      // Whoever writes money there has finished, or finds nothing to write it for.
      await this.households.touch(tx, householdId)
      await this.billing.eraseHousehold(tx, householdId)
      await this.households.eraseIn(tx, householdId)
    }
    await this.postgres.transaction(work, { takesLong: true })
    // Again, for requests that were under way: what they write from now on finds no household and goes by itself.
    await this.subscriptions.eraseHousehold(householdId)
  }
}
