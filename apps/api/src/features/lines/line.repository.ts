import { Injectable } from '@nestjs/common'
import type { SubscriptionKind } from '@streamline/domain'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import { lineStatements } from './line.statements.ts'
import type { LineRow } from './line.types.ts'

export interface LineListing {
  readonly householdId: string
  readonly memberId: string
  readonly kind: SubscriptionKind | undefined
  /** The last line of the page before. */
  readonly after: string
  readonly limit: number
}

export interface NumberIn {
  readonly householdId: string
  readonly kind: SubscriptionKind
  readonly numberKey: string
  /** Who looks. */
  readonly memberId: string
}

@Injectable()
export class LineRepository {
  constructor(private readonly postgres: Postgres) {}

  /** The one that everybody knows and one's own, of a number. */
  ofNumber(on: Queries, { householdId, kind, numberKey, memberId }: NumberIn): Promise<LineRow[]> {
    return on.query<LineRow>(lineStatements.ofNumber, [householdId, kind, numberKey, memberId])
  }

  async one(
    householdId: string,
    id: string,
    memberId: string,
    on: Queries = this.postgres,
  ): Promise<LineRow | undefined> {
    const [row] = await on.query<LineRow>(lineStatements.one, [householdId, id, memberId])
    return row
  }

  list({ householdId, memberId, after, kind, limit }: LineListing): Promise<LineRow[]> {
    const values = [householdId, memberId, after, kind ?? null, limit]
    return this.postgres.query<LineRow>(lineStatements.list, values)
  }

  ownOf(householdId: string, memberId: string): Promise<LineRow[]> {
    return this.postgres.query<LineRow>(lineStatements.ownOf, [householdId, memberId])
  }

  /** Undefined where its id or its number is there already. */
  async make(tx: Tx, row: LineRow): Promise<LineRow | undefined> {
    const [made] = await tx.query<LineRow>(lineStatements.make, [JSON.stringify([row])])
    return made
  }

  async publish(tx: Tx, householdId: string, id: string, now: string): Promise<LineRow | undefined> {
    const [row] = await tx.query<LineRow>(lineStatements.publish, [householdId, id, now])
    return row
  }

  /** Undefined where its owner has one of that number, or it is nobody's to hide any more. */
  async hide(
    tx: Tx,
    householdId: string,
    id: string,
    { privateTo, now }: { readonly privateTo: string; readonly now: string },
  ): Promise<LineRow | undefined> {
    const [row] = await tx.query<LineRow>(lineStatements.hide, [householdId, id, privateTo, now])
    return row
  }

  /** Undefined when somebody else was faster. */
  async change(tx: Tx, row: LineRow): Promise<LineRow | undefined> {
    const { householdId, id, revision, number, numberKey, memberId, name, updatedAt } = row
    const values = [householdId, id, revision, number, numberKey, memberId, name, updatedAt]
    const [changed] = await tx.query<LineRow>(lineStatements.change, values)
    return changed
  }

  async numberOf(householdId: string, id: string): Promise<string | undefined> {
    const [row] = await this.postgres.query<{ number: string }>(lineStatements.numberOf, [householdId, id])
    return row?.number
  }

  async held(householdId: string, id: string): Promise<Pick<LineRow, 'privateTo'> | undefined> {
    const [row] = await this.postgres.query<Pick<LineRow, 'privateTo'>>(lineStatements.hold, [
      householdId,
      id,
    ])
    return row
  }

  /** What went; undefined where there was nothing. */
  async remove(tx: Tx, householdId: string, id: string): Promise<Pick<LineRow, 'name'> | undefined> {
    const [row] = await tx.query<Pick<LineRow, 'name'>>(lineStatements.remove, [householdId, id])
    return row
  }

  async erasePrivate(tx: Tx, householdId: string, memberId: string): Promise<void> {
    await tx.query(lineStatements.erasePrivate, [householdId, memberId])
  }

  /** Answers which they are. */
  async handOver(tx: Tx, householdId: string, from: string, to: string | null): Promise<string[]> {
    return (await tx.query<{ id: string }>(lineStatements.handOver, [householdId, from, to])).map(
      ({ id }) => id,
    )
  }

  /** Those of some that are still somebody's. */
  async handBack(
    tx: Tx,
    householdId: string,
    { from, to, ids }: { from: string; to: string; ids: readonly string[] },
  ): Promise<void> {
    await tx.query(lineStatements.handBack, [householdId, from, to, ids])
  }

  toAdopt(after: string, limit: number): Promise<{ id: string; country: string }[]> {
    return this.postgres.query(lineStatements.toAdopt, [after, limit])
  }

  async adopted(householdId: string): Promise<void> {
    await this.postgres.query(lineStatements.adopted, [householdId])
  }
}
