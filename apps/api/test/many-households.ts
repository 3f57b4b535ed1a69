import { v7 } from 'uuid'
import type { Api } from './harness.ts'

/** So many that reading everything is never the cheaper plan. Answers how to add to them: `$1` are their ids. */
export async function manyHouseholds({ postgres }: Api, count: number) {
  const ids = Array.from({ length: count }, () => v7())
  const seed = (text: string) => postgres.pool.query(text, [ids])
  await seed(`insert into households (id, name, country, currency, time_zone, created_at, updated_at)
    select h, 'Home', 'IN', 'INR', 'Asia/Kolkata', timestamptz '2026-01-01', timestamptz '2026-01-01'
    from unnest($1::uuid[]) h`)
  return seed
}
