import { loadCatalogue } from '@streamline/catalogue'
import { searchIn } from '@streamline/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { documentsOf } from './catalogue-documents.ts'
import { planIndexOf } from './catalogue-index.ts'

const catalogue = loadCatalogue()

let api: Api

beforeAll(async () => {
  api = await startApi()
})

afterAll(() => api.close())

const get = async (path: string) => (await api.fetchJson(path)).body

const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id)

/** Every id of a list, page by page. */
const walk = async (path: string, limit: number) => {
  const ids: string[] = []
  for (let cursor = ''; ;) {
    const page = await get(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`)
    ids.push(...idsOf(page))
    if (page.nextCursor === null) return ids
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`
  }
}

describe('GET /v1/plans', () => {
  it.each([
    ['hotstar 299', 'jiohotstar-in-premium-monthly'],
    ['act 150', 'act-in-chennai-basic'],
    ['netflix', 'netflix-in-mobile'],
    ['netf', 'netflix-in-mobile'],
    ['netflix 649', 'netflix-in-premium'],
    ['NETFLIX  premium!', 'netflix-in-premium'],
    ['jio 299', 'jio-in-pre-299-28d'],
    ['₹299 jio', 'jio-in-pre-299-28d'],
  ])('finds first by %j the plan %s', async (q, id) => {
    const page = await get(`/v1/plans?country=IN&q=${encodeURIComponent(q)}`)
    expect(page.items[0]).toMatchObject({ id })
  })

  it('finds 28-day packs of Jio by "jio 28 days", the ones for every phone first', async () => {
    const { items } = await get('/v1/plans?q=jio%2028%20days')
    expect(items.length).toBeGreaterThan(5)
    expect(items[0]).toMatchObject({
      providerId: 'jio',
      interval: { count: 28, unit: 'day' },
      status: 'current',
    })
    expect(items[0].attributes.deviceLimit).toBeUndefined()
  })

  it('finds what a plan includes after the plans themselves', async () => {
    const { items } = await get('/v1/plans?country=IN&q=netflix&limit=100')
    const isOwn = items.map(({ providerId }: { providerId: string }) => providerId === 'netflix')
    expect(isOwn.lastIndexOf(true)).toBeLessThan(isOwn.indexOf(false))
    expect(isOwn).toContain(false)
  })

  it.each([
    'jio',
    'j',
    'jio 28',
    'netf',
    'hotstar 1',
    'act 150',
    'unlimited 5g',
    'prime video',
    'a b',
    'zzz',
    'netflx',
    'जिओ 299',
    'hot star',
  ])('finds by %j exactly the plans that the domain says match, in its order, each once', async (q) => {
    const { plans, providers } = documentsOf(catalogue)
    const expected = searchIn(planIndexOf(plans, providers), q).map(({ item }) => item.id)
    const found = await walk(`/v1/plans?q=${encodeURIComponent(q)}`, 30)
    expect(found).toEqual(expected)
  })

  it('pages all plans without gap or repetition', async () => {
    const ids = await walk('/v1/plans', 100)
    expect(new Set(ids).size).toBe(catalogue.plans.length)
    expect(ids).toHaveLength(catalogue.plans.length)
  })

  it('filters by country, kind and provider', async () => {
    const { items } = await get('/v1/plans?country=IN&kind=broadband&providerId=act&limit=100')
    expect(items).toHaveLength(13)
    for (const item of items)
      expect(item).toMatchObject({ country: 'IN', kind: 'broadband', providerId: 'act' })
  })

  it('shows what is debited beside the advertised price', async () => {
    const { items } = await get('/v1/plans?country=IN&q=act%20150')
    expect(items[0]).toMatchObject({
      price: { amount: 82_000, currency: 'INR' },
      tax: { included: false, basisPoints: 1800 },
      debit: { amount: 96_760, currency: 'INR' },
    })
  })

  it('finds nothing by signs without a word', async () => {
    expect(await get('/v1/plans?q=%E2%82%B9%20-%20%25')).toEqual({ items: [], nextCursor: null })
  })

  it.each([
    'cursor=abc',
    'cursor=WyI5OngiLCJhIl0',
    'q=jio&cursor=WyI5OngiLCJhIl0',
    'limit=0',
    'limit=101',
    'country=in',
    'kind=gym',
    'x=1',
    'q=a&q=b',
  ])('refuses ?%s with a pointer', async (query) => {
    const answer = await api.fetchJson(`/v1/plans?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: expect.stringMatching(/^\/query\//) }],
    })
  })

  it('may be kept by anybody for a while', async () => {
    const { headers } = await api.fetchJson('/v1/plans?q=jio')
    expect(headers.get('cache-control')).toBe('public, max-age=300')
  })

  it('is not sent again to who has it', async () => {
    const tag = (await api.fetchJson('/v1/plans?q=jio')).headers.get('etag') ?? ''
    const ask = (path: string, known: string) => api.fetchJson(path, { headers: { 'If-None-Match': known } })
    const unchanged = await ask('/v1/plans?q=jio', `"other", W/${tag}`)
    expect([unchanged.status, unchanged.body, unchanged.headers.get('etag')]).toEqual([304, undefined, tag])
    expect(unchanged.headers.get('cache-control')).toBe('public, max-age=300')
    expect((await ask('/v1/plans?q=netflix', tag)).status).toBe(200)
    expect((await ask('/v1/plans?limit=0', tag)).status).toBe(400)
  })
})

describe('GET /v1/plans/{id}', () => {
  it('tells price history, contents and source', async () => {
    const plan = await get('/v1/plans/jiohotstar-in-premium-monthly')
    expect(plan).toMatchObject({ id: 'jiohotstar-in-premium-monthly', providerName: 'JioHotstar' })
    expect(plan.priceVersions.length).toBeGreaterThan(0)
    expect(plan.source.title).not.toBe('')
  })

  it.each(['nothing-like-it', '%00', 'A%20B', '..%2F..'])('answers 404 for %s', async (id) => {
    const answer = await api.fetchJson(`/v1/plans/${id}`)
    expect([400, 404]).toContain(answer.status)
  })
})

describe('GET /v1/providers', () => {
  it('shows the chips of a country first, in their order', async () => {
    const { items } = await get('/v1/providers?country=IN&limit=100')
    const chips = catalogue.chips.IN
    expect(idsOf({ items }).slice(0, chips.length)).toEqual(chips)
    expect(items[chips.length]).toMatchObject({ popular: false })
  })

  it('pages all providers without gap or repetition', async () => {
    const ids = await walk('/v1/providers', 10)
    expect(ids.toSorted()).toEqual(catalogue.providers.map(({ id }) => id).toSorted())
  })

  it('finds by name, by the name on a statement and by kind', async () => {
    expect(idsOf(await get('/v1/providers?q=netf'))).toEqual(['netflix'])
    expect(idsOf(await get('/v1/providers?country=IN&q=hotstar'))).toContain('jiohotstar')
    expect(idsOf(await get('/v1/providers?country=IN&kind=broadband'))).toContain('act')
    expect(idsOf(await get('/v1/providers?country=IN&q=नेटफ्लिक्स'))).toEqual(['netflix'])
    expect(idsOf(await get('/v1/providers?country=IN&q=hot%20star'))).toEqual(['jiohotstar'])
    expect(idsOf(await get('/v1/providers?country=IN&q=novi%20digital'))).toEqual(['jiohotstar'])
    expect(await walk('/v1/providers?q=tv', 2)).toEqual(idsOf(await get('/v1/providers?q=tv&limit=100')))
  })
})
