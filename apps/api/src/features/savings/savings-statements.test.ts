import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { manyHouseholds } from '../../../test/many-households.ts'
import { savingsStepStatements } from './savings-step.repository.ts'
import { savingsStatements } from './savings.repository.ts'
import { wantedBothStatements } from './wanted-both.repository.ts'

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
    await seed(
      `insert into wanted_both
       select h, gen_random_uuid(), gen_random_uuid(), true, gen_random_uuid(), date '2026-11-23'
       from unnest($1::uuid[]) h, generate_series(1, 50)`,
    )
    await seed(
      `insert into savings (household_id, member_id)
       select h, gen_random_uuid() from unnest($1::uuid[]) h, generate_series(1, 50)`,
    )
    await api.postgres.pool.query('analyze savings, savings_steps, wanted_both')
  })
  afterAll(() => api.close())

  const statements = [
    savingsStatements.home,
    savingsStatements.staysTrue,
    ...Object.values(savingsStepStatements),
    ...Object.values(wantedBothStatements),
  ]

  it.each(statements.map(({ name, text }) => [name, text]))(
    '%s reads no table from end to end',
    async (_name, text) => {
      const { rows } = await api.postgres.pool.query(`explain (generic_plan) ${text}`)
      expect(JSON.stringify(rows)).not.toMatch(
        /Seq Scan on (savings_steps|wanted_both)|"Node Type":"Seq Scan"/,
      )
    },
  )
})
