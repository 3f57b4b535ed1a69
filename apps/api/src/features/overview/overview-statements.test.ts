import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { manyHouseholds } from '../../../test/many-households.ts'
import { overviewStatements } from './overview.repository.ts'

describe('the statements of the first screen', () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi()
    const seed = await manyHouseholds(api, 200)
    await seed(
      `insert into overviews select h, gen_random_uuid(), date '2026-11-23', 1, ''
       from unnest($1::uuid[]) h, generate_series(1, 50)`,
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
