import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { manyHouseholds } from '../../../test/many-households.ts'
import { savingsStepStatements } from './savings-step.repository.ts'

describe('the statements of savings', () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi()
    const seed = await manyHouseholds(api, 200)
    await seed(
      `insert into savings_steps
       select gen_random_uuid(), h, n::text, 'cancel', date '2026-11-23', gen_random_uuid(), date '2026-11-23', false, '{}', null
       from unnest($1::uuid[]) h, generate_series(1, 50) n`,
    )
    await api.postgres.pool.query('analyze savings_steps')
  })
  afterAll(() => api.close())

  it.each(Object.values(savingsStepStatements).map(({ name, text }) => [name, text]))(
    '%s reads no table from end to end',
    async (_name, text) => {
      const { rows } = await api.postgres.pool.query(`explain (generic_plan) ${text}`)
      expect(JSON.stringify(rows)).not.toContain('Seq Scan on savings_steps')
    },
  )
})
