import { Injectable } from '@nestjs/common'
import { lineKeyOf, type Merging, type SubscriptionKind } from '@streamline/domain'
import { v7 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { LineRepository, type LineListing } from './line.repository.ts'
import type { LineRow } from './line.types.ts'

/** A number of a household, as somebody wrote it. */
export interface Named {
  readonly householdId: string
  /** ISO 3166-1 of the household: how its people write numbers. */
  readonly country: string
  readonly kind: SubscriptionKind
  readonly number: string
}

/** A number that something is about to be on. */
export interface Wanted extends Named {
  /** Whose private thing asks; null for what is shared. */
  readonly privateTo: string | null
  /** Who may know what is found. */
  readonly memberId: string
  /** Whose a new one is. */
  readonly whose: string | null
}

/** The numbers of households: each is there once, and what is private is known to its owner only. The caller has checked who asks. */
@Injectable()
export class LinesService {
  constructor(
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly repository: LineRepository,
  ) {}

  /**
   * The line of a number, made where there is none. One that was private becomes everybody's once something shared is on it. Doing it
   * twice, or by two at once, is doing it once.
   */
  async claim(wanted: Wanted): Promise<LineRow> {
    const { householdId, kind, number, country, memberId } = wanted
    const numberKey = lineKeyOf(number, kind, country)
    const find = async () =>
      suited(
        await this.repository.ofNumber(this.postgres, { householdId, kind, numberKey, memberId }),
        wanted,
      )
    const found = await find()
    if (found !== undefined && isOpenTo(found, wanted)) return found
    const row = found ?? this.newLine(wanted, numberKey)
    const made = await this.postgres.transaction((tx) =>
      found === undefined ? this.makeIn(tx, row) : this.publishIn(tx, row),
    )
    // Somebody was faster.
    const line = made ?? (await find())
    if (line === undefined) throw new ProblemError('unavailable', 'Too many changes at once, try again.')
    return line
  }

  /** One that this person may see; undefined where there is none. */
  one(householdId: string, id: string, memberId: string): Promise<LineRow | undefined> {
    return this.repository.one(householdId, id, memberId)
  }

  list(listing: LineListing): Promise<LineRow[]> {
    return this.repository.list(listing)
  }

  /** What is theirs, and what only they know. */
  ownOf(householdId: string, memberId: string): Promise<LineRow[]> {
    return this.repository.ownOf(householdId, memberId)
  }

  /** The number of a line as it stands, whoever may see it; undefined where the line is gone. */
  numberOf(householdId: string, id: string): Promise<string | undefined> {
    return this.repository.numberOf(householdId, id)
  }

  /** Who alone knows a line, once whoever is changing that has done so or not; undefined where it is gone. */
  held(householdId: string, id: string): Promise<Pick<LineRow, 'privateTo'> | undefined> {
    return this.repository.held(householdId, id)
  }

  /** The line of a number that everybody knows. */
  async shared({ householdId, kind, number, country }: Named): Promise<LineRow | undefined> {
    const numberKey = lineKeyOf(number, kind, country)
    // Nobody has the id of a household: only what everybody knows is found.
    const [line] = await this.repository.ofNumber(this.postgres, {
      householdId,
      kind,
      numberKey,
      memberId: householdId,
    })
    return line
  }

  /** A line that everybody knew is known to one only; it goes where they have one of that number already. */
  async hideIn(tx: Tx, { householdId, id }: LineRow, privateTo: string): Promise<void> {
    await this.households.touch(tx, householdId)
    const hidden = await this.repository.hide(tx, householdId, id, { privateTo, now: this.clock.nowIso() })
    if (hidden === undefined) await this.repository.remove(tx, householdId, id)
  }

  /** `line-taken` where the household has that number already; undefined when somebody else was faster. */
  async changeIn(tx: Tx, changed: LineRow, country: string): Promise<LineRow | undefined> {
    const { householdId, id, kind, privateTo } = changed
    const numberKey = lineKeyOf(changed.number, kind, country)
    await this.households.touch(tx, householdId)
    const others = await this.repository.ofNumber(tx, {
      householdId,
      kind,
      numberKey,
      memberId: privateTo ?? id,
    })
    if (others.some((other) => other.id !== id && other.privateTo === privateTo))
      throw new ProblemError('line-taken', undefined, {
        errors: [{ pointer: '/number', message: 'is a number of this household already' }],
      })
    return this.repository.change(tx, { ...changed, numberKey, updatedAt: this.clock.nowIso() })
  }

  /** Undefined where it was gone already. */
  async removeIn(tx: Tx, householdId: string, id: string): Promise<Pick<LineRow, 'name'> | undefined> {
    await this.households.touch(tx, householdId)
    return this.repository.remove(tx, householdId, id)
  }

  /** Somebody leaves: what only they knew goes, what was theirs is nobody's where they are no longer in what is shared. */
  async leaveIn(tx: Tx, householdId: string, memberId: string, { stays }: { stays: boolean }): Promise<void> {
    await this.repository.erasePrivate(tx, householdId, memberId)
    if (!stays) await this.repository.handOver(tx, householdId, memberId, null)
  }

  /** Two entries are one person. */
  mergeIn(tx: Tx, householdId: string, { memberId, intoId }: Merging): Promise<string[]> {
    return this.repository.handOver(tx, householdId, memberId, intoId)
  }

  /** They were two after all; of these lines, what somebody else has got since stays theirs. */
  unmergeIn(
    tx: Tx,
    householdId: string,
    { memberId: to, intoId: from }: Merging,
    ids: readonly string[],
  ): Promise<void> {
    return this.repository.handBack(tx, householdId, { from, to, ids })
  }

  /** Households whose subscriptions have numbers from before there were lines. */
  toAdopt(after: string, limit: number): Promise<{ id: string; country: string }[]> {
    return this.repository.toAdopt(after, limit)
  }

  adopted(householdId: string): Promise<void> {
    return this.repository.adopted(householdId)
  }

  /** Says that screens which show a number have changed, after the documents have. */
  async told(householdId: string): Promise<void> {
    await this.postgres.transaction((tx) => this.households.touch(tx, householdId))
  }

  private newLine({ householdId, kind, number, privateTo, whose }: Wanted, numberKey: string): LineRow {
    const now = this.clock.nowIso()
    const told = { number, numberKey, privateTo, memberId: whose, name: null }
    return { id: v7(), householdId, kind, ...told, revision: 1, createdAt: now, updatedAt: now }
  }

  /** Nobody is left to make it for where the household is gone, or the one who alone would know it. */
  private async makeIn(tx: Tx, row: LineRow): Promise<LineRow | undefined> {
    const { householdId, privateTo } = row
    if (!(await this.households.touch(tx, householdId))) throw new ProblemError('not-found')
    if (privateTo !== null) {
      const present = await this.households.withAccount(tx, householdId, [privateTo])
      if (!present.has(privateTo)) throw new ProblemError('not-found')
    }
    return this.repository.make(tx, row)
  }

  private async publishIn(tx: Tx, { householdId, id }: LineRow): Promise<LineRow | undefined> {
    await this.households.touch(tx, householdId)
    return this.repository.publish(tx, householdId, id, this.clock.nowIso())
  }
}

/** What everybody knows before what is one's own. */
const suited = (found: readonly LineRow[], { privateTo }: Wanted): LineRow | undefined =>
  found.find((line) => line.privateTo === null) ??
  found.find((line) => privateTo === null || line.privateTo === privateTo)

const isOpenTo = (line: LineRow, { privateTo }: Wanted): boolean =>
  line.privateTo === null || line.privateTo === privateTo
