import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import type { HouseholdRole, MemberRole } from '../../platform/http/actor.ts'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import { memberStatements as statements } from './member.statements.ts'
import type { LinkedPerson } from './member.types.ts'

export interface MemberRow {
  id: string
  name: string
  role: MemberRole
  userId: string | null
  joinedOn: string
  leftOn: CalendarDate | null
  cameOn: CalendarDate | null
  upiId: string | null
  hasGuestLink: boolean
}

export interface NewMember {
  id: string
  householdId: string
  userId: string | null
  name: string
  role: MemberRole
  joinedOn: string
  createdAt: string
}

export interface MemberChanges {
  name?: string | undefined
  role?: HouseholdRole | undefined
  upiId?: string | null | undefined
}

@Injectable()
export class MemberRepository {
  constructor(private readonly postgres: Postgres) {}

  /** Whoever changes who is in a household, and as what, goes one after the other. */
  async lockHousehold(tx: Tx, householdId: string): Promise<void> {
    await tx.query(statements.lockHousehold, [householdId])
  }

  present(householdId: string, after: string, limit: number): Promise<MemberRow[]> {
    return this.postgres.query(statements.present, [householdId, after, limit])
  }

  everyone(
    householdId: string,
    after: string,
    limit: number,
    on: Queries = this.postgres,
  ): Promise<MemberRow[]> {
    return on.query(statements.everyone, [householdId, after, limit])
  }

  /** Present or not. */
  async one(householdId: string, id: string, on: Queries = this.postgres): Promise<MemberRow | undefined> {
    const [row] = await on.query<MemberRow>(statements.one, [householdId, id])
    return row
  }

  /** The person that an account is in a household, or was. */
  async ofUser(on: Queries, householdId: string, userId: string): Promise<MemberRow | undefined> {
    const [row] = await on.query<MemberRow>(statements.ofUser, [householdId, userId])
    return row
  }

  async upiIds(householdId: string): Promise<{ id: string; upiId: string }[]> {
    return this.postgres.query(statements.upiIds, [householdId])
  }

  /** Ids of the owners who are present. */
  async owners(on: Queries, householdId: string): Promise<string[]> {
    return (await on.query<{ id: string }>(statements.owners, [householdId])).map(({ id }) => id)
  }

  async countPresent(on: Queries, householdId: string): Promise<number> {
    const [row] = await on.query<{ count: number }>(statements.countPresent, [householdId])
    return row?.count ?? 0
  }

  /** Whether somebody else with an account is present. */
  async hasOthers(on: Queries, householdId: string, butMemberId: string): Promise<boolean> {
    return (await on.query(statements.others, [householdId, butMemberId])).length > 0
  }

  async insert(on: Queries, row: NewMember): Promise<boolean> {
    const { id, householdId, userId, name, role, joinedOn, createdAt } = row
    const made = await on.query(statements.insert, [id, householdId, userId, name, role, joinedOn, createdAt])
    return made.length > 0
  }

  async update(tx: Tx, id: string, { name, role, upiId }: MemberChanges): Promise<void> {
    await tx.query(statements.update, [id, name ?? null, role ?? null, upiId !== undefined, upiId ?? null])
  }

  /** Binds an account to a person who had none. False when that is not possible any more. */
  async bind(
    tx: Tx,
    {
      householdId,
      id,
      userId,
      role,
      on,
    }: Pick<NewMember, 'householdId' | 'id' | 'role'> & {
      userId: string
      on: string
    },
  ): Promise<boolean> {
    return (await tx.query(statements.bind, [householdId, id, userId, role, on])).length > 0
  }

  async comeBack(tx: Tx, id: string, role: HouseholdRole, on: string): Promise<void> {
    await tx.query(statements.comeBack, [id, role, on])
  }

  /** A guest stays one; nobody else keeps rights. */
  async leave(tx: Tx, id: string, on: string): Promise<void> {
    await tx.query(statements.leave, [id, on])
  }

  /** False when the person has an account, has left or was never there. */
  async endAsAnother(tx: Tx, householdId: string, id: string, on: string): Promise<boolean> {
    return (await tx.query(statements.mergeInto, [householdId, id, on])).length > 0
  }

  /** False when the person has an account, or never left. */
  async comeApart(tx: Tx, householdId: string, id: string): Promise<boolean> {
    return (await tx.query(statements.comeApart, [householdId, id])).length > 0
  }

  /** False when the person has an account, has left or was never there. */
  async setGuestToken(tx: Tx, householdId: string, id: string, hash: Buffer): Promise<boolean> {
    return (await tx.query(statements.setGuestToken, [householdId, id, hash])).length > 0
  }

  async endGuestToken(tx: Tx, householdId: string, id: string): Promise<boolean> {
    return (await tx.query(statements.endGuestToken, [householdId, id])).length > 0
  }

  async byGuestToken(hash: Buffer): Promise<LinkedPerson | undefined> {
    const [row] = await this.postgres.query<LinkedPerson>(statements.byGuestToken, [hash])
    return row
  }
}
