import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import { Postgres } from '../../platform/postgres/postgres.ts'

/** Names one projection: what one person sees of a household on one date. */
export interface OverviewKey {
  readonly householdId: string
  readonly memberId: string
  readonly today: CalendarDate
  readonly revision: number
}

export const overviewStatements = {
  read: {
    name: 'overviews.read',
    text: `select body from overviews
      where household_id = $1 and member_id = $2 and local_date = $3 and revision = $4`,
  },
  // An older build that was overtaken must not replace a newer one.
  save: {
    name: 'overviews.save',
    text: `insert into overviews as o (household_id, member_id, local_date, revision, body) values ($1, $2, $3, $4, $5)
      on conflict (household_id, member_id, local_date) do update set revision = excluded.revision, body = excluded.body
      where o.revision < excluded.revision`,
  },
  dropOlder: {
    name: 'overviews.drop-older',
    text: 'delete from overviews where household_id = $1 and member_id = $2 and local_date < $3',
  },
  erase: { name: 'overviews.erase', text: 'delete from overviews where household_id = $1' },
} as const

@Injectable()
export class OverviewRepository {
  constructor(private readonly postgres: Postgres) {}

  async read({ householdId, memberId, today, revision }: OverviewKey): Promise<string | undefined> {
    const values = [householdId, memberId, today, revision]
    const [row] = await this.postgres.query<{ body: string }>(overviewStatements.read, values)
    return row?.body
  }

  async save({ householdId, memberId, today, revision }: OverviewKey, body: string): Promise<void> {
    await this.postgres.query(overviewStatements.save, [householdId, memberId, today, revision, body])
    await this.postgres.query(overviewStatements.dropOlder, [householdId, memberId, today])
  }

  async erase(householdId: string): Promise<void> {
    await this.postgres.query(overviewStatements.erase, [householdId])
  }
}
