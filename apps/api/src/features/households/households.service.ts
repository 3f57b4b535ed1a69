import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import { calendarDateIn } from '@streamline/domain/zone'
import { v7 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import type { Act } from '../../platform/http/act.ts'
import { householdOf, type Actor, type HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import { accessMatrix, type Right } from './access.matrix.ts'
import { presentHousehold } from './household.presenter.ts'
import { HouseholdMovesService } from './household-moves.service.ts'
import { HouseholdRepository, type HouseholdRow } from './household.repository.ts'
import { afterOf, FIRST, pageOfRows, type PageInput } from '../../platform/http/id-page.ts'
import { MemberRepository, type MemberRow } from './member.repository.ts'
import { checkPlace, placeOf, type PlaceInput } from './place.ts'

/** More people than a household ever had; lists inside of the API are not paged. */
const ALL_MEMBERS = 1000

export interface NewHousehold extends PlaceInput {
  id: string
  name: string
  owner: { userId: string; name: string }
}

@Injectable()
export class HouseholdsService {
  constructor(
    private readonly repository: HouseholdRepository,
    private readonly people: MemberRepository,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly moves: HouseholdMovesService,
  ) {}

  /** The access check of every service method on a household: who calls there, or a refusal. */
  require(actor: Actor, right: Right): HouseholdActor {
    const household = householdOf(actor)
    if (!this.may(household, right)) throw new ProblemError('forbidden')
    return household
  }

  may({ role }: Pick<HouseholdActor, 'role'>, right: Right): boolean {
    return accessMatrix[role].has(right)
  }

  /** The calendar date in a household, by the one clock. */
  today({ timeZone }: { timeZone: string }): CalendarDate {
    return calendarDateIn(this.clock.now(), timeZone)
  }

  /** Time zones by household, for work that no person asks for. */
  async zonesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.repository.zones(ids)
    return new Map(rows.map(({ id, timeZone }) => [id, timeZone]))
  }

  /** Households whose time zone changed, the longest ago first, until `settled` says that what hangs on it has followed. */
  moved(limit: number): Promise<{ id: string; timeZone: string; movedAt: string }[]> {
    return this.repository.moved(limit)
  }

  settled(id: string, movedAt: string): Promise<void> {
    return this.repository.settled(id, movedAt)
  }

  /** What a household is called, for letters about it. */
  async nameOf(on: Queries, id: string): Promise<string> {
    return (await this.repository.nameOf(on, id)) ?? ''
  }

  /** Everybody in the household, for other features; the caller has checked access. */
  members(householdId: string): Promise<MemberRow[]> {
    return this.people.present(householdId, FIRST, ALL_MEMBERS)
  }

  /** The same with those who have left: history and ledger name them. */
  everyone(householdId: string, on: Queries = this.postgres): Promise<MemberRow[]> {
    return this.people.everyone(householdId, FIRST, ALL_MEMBERS, on)
  }

  /** What everybody who is or was there is called, by member. */
  async names(householdId: string): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.everyone(householdId)).map(({ id, name }) => [id, name]))
  }

  /** Those who have an account and have not left: who can do something themselves. */
  actorsAmong<Person extends { readonly userId: string | null; readonly leftOn: unknown }>(
    everyone: readonly Person[],
  ): Person[] {
    return everyone.filter(({ userId, leftOn }) => userId !== null && leftOn === null)
  }

  /** Where people of a household are paid, by member; the caller shows it only to who owes them. */
  async upiIdsOf(householdId: string): Promise<Map<string, string>> {
    return new Map((await this.people.upiIds(householdId)).map(({ id, upiId }) => [id, upiId]))
  }

  /**
   * Says that something a screen of the household shows has changed. Part of every such write, which waits here for
   * others in the household. False when the household is gone.
   */
  touch(tx: Tx, householdId: string): Promise<boolean> {
    return this.repository.touch(tx, householdId)
  }

  /** Those of the members whose private things somebody can see; asked after `touch`, so that they do not leave meanwhile. */
  withAccount(on: Queries, householdId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.repository.withAccount(on, householdId, memberIds)
  }

  /** Every household that a user owns, for what runs by itself. */
  ownedBy(userId: string): Promise<string[]> {
    return this.repository.ownedBy(userId)
  }

  /** Removes a household with its people; what other features keep of it goes first. */
  async eraseIn(tx: Tx, householdId: string): Promise<void> {
    await this.repository.erase(tx, householdId)
  }

  async list(actor: Actor, page: PageInput = {}) {
    const limit = page.limit ?? 50
    const rows = await this.repository.ofUser(actor.userId, afterOf(page.cursor), limit + 1)
    return pageOfRows(rows, limit, (row) => this.present(row))
  }

  async read(actor: Actor) {
    const { id, memberId } = this.require(actor, 'household.read')
    return this.presented(id, memberId)
  }

  async create(actor: Actor, input: PlaceInput & { name: string }, act: Act) {
    const owner = { userId: actor.userId, name: actor.name }
    return this.postgres.transaction(async (tx) => {
      const memberId = await this.createIn(tx, { ...input, id: act.id, owner })
      const household = await this.presented(act.id, memberId, tx)
      return act.answer(tx, household, { revision: household.revision })
    })
  }

  /** Creates a household with its owner, as a part of something larger. Answers the owner's member id. */
  async createIn(tx: Tx, { id, name, owner, ...input }: NewHousehold): Promise<string> {
    const place = placeOf(input)
    const createdAt = this.clock.nowIso()
    await this.repository.insert(tx, { id, name, ...place, createdAt })
    const member = {
      id: v7(),
      userId: owner.userId,
      name: owner.name,
      role: 'owner' as const,
      joinedOn: this.today(place),
    }
    await this.people.insert(tx, { ...member, householdId: id, createdAt })
    return member.id
  }

  async update(
    actor: Actor,
    { ifMatch, act }: { ifMatch: number | null; act: Act },
    changes: PlaceInput & { name?: string | undefined },
  ) {
    const { id, memberId } = this.require(actor, 'household.update')
    checkPlace(changes)
    let move: string | undefined
    const answer = await this.postgres.transaction(async (tx) => {
      const isChanged = await this.repository.update(tx, id, ifMatch, changes, this.clock.nowIso())
      const household = await this.presented(id, memberId, tx)
      if (!isChanged) throw new ProblemError('stale-revision', undefined, { current: household })
      if (changes.timeZone !== undefined) move = await this.moves.moved(tx, id)
      return act.answer(tx, household, { revision: household.revision })
    })
    if (move !== undefined) await this.moves.followed(move)
    return answer
  }

  /** A household as one of its people sees it. */
  async presented(householdId: string, memberId: string, on: Queries = this.postgres) {
    const row = await this.repository.read(on, householdId, memberId)
    if (row === undefined) throw new ProblemError('not-found')
    return this.present(row)
  }

  private present(row: HouseholdRow) {
    return presentHousehold(row, this.today(row))
  }
}
