import { Injectable, Logger } from '@nestjs/common'
import type { Actor } from '../../platform/http/actor.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { BillingService } from '../billing/billing.service.ts'
import { HouseholdDeparture, type Membership } from '../households/household-departure.service.ts'
import { AccountDeletion } from '../identity/account-deletion.service.ts'
import { SecurityService } from '../identity/security.service.ts'
import { OverviewService } from '../insights/overview.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'
import { HouseholdErasure } from './household-erasure.service.ts'

const FINISHED_AT_ONCE = 20

/** An account goes two weeks after its owner asked, with what is only theirs; what they shared stays with the others. */
@Injectable()
export class AccountDeletionService {
  private readonly log = new Logger('AccountDeletion')

  constructor(
    private readonly postgres: Postgres,
    private readonly accounts: AccountDeletion,
    private readonly security: SecurityService,
    private readonly departure: HouseholdDeparture,
    private readonly erasure: HouseholdErasure,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingService,
    private readonly overviews: OverviewService,
  ) {}

  async ask(actor: Actor) {
    await this.postgres.transaction(async (tx) => {
      await this.departure.requireNoOrphans(tx, actor.userId)
      await this.accounts.askIn(tx, actor)
    })
    return this.security.read(actor)
  }

  async keep(actor: Actor) {
    await this.accounts.keep(actor)
    return this.security.read(actor)
  }

  /** No person asks here, so there is no access to check. One that fails does not stop the others. */
  async finishDue(nowMs: number): Promise<number> {
    let finished = 0
    for (const userId of await this.accounts.due(nowMs, FINISHED_AT_ONCE))
      try {
        finished += await this.finish(userId)
      } catch (error) {
        this.log.error(
          `Deleting account ${userId} failed`,
          error instanceof Error ? error.stack : String(error),
        )
      }
    return finished
  }

  /** The account goes last: what a crash leaves is found again by it. */
  private async finish(userId: string): Promise<number> {
    if (!(await this.accounts.close(userId))) return 0
    for (const membership of await this.departure.membershipsOf(userId)) await this.leave(membership)
    await this.postgres.transaction((tx) => this.accounts.finishIn(tx, userId))
    return 1
  }

  private async leave(membership: Membership): Promise<void> {
    const { householdId, memberId } = membership
    await this.subscriptions.erasePrivate(householdId, memberId)
    await this.overviews.eraseHousehold(householdId)
    const hasOthers = await this.postgres.transaction(async (tx) => {
      if (!(await this.departure.leaveIn(tx, membership))) return false
      await this.billing.erasePrivate(tx, householdId, memberId)
      return true
    })
    // Again, for a request that was under way: what it writes from now on is private to nobody and goes by itself.
    if (hasOthers) await this.subscriptions.erasePrivate(householdId, memberId)
    else await this.erasure.erase(householdId)
  }
}
