import { Injectable } from '@nestjs/common'
import type { Tx } from '../../platform/postgres/postgres.ts'
import { HouseholdFollowingRepository, type Followed } from './household-following.repository.ts'
import { HouseholdsService } from './households.service.ts'
import type { FollowedHousehold, HouseholdPerson } from './member.types.ts'

/** For what works by itself for the people of a household, after each change there and on each day. */
@Injectable()
export class HouseholdFollowingService {
  constructor(
    private readonly repository: HouseholdFollowingRepository,
    private readonly households: HouseholdsService,
  ) {}

  /** Households in which something changed that nobody has followed, or a day has begun. */
  due(now: string, limit: number): Promise<FollowedHousehold[]> {
    return this.repository.due(now, limit)
  }

  one(id: string): Promise<FollowedHousehold | undefined> {
    return this.repository.one(id)
  }

  /** What was read at that revision is followed; those who follow one household do it one after the other. */
  followed(tx: Tx, { id, revision }: FollowedHousehold, next: Followed): Promise<boolean> {
    return this.repository.followed(tx, id, revision, next)
  }

  /** True where nothing changed since it was read, and nothing will until `tx` ends. */
  async isStill(tx: Tx, { id, revision }: FollowedHousehold): Promise<boolean> {
    return (await this.repository.hold(tx, id)) === revision
  }

  /** Everybody there who has an account. */
  async peopleOf({
    id,
    name: householdName,
    country,
    currency,
    timeZone,
    revision,
  }: Omit<FollowedHousehold, 'plannedUntil'>): Promise<HouseholdPerson[]> {
    const household = { id, name: householdName, country, currency, timeZone, revision }
    const members = await this.households.members(id)
    return members.flatMap(({ id: memberId, userId, role }) =>
      userId === null || role === 'guest' ? [] : [{ ...household, memberId, userId, role }],
    )
  }

  /** One of those; undefined where they, or the household, are not there any more. */
  async person(
    householdId: string,
    isIt: (person: HouseholdPerson) => boolean,
  ): Promise<HouseholdPerson | undefined> {
    const household = await this.one(householdId)
    return household === undefined ? undefined : (await this.peopleOf(household)).find(isIt)
  }

  /** What somebody wishes for themselves is followed in each of their households. */
  async touchAllOf(tx: Tx, userId: string): Promise<void> {
    for (const id of await this.repository.ofUser(tx, userId)) await this.households.touch(tx, id)
  }
}
