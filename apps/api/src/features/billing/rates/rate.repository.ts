import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import { rates } from './rate.table.ts'
import { insertRows, selectList } from '../row-columns.ts'

export type RateRow = Omit<typeof rates.$inferSelect, 'on'> & { on: CalendarDate }

export interface RateQuery {
  householdId: string
  /** The last rate of the page before. */
  before: { on: string; id: string }
  limit: number
}

const columns = selectList(rates, 'r')

/** Every prepared statement on rates; a test explains each. */
export const rateStatements = {
  set: {
    name: 'rates.set',
    text: `${insertRows(rates, 'r')}
      on conflict (household_id, from_currency, to_currency, on_date) do update set rate = excluded.rate,
        source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
      returning ${columns}`,
  },
  list: {
    name: 'rates.list',
    text: `select ${columns} from rates r where r.household_id = $1 and (r.on_date, r.id) < ($2::date, $3::uuid)
      order by r.on_date desc, r.id desc limit $4`,
  },
  inForce: {
    name: 'rates.in-force',
    text: `select ${columns} from rates r
      where r.household_id = $1 and r.from_currency = $2 and r.to_currency = $3 and r.on_date <= $4::date
      order by r.on_date desc limit 1`,
  },
  remove: {
    name: 'rates.remove',
    text: 'delete from rates r where r.household_id = $1 and r.id = $2 returning r.id',
  },
} as const

@Injectable()
export class RateRepository {
  constructor(private readonly postgres: Postgres) {}

  /** The same pair and day again replaces what was there. */
  async set(on: Queries, row: RateRow): Promise<RateRow> {
    const [set = row] = await on.query<RateRow>(rateStatements.set, [JSON.stringify([row])])
    return set
  }

  list({ householdId, before, limit }: RateQuery): Promise<RateRow[]> {
    return this.postgres.query<RateRow>(rateStatements.list, [householdId, before.on, before.id, limit])
  }

  /** The latest on or before a day. */
  async inForce(
    tx: Tx,
    householdId: string,
    from: string,
    to: string,
    day: CalendarDate,
  ): Promise<RateRow | undefined> {
    const [row] = await tx.query<RateRow>(rateStatements.inForce, [householdId, from, to, day])
    return row
  }

  async remove(on: Queries, householdId: string, id: string): Promise<boolean> {
    return (await on.query(rateStatements.remove, [householdId, id])).length > 0
  }
}
