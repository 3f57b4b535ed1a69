import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { manyHouseholds } from '../../../test/many-households.ts'
import { webhookStatements } from './webhook.repository.ts'

const statements = Object.values(webhookStatements).map(({ name, text }) => [name, text] as const)

describe('the statements of webhooks', () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi()
    const seed = await manyHouseholds(api, 3000)
    await seed(`insert into users (id, email, email_normalised, name, created_at, updated_at)
      select h, h || '@example.org', h || '@example.org', 'Asha', timestamptz '2026-01-01', timestamptz '2026-01-01' from unnest($1::uuid[]) h`)
    await seed(`insert into webhooks (id, user_id, household_id, name, preset, sealed_config, created_at)
      select gen_random_uuid(), case when n = 1 then h end, case when n = 2 then h end, 'x', 'generic', 'x', timestamptz '2026-12-01'
      from unnest($1::uuid[]) h, generate_series(1, 2) n`)
    await api.postgres.pool.query('analyze')
  })
  afterAll(() => api.close())

  it.each(statements)('%s reads no table from end to end', async (_name, text) => {
    const { rows } = await api.postgres.pool.query(`explain (generic_plan) ${text}`)
    expect(JSON.stringify(rows)).not.toMatch(/Seq Scan on webhooks/)
  })
})
