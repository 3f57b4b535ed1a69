import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'

/** Names one projection: what one person sees of a household on one date. */
export interface OverviewKey {
  readonly householdId: string
  readonly memberId: string
  readonly today: CalendarDate
  readonly revision: number
  /** Names the build and the catalogue that shape it. */
  readonly shape: string
}

export const overviewStatements = {
  read: {
    name: 'overviews.read',
    text: `select gzip from overviews
      where household_id = $1 and member_id = $2 and local_date = $3 and revision = $4 and shape = $5`,
  },
  // One that was overtaken must not replace a newer one. Those of earlier days go with it.
  save: {
    name: 'overviews.save',
    text: `with earlier as (
        delete from overviews where household_id = $1 and member_id = $2 and local_date < $3
      )
      insert into overviews as o (household_id, member_id, local_date, revision, shape, gzip)
      select id, $2, $3, $4, $5, $6 from households where id = $1
      on conflict (household_id, member_id, local_date) do update
        set revision = excluded.revision, shape = excluded.shape, gzip = excluded.gzip
      where o.revision < excluded.revision or (o.revision = excluded.revision and o.shape <> excluded.shape)`,
  },
  erase: { name: 'overviews.erase', text: 'delete from overviews where household_id = $1' },
} as const

@Injectable()
export class OverviewRepository {
  constructor(private readonly postgres: Postgres) {}

  /** Packed, as it is sent. */
  async read({ householdId, memberId, today, revision, shape }: OverviewKey): Promise<Buffer | undefined> {
    const values = [householdId, memberId, today, revision, shape]
    const [row] = await this.postgres.query<{ gzip: Buffer }>(overviewStatements.read, values)
    return row?.gzip
  }

  async save({ householdId, memberId, today, revision, shape }: OverviewKey, packed: Buffer): Promise<void> {
    const values = [householdId, memberId, today, revision, shape, packed]
    await this.postgres.query(overviewStatements.save, values)
  }

  async erase(tx: Tx, householdId: string): Promise<void> {
    await tx.query(overviewStatements.erase, [householdId])
  }
}
