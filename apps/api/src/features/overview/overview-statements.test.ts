import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { overviewStatements } from './overview.repository.ts'

describe('the statements of the first screen', () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi()
    const households = [Array.from({ length: 200 }, () => v7())]
    await api.postgres.pool.query(
      `insert into households (id, name, country, currency, time_zone, created_at, updated_at)
       select h, 'Home', 'IN', 'INR', 'Asia/Kolkata', timestamptz '2026-01-01', timestamptz '2026-01-01'
       from unnest($1::uuid[]) h`,
      households,
    )
    await api.postgres.pool.query(
      `insert into overviews select h, gen_random_uuid(), date '2026-11-23', 1, ''
       from unnest($1::uuid[]) h, generate_series(1, 50)`,
      households,
    )
    await api.postgres.pool.query('analyze overviews')
  })
  afterAll(() => api.close())

  it.each(Object.values(overviewStatements).map(({ name, text }) => [name, text]))(
    '%s reads no table from end to end',
    async (_name, text) => {
      const { rows } = await api.postgres.pool.query(`explain (generic_plan) ${text}`)
      expect(JSON.stringify(rows)).not.toContain('Seq Scan on overviews')
    },
  )
})
