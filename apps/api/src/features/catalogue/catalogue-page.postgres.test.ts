import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { queryPlanOf } from '../../../test/query-plan.ts'
import { findStatement } from '../../platform/documents/document-statement.ts'
import { planShape } from './catalogue.collections.ts'

let api: Api

/** Ten times the catalogue, so that a plan which only works on a small table shows. */
beforeAll(async () => {
  api = await startApi()
  const plans = api.documents.collection(planShape)
  const all = await plans.find({ sort: 'rank', limit: 10_000 })
  for (let n = 1; n <= 10; n++)
    await plans.upsertMany(
      all.map((plan) => ({ ...plan, id: `${plan.id}-${n}`, providerId: `${plan.providerId}-${n}` })),
    )
  await api.postgres.pool.query('vacuum analyze plans')
})

afterAll(() => api.close())

describe('a list of 8,000 plans', () => {
  it('is paged along the index of its country', async () => {
    const where = { country: { equals: 'IN' } }
    const statement = findStatement<'country' | 'rank'>('plans', {
      where,
      sort: 'rank',
      limit: 51,
      after: { value: '1.04', id: 'm' },
    })
    expect(await queryPlanOf(api, statement)).toEqual({ indexes: ['plans_of_country'], readsWhole: [] })
  })
})
