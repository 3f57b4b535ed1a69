import { Injectable } from '@nestjs/common'
import type { settlementsContract } from '@streamline/contract'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Answer } from '../../../platform/http/call.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { presentBalances, type BalancesAnswer, type Person } from './balances.presenter.ts'
import { ChargeRepository } from '../charges/charge.repository.ts'
import { LedgerRepository } from '../ledger/ledger.repository.ts'

/** Who owes whom, what settles it, and what providers owe back. */
@Injectable()
export class BalancesService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly charges: ChargeRepository,
    private readonly entries: LedgerRepository,
  ) {}

  async read(actor: Actor): Promise<Answer<typeof settlementsContract.readBalances>> {
    const { id, memberId } = this.households.require(actor, 'balances.read')
    return this.of(id, memberId)
  }

  /** As one member sees it; the caller has checked access, and may be reading everybody who is or was there. */
  async of(
    householdId: string,
    memberId: string,
    everyone: Promise<readonly Person[]> = this.households.everyone(householdId),
  ): Promise<BalancesAnswer> {
    const [between, people] = await Promise.all([this.entries.between(householdId), everyone])
    const upiIds = new Map(people.flatMap(({ id, upiId }) => (upiId === null ? [] : [[id, upiId] as const])))
    const credited = between.credits.map(({ subscriptionId }) => subscriptionId)
    const subscriptions = await this.charges.visibleNames(householdId, memberId, credited)
    return presentBalances(between, { memberId, people, upiIds, subscriptions })
  }
}
