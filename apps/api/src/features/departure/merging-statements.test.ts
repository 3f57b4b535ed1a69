import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { manyHouseholds } from '../../../test/many-households.ts'
import { mergingStatements } from './merging.repository.ts'

const statements = Object.values(mergingStatements).map(({ name, text }) => [name, text] as const)

describe('the statements of people who became one', () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi()
    const seed = await manyHouseholds(api, 3000)
    await seed(`insert into mergings (id, household_id, member_id, into_id, merged_on, merged_at, before)
      select h, h, h, gen_random_uuid(), date '2026-12-01', timestamptz '2026-12-01', '{}' from unnest($1::uuid[]) h`)
    await api.postgres.pool.query('analyze')
  })
  afterAll(() => api.close())

  it.each(statements)('%s reads no table from end to end', async (_name, text) => {
    const { rows } = await api.postgres.pool.query(`explain (generic_plan) ${text}`)
    expect(JSON.stringify(rows)).not.toMatch(/Seq Scan on (mergings|households)/)
  })
})
