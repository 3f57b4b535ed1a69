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

interface StoredOverview {
  /** Packed, as it is sent. */
  readonly gzip: Buffer
  /** Names the savings that it tells of. */
  readonly savingsKey: string
}

export const overviewStatements = {
  read: {
    name: 'overviews.read',
    text: `select gzip from overviews
      where household_id = $1 and member_id = $2 and local_date = $3 and revision = $4 and shape = $5
        and savings_key = coalesce((select s.needs_number || ' ' || s.made_key from savings s
          where s.household_id = $1 and s.member_id = $2), '')`,
  },
  // One that was overtaken must not replace a newer one. Those of earlier days go with it.
  save: {
    name: 'overviews.save',
    text: `with earlier as (
        delete from overviews where household_id = $1 and member_id = $2 and local_date < $3
      )
      insert into overviews as o (household_id, member_id, local_date, revision, shape, gzip, savings_key)
      select id, $2, $3, $4, $5, $6, $7 from households where id = $1
      on conflict (household_id, member_id, local_date) do update
        set revision = excluded.revision, shape = excluded.shape, gzip = excluded.gzip,
          savings_key = excluded.savings_key
      where o.revision < excluded.revision
        or (o.revision = excluded.revision and (o.shape, o.savings_key) <> (excluded.shape, excluded.savings_key))`,
  },
  erase: { name: 'overviews.erase', text: 'delete from overviews where household_id = $1' },
} as const

@Injectable()
export class OverviewRepository {
  constructor(private readonly postgres: Postgres) {}

  /** Packed, as it is sent. Savings are worked out beside any write, so what it tells of them is compared in the same question. */
  async read({ householdId, memberId, today, revision, shape }: OverviewKey): Promise<Buffer | undefined> {
    const values = [householdId, memberId, today, revision, shape]
    const [row] = await this.postgres.query<{ gzip: Buffer }>(overviewStatements.read, values)
    return row?.gzip
  }

  async save(
    { householdId, memberId, today, revision, shape }: OverviewKey,
    { gzip, savingsKey }: StoredOverview,
  ): Promise<void> {
    const values = [householdId, memberId, today, revision, shape, gzip, savingsKey]
    await this.postgres.query(overviewStatements.save, values)
  }

  async erase(tx: Tx, householdId: string): Promise<void> {
    await tx.query(overviewStatements.erase, [householdId])
  }
}
