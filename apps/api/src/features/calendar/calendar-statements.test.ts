import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { manyHouseholds } from '../../../test/many-households.ts'
import { calendarFeedStatements } from './calendar-feed.repository.ts'

const statements = Object.values(calendarFeedStatements).map(({ name, text }) => [name, text] as const)

describe('the statements of calendars', () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi()
    const seed = await manyHouseholds(api, 3000)
    await seed(`insert into users (id, email, email_normalised, name, created_at, updated_at)
      select h, h || '@example.org', h || '@example.org', 'Asha', timestamptz '2026-01-01', timestamptz '2026-01-01' from unnest($1::uuid[]) h`)
    await seed(`insert into calendar_feeds (household_id, user_id, token_hash, scope, kinds, created_at)
      select h, h, sha256(h::text::bytea), 'own', '[]', timestamptz '2026-12-01' from unnest($1::uuid[]) h`)
    await api.postgres.pool.query('analyze')
  })
  afterAll(() => api.close())

  it.each(statements)('%s reads no table from end to end', async (_name, text) => {
    const { rows } = await api.postgres.pool.query(`explain (generic_plan) ${text}`)
    expect(JSON.stringify(rows)).not.toMatch(/Seq Scan on (calendar_feeds|households|users)/)
  })
})
