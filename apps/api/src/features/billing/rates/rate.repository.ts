import { Injectable } from '@nestjs/common'
import { rateInForce, type CalendarDate, type Exchange } from '@streamline/domain'
import { Postgres, type Queries } from '../../../platform/postgres/postgres.ts'
import { rates } from './rate.table.ts'
import { insertRows, selectList } from '../../../platform/postgres/row-columns.ts'

export type RateRow = Omit<typeof rates.$inferSelect, 'on'> & { on: CalendarDate }

export interface RateQuery {
  householdId: string
  /** The last rate of the page before. */
  before: { on: string; id: string }
  limit: number
}

const columns = selectList(rates, 'r')

/** Both directions, each by its own index. */
const newest = (from: string, to: string) => `(select ${columns} from rates r
  where r.household_id = $1 and r.from_currency = ${from} and r.to_currency = ${to} and r.on_date <= $4::date
  order by r.on_date desc limit 1)`

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
  /** The newest of each direction. */
  inForce: {
    name: 'rates.in-force',
    text: `${newest('$2', '$3')} union all ${newest('$3', '$2')}`,
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

  /** The rate that counts on a day, either way round. */
  async inForce(on: Queries, householdId: string, exchange: Exchange): Promise<RateRow | undefined> {
    const { from, to, on: day } = exchange
    return rateInForce(
      await on.query<RateRow>(rateStatements.inForce, [householdId, from, to, day]),
      exchange,
    )
  }

  async remove(on: Queries, householdId: string, id: string): Promise<boolean> {
    return (await on.query(rateStatements.remove, [householdId, id])).length > 0
  }
}
