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

/** The same answer twice: as JSON text, and packed. */
export interface Packed {
  readonly body: string
  readonly gzip: Buffer
}

const read = (column: keyof Packed) => ({
  name: `overviews.read-${column}`,
  text: `select ${column} as content from overviews
    where household_id = $1 and member_id = $2 and local_date = $3 and revision = $4
      and shape = $5`,
})

export const overviewStatements = {
  body: read('body'),
  gzip: read('gzip'),
  // One that was overtaken must not replace a newer one. Those of earlier days go with it.
  save: {
    name: 'overviews.save',
    text: `with earlier as (
        delete from overviews where household_id = $1 and member_id = $2 and local_date < $3
      )
      insert into overviews as o (household_id, member_id, local_date, revision, shape, body, gzip)
      select id, $2, $3, $4, $5, $6, $7 from households where id = $1
      on conflict (household_id, member_id, local_date) do update
        set revision = excluded.revision, shape = excluded.shape, body = excluded.body, gzip = excluded.gzip
      where o.revision < excluded.revision or (o.revision = excluded.revision and o.shape <> excluded.shape)`,
  },
  erase: { name: 'overviews.erase', text: 'delete from overviews where household_id = $1' },
} as const

@Injectable()
export class OverviewRepository {
  constructor(private readonly postgres: Postgres) {}

  async read(
    { householdId, memberId, today, revision, shape }: OverviewKey,
    form: keyof Packed,
  ): Promise<string | Buffer | undefined> {
    const values = [householdId, memberId, today, revision, shape]
    const [row] = await this.postgres.query<{ content: string | Buffer }>(overviewStatements[form], values)
    return row?.content
  }

  async save(
    { householdId, memberId, today, revision, shape }: OverviewKey,
    { body, gzip }: Packed,
  ): Promise<void> {
    const values = [householdId, memberId, today, revision, shape, body, gzip]
    await this.postgres.query(overviewStatements.save, values)
  }

  async erase(tx: Tx, householdId: string): Promise<void> {
    await tx.query(overviewStatements.erase, [householdId])
  }
}
