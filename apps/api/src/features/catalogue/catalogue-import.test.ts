import { loadCatalogue } from '@streamline/catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { planShape } from './catalogue.collections.ts'
import { CatalogueImportService } from './catalogue-import.service.ts'
import { documentsOf } from './catalogue-documents.ts'
import { PlanRepository } from './plan.repository.ts'

const { plans, providers } = documentsOf(loadCatalogue())

let api: Api

beforeAll(async () => {
  api = await startApi({ changesCatalogue: true })
})

afterAll(() => api.close())

describe('loading the catalogue', () => {
  it('happened at the start, and is skipped while the content is the same', async () => {
    expect(await api.documents.shelf(planShape).count()).toBe(plans.length)
    expect(await api.app.get(CatalogueImportService).run({ plans, providers })).toBe(false)
  })

  it('changes only what changed, keeps prices that were published and plans that are not sold any more', async () => {
    const repository = api.app.get(PlanRepository)
    const [gone, repriced, ...others] = plans
    if (gone === undefined || repriced === undefined) throw new Error('The catalogue is empty')
    const version = { ...repriced.priceVersions[0], id: 'newer', price: { amount: 1, currency: 'EUR' } }
    const next = { ...repriced, priceVersions: [version] } as typeof repriced
    expect(await api.app.get(CatalogueImportService).run({ plans: [next, ...others], providers })).toBe(true)

    expect(await repository.get(gone.id)).toMatchObject({ status: 'superseded', revision: 2 })
    const stored = await repository.get(repriced.id)
    expect(stored?.priceVersions.map(({ id }) => id)).toEqual([
      ...repriced.priceVersions.map(({ id }) => id),
      'newer',
    ])
    const records = await api.documents.shelf(planShape).recordsAfter(null, 10_000)
    expect(records.filter(({ revision }) => revision === 1)).toHaveLength(plans.length - 2)
  })
})
