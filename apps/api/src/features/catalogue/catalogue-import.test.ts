import { loadCatalogue } from '@streamline/catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { CatalogueImportService } from './catalogue-import.service.ts'
import { documentsOf } from './catalogue-documents.ts'
import { CatalogueRepository } from './catalogue.repository.ts'

const { plans, providers } = documentsOf(loadCatalogue())

let api: Api

beforeAll(async () => {
  api = await startApi()
})

afterAll(() => api.close())

describe('loading the catalogue', () => {
  it('happened at the start, and is skipped while the content is the same', async () => {
    const { rows } = await api.postgres.pool.query('select count(*)::int as plans from plans')
    expect(rows).toEqual([{ plans: plans.length }])
    expect(await api.app.get(CatalogueImportService).run({ plans, providers })).toBe(false)
  })

  it('changes only what changed, keeps prices that were published and plans that are not sold any more', async () => {
    const repository = api.app.get(CatalogueRepository)
    const [gone, repriced, ...others] = plans
    if (gone === undefined || repriced === undefined) throw new Error('The catalogue is empty')
    const version = { ...repriced.priceVersions[0], id: 'newer', price: { amount: 1, currency: 'EUR' } }
    const next = { ...repriced, priceVersions: [version] } as typeof repriced
    expect(await api.app.get(CatalogueImportService).run({ plans: [next, ...others], providers })).toBe(true)

    expect(await repository.plans.get(gone.id)).toMatchObject({ status: 'superseded', revision: 2 })
    const stored = await repository.plans.get(repriced.id)
    expect(stored?.priceVersions.map(({ id }) => id)).toEqual([
      ...repriced.priceVersions.map(({ id }) => id),
      'newer',
    ])
    const { rows } = await api.postgres.pool.query(
      'select count(*)::int as same from plans where revision = 1',
    )
    expect(rows).toEqual([{ same: plans.length - 2 }])
  })
})
