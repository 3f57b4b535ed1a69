import { Injectable } from '@nestjs/common'
import type { HouseholdRole } from '../../platform/http/actor.ts'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import type { Membership } from './member.types.ts'

export interface Heir {
  id: string
  role: HouseholdRole
}

const statements = {
  of: {
    name: 'household-departures.of-user',
    text: `select household_id as "householdId", id as "memberId", left_on is not null as "hasLeft"
      from household_members where user_id = $1 order by household_id`,
  },
  /** Households with other people's accounts in which nobody else is an owner. */
  onlyOwned: {
    name: 'household-departures.only-owned',
    text: `select h.name from household_members m join households h on h.id = m.household_id
      where m.user_id = $1 and m.role = 'owner' and m.left_on is null
        and exists (select from household_members o where o.household_id = h.id and o.id <> m.id
          and o.user_id is not null and o.left_on is null)
        and not exists (select from household_members o where o.household_id = h.id and o.id <> m.id
          and o.user_id is not null and o.left_on is null and o.role = 'owner')
      order by h.id`,
  },
  /** Roles are ordered from owner to viewer. */
  heir: {
    name: 'household-departures.heir',
    text: `select id, role from household_members
      where household_id = $1 and id <> $2 and user_id is not null and left_on is null
      order by role, joined_on, id limit 1`,
  },
  promote: {
    name: 'household-departures.promote',
    text: `update household_members set role = 'owner' where id = $1`,
  },
  detach: {
    name: 'household-departures.detach',
    text: `update household_members set user_id = null, upi_id = null, role = 'member' where id = $1`,
  },
}

@Injectable()
export class HouseholdDepartureRepository {
  constructor(private readonly postgres: Postgres) {}

  membershipsOf(userId: string): Promise<Membership[]> {
    return this.postgres.query(statements.of, [userId])
  }

  async onlyOwned(on: Queries, userId: string): Promise<string[]> {
    return (await on.query<{ name: string }>(statements.onlyOwned, [userId])).map(({ name }) => name)
  }

  /** Of the others with an account, the one with the highest role, then the longest there. */
  async heir(on: Queries, householdId: string, butMemberId: string): Promise<Heir | undefined> {
    const [row] = await on.query<Heir>(statements.heir, [householdId, butMemberId])
    return row
  }

  async promote(tx: Tx, memberId: string): Promise<void> {
    await tx.query(statements.promote, [memberId])
  }

  async detach(tx: Tx, memberId: string): Promise<void> {
    await tx.query(statements.detach, [memberId])
  }
}
