import { Injectable, Logger } from '@nestjs/common'
import type { Actor } from '../../platform/http/actor.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { DepartureService } from '../departure/departure.service.ts'
import { HouseholdDepartureService } from '../households/household-departure.service.ts'
import { UserDeletionService } from '../identity/accounts/user-deletion.service.ts'
import { ConfirmationService } from '../identity/confirmation/confirmation.service.ts'

const FINISHED_AT_ONCE = 20

/** An account goes two weeks after its owner asked, with what is only theirs; what they shared stays with the others. */
@Injectable()
export class AccountDeletionService {
  private readonly log = new Logger('UserDeletionService')

  constructor(
    private readonly postgres: Postgres,
    private readonly accounts: UserDeletionService,
    private readonly security: ConfirmationService,
    private readonly departure: HouseholdDepartureService,
    private readonly leaving: DepartureService,
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
    for (const membership of await this.departure.membershipsOf(userId))
      await this.leaving.endMembership(membership)
    await this.postgres.transaction((tx) => this.accounts.finishIn(tx, userId))
    return 1
  }
}
