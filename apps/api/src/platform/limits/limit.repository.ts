import { Injectable } from '@nestjs/common'
import { Postgres, type Queries } from '../postgres/postgres.ts'

export interface TakenRow {
  isTaken: boolean
  emptyAt: string
}

const statements = {
  /** `$3` is what one take costs, `$4` how much fits. Two processes that ask at once are told one after the other. */
  take: {
    name: 'limits.take',
    text: `with taken as (
        insert into limits as l (key, empty_at) values ($1, $2::timestamptz + $3::interval)
        on conflict (key) do update set empty_at = greatest(l.empty_at, $2::timestamptz) + $3::interval
          where greatest(l.empty_at, $2::timestamptz) + $3::interval <= $2::timestamptz + $4::interval
        returning empty_at)
      select true as "isTaken", empty_at as "emptyAt" from taken
      union all
      select false, empty_at from limits where key = $1 and not exists (select from taken)`,
  },
  giveBack: {
    name: 'limits.give-back',
    text: 'update limits set empty_at = empty_at - $2::interval where key = $1',
  },
  forget: { name: 'limits.forget', text: 'delete from limits where key = $1' },
  purge: {
    name: 'limits.purge',
    text: `delete from limits where key in (select key from limits where empty_at < $1 limit 1000) returning key`,
  },
}

const interval = (ms: number) => `${ms} milliseconds`

@Injectable()
export class LimitRepository {
  constructor(private readonly postgres: Postgres) {}

  async take(
    on: Queries,
    key: string,
    now: string,
    costMs: number,
    roomMs: number,
  ): Promise<TakenRow | undefined> {
    const values = [key, now, interval(costMs), interval(roomMs)]
    const [row] = await on.query<TakenRow>(statements.take, values)
    return row
  }

  async giveBack(key: string, costMs: number): Promise<void> {
    await this.postgres.query(statements.giveBack, [key, interval(costMs)])
  }

  async forget(key: string): Promise<void> {
    await this.postgres.query(statements.forget, [key])
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(statements.purge, [before])).length
  }
}
