import { gunzipSync, gzipSync } from 'node:zlib'
import { loadCatalogue } from '@streamline/catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { logQueries } from '../../../test/query-log.ts'
import { documentsOf } from '../catalogue/catalogue-documents.ts'
import { CatalogueImportService } from '../catalogue/catalogue-import.service.ts'

describe('what is stored of the first screen', () => {
  let api: Api
  let asha: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    asha = await aPerson(api)
    await asha.post(`${asha.home}/subscriptions`, { planId: 'netflix-in-premium', startsOn: '2026-11-20' })
  })
  afterAll(() => api.close())

  const overview = () =>
    api.fetchJson(`${asha.home}/overview`, { token: asha.token, headers: { 'Accept-Encoding': 'identity' } })
  /** What is sent where the stored one holds. */
  const mark = async () => {
    const ofHousehold = 'where household_id = $1'
    const { rows } = await api.postgres.pool.query(`select gzip from overviews ${ofHousehold}`, [
      asha.householdId,
    ])
    const stored = JSON.parse(String(gunzipSync(rows[0].gzip)))
    const marked = gzipSync(JSON.stringify({ ...stored, running: { ...stored.running, count: 77 } }))
    await api.postgres.pool.query(`update overviews set gzip = $2 ${ofHousehold}`, [asha.householdId, marked])
  }

  it('is sent as long as nothing changed', async () => {
    await overview()
    await mark()
    expect((await overview()).body.running.count).toBe(77)
  })

  it('is not sent by another build', async () => {
    await mark()
    await api.postgres.pool.query(`update overviews set shape = 'of another build'`)
    expect((await overview()).body.running.count).toBe(1)
    await mark()
    // It took the place of the other one.
    expect((await overview()).body.running.count).toBe(77)
  })

  it('is not sent under another catalogue, and plans are read anew', async () => {
    await mark()
    const { plans, providers } = documentsOf(loadCatalogue())
    const changed = plans.map((plan) =>
      plan.providerId === 'netflix' ? { ...plan, name: `${plan.name}!` } : plan,
    )
    expect(await api.app.get(CatalogueImportService).run({ plans: changed, providers })).toBe(true)
    expect((await overview()).body.running.count).toBe(1)
  })

  it('is made once for sixteen who ask at the same time', async () => {
    await asha.post(`${asha.home}/members`, { name: 'Ravi' })
    const log = logQueries()
    const answers = await Promise.all(Array.from({ length: 16 }, overview)).finally(() => log.stop())
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
    expect(log.queries.filter(({ name }) => name === 'overviews.save')).toHaveLength(1)
  })
})
