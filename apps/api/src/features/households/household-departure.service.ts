import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Queries, Tx } from '../../platform/postgres/postgres.ts'
import { HouseholdDepartureRepository, type Membership } from './household-departure.repository.ts'
import { HouseholdsService } from './households.service.ts'

export type { Membership } from './household-departure.repository.ts'

/** How somebody whose account goes leaves their households. Deleting the account has checked who asks. */
@Injectable()
export class HouseholdDeparture {
  constructor(
    private readonly repository: HouseholdDepartureRepository,
    private readonly households: HouseholdsService,
  ) {}

  membershipsOf(userId: string): Promise<Membership[]> {
    return this.repository.membershipsOf(userId)
  }

  /** Who alone can run a household where others have accounts hands it over before they go. */
  async requireNoOrphans(on: Queries, userId: string): Promise<void> {
    const names = await this.repository.onlyOwned(on, userId)
    if (names.length === 0) return
    throw new ProblemError(
      'sole-owner',
      `Make somebody else an owner first: ${names.map((name) => `“${name}”`).join(', ')}.`,
    )
  }

  /**
   * The person stays in the history by name, without an account. Who became the only owner after asking to go hands
   * the household to the next in rank. Answers false, and changes nothing, when nobody with an account would be left.
   */
  async leaveIn(tx: Tx, { householdId, memberId, hasLeft }: Membership): Promise<boolean> {
    await this.repository.lock(tx, householdId)
    const heir = await this.repository.heir(tx, householdId, memberId)
    if (heir === undefined && !hasLeft) return false
    if (heir !== undefined && heir.role !== 'owner' && !hasLeft) await this.repository.promote(tx, heir.id)
    await this.repository.detach(tx, memberId)
    await this.households.touch(tx, householdId)
    return true
  }
}
