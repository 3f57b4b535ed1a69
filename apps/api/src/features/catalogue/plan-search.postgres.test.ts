import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { queryPlanOf } from '../../../test/query-plan.ts'
import { findStatement } from '../../platform/documents/document-statement.ts'
import type { Where } from '../../platform/documents/document-store.ts'
import { planShape } from './catalogue.collections.ts'
import { matchesOf } from './plan-search.ts'

let api: Api

/** Ten times the catalogue, so that a plan which only works on a small table shows. */
beforeAll(async () => {
  api = await startApi()
  const plans = api.documents.collection(planShape)
  const all = await plans.find({ sort: 'rank', limit: 10_000 })
  for (let n = 1; n <= 10; n++)
    await plans.upsertMany(
      all.map((plan) => ({
        ...plan,
        id: `${plan.id}-${n}`,
        providerId: `${plan.providerId}-${n}`,
        searchTokens: [...plan.searchTokens, `w${n}`],
      })),
    )
  await api.postgres.pool.query('vacuum analyze plans')
})

afterAll(() => api.close())

type PlanWhere = Where<'country' | 'providerId' | 'words' | 'beginnings' | 'allBeginnings' | 'rank'>

const queryPlan = (where: PlanWhere, after: { value: string; id: string } | null = null) =>
  queryPlanOf(api, findStatement<keyof PlanWhere>('plans', { where, sort: 'rank', limit: 51, after }))

describe('searching 8,000 plans', () => {
  it.each(['netflix w7', 'hotstar 299 w10', 'jio 28 days w3', 'act 150 w4', 'zzz'])(
    'looks up every match of %j in an inverted index',
    async (q) => {
      for (const match of matchesOf(q) ?? []) {
        const plan = await queryPlan(match)
        expect(plan.readsWhole).toEqual([])
        expect(plan.indexes.join()).toMatch(/^plans_(words|beginnings|all_beginnings|of_provider)/)
      }
    },
  )

  it('reads a word that fits everywhere in order of rank and stops at the page', async () => {
    const [, , match] = matchesOf('mob') ?? []
    const plan = await queryPlan({ country: { equals: 'IN' }, ...match })
    expect(plan.readsWhole).toEqual([])
  })

  it('pages the list of a country along its index', async () => {
    const plan = await queryPlan({ country: { equals: 'IN' } }, { value: '1.04', id: 'm' })
    expect(plan).toEqual({ indexes: ['plans_of_country'], readsWhole: [] })
  })
})
