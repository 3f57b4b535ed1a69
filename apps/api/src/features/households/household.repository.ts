import { Injectable } from '@nestjs/common'
import type { HouseholdRole } from '../../platform/http/actor.ts'
import { Postgres, type Queries } from '../../platform/postgres/postgres.ts'
import type { Place, PlaceInput } from './place.ts'

export interface HouseholdRow extends Place {
  id: string
  name: string
  revision: number
  role: HouseholdRole
  memberId: string
}

const householdColumns = `h.id, h.name, h.country, h.currency, h.time_zone as "timeZone", h.revision,
  m.role, m.id as "memberId"`

const statements = {
  ofUser: {
    name: 'households.of-user',
    text: `select ${householdColumns}
      from household_members m join households h on h.id = m.household_id
      where m.user_id = $1 and m.left_on is null and h.id > $2
      order by h.id limit $3`,
  },
  insert: {
    name: 'households.insert',
    text: `insert into households (id, name, country, currency, time_zone, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $6)`,
  },
  read: {
    name: 'households.read',
    text: `select ${householdColumns}
      from household_members m join households h on h.id = m.household_id
      where h.id = $1 and m.id = $2`,
  },
  update: {
    name: 'households.update',
    text: `update households set name = coalesce($3, name), country = coalesce($4, country),
        currency = coalesce($5, currency), time_zone = coalesce($6, time_zone),
        moved_at = case when $6 is distinct from time_zone and $6 is not null then $7 else moved_at end,
        updated_at = $7, revision = revision + 1, content_revision = content_revision + 1
      where id = $1 and ($2::int is null or revision = $2) returning id`,
  },
  ownedBy: {
    name: 'households.owned-by',
    text: `select household_id as id from household_members where user_id = $1 and role = 'owner'`,
  },
  erase: { name: 'households.erase', text: 'delete from households where id = $1' },
  touch: {
    name: 'households.touch',
    text: 'update households set content_revision = content_revision + 1 where id = $1 returning content_revision',
  },
  name: { name: 'households.name', text: 'select name from households where id = $1' },
  moved: {
    name: 'households.moved',
    text: `select id, time_zone as "timeZone", moved_at as "movedAt" from households
      where moved_at is not null order by moved_at limit $1`,
  },
  settled: {
    name: 'households.settled',
    text: 'update households set moved_at = null where id = $1 and moved_at = $2',
  },
  zones: {
    name: 'households.zones',
    text: 'select id, time_zone as "timeZone" from households where id = any($1::uuid[])',
  },
  marks: {
    name: 'households.marks',
    text: `select id, time_zone as "timeZone", content_revision as revision
      from households where id = any($1::uuid[])`,
  },
  withAccount: {
    name: 'households.with-account',
    text: `select id from household_members
      where household_id = $1 and id = any($2::uuid[]) and user_id is not null and left_on is null`,
  },
}

@Injectable()
export class HouseholdRepository {
  constructor(private readonly postgres: Postgres) {}

  ofUser(userId: string, after: string, limit: number): Promise<HouseholdRow[]> {
    return this.postgres.query(statements.ofUser, [userId, after, limit])
  }

  async read(on: Queries, householdId: string, memberId: string): Promise<HouseholdRow | undefined> {
    const [row] = await on.query<HouseholdRow>(statements.read, [householdId, memberId])
    return row
  }

  async insert(on: Queries, row: Place & { id: string; name: string; createdAt: string }): Promise<void> {
    const { id, name, country, currency, timeZone, createdAt } = row
    await on.query(statements.insert, [id, name, country, currency, timeZone, createdAt])
  }

  /** False when the revision is not the expected one any more. */
  async update(
    on: Queries,
    householdId: string,
    expected: number | null,
    { name, country, currency, timeZone }: PlaceInput & { name?: string | undefined },
    updatedAt: string,
  ): Promise<boolean> {
    const changes = [name ?? null, country ?? null, currency ?? null, timeZone ?? null]
    const changed = await on.query(statements.update, [householdId, expected, ...changes, updatedAt])
    return changed.length > 0
  }

  async ownedBy(userId: string): Promise<string[]> {
    const rows = await this.postgres.query<{ id: string }>(statements.ownedBy, [userId])
    return rows.map(({ id }) => id)
  }

  async erase(on: Queries, householdId: string): Promise<void> {
    await on.query(statements.erase, [householdId])
  }

  /** False when it is gone. */
  async touch(on: Queries, householdId: string): Promise<boolean> {
    return (await on.query(statements.touch, [householdId])).length > 0
  }

  async withAccount(
    on: Queries,
    householdId: string,
    memberIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await on.query<{ id: string }>(statements.withAccount, [householdId, memberIds])
    return new Set(rows.map(({ id }) => id))
  }

  async nameOf(on: Queries, id: string): Promise<string | undefined> {
    const [row] = await on.query<{ name: string }>(statements.name, [id])
    return row?.name
  }

  moved(limit: number): Promise<{ id: string; timeZone: string; movedAt: string }[]> {
    return this.postgres.query(statements.moved, [limit])
  }

  async settled(id: string, movedAt: string): Promise<void> {
    await this.postgres.query(statements.settled, [id, movedAt])
  }

  marks(ids: readonly string[]): Promise<{ id: string; timeZone: string; revision: number }[]> {
    return this.postgres.query(statements.marks, [ids])
  }

  zones(ids: readonly string[]): Promise<{ id: string; timeZone: string }[]> {
    return this.postgres.query(statements.zones, [ids])
  }
}
