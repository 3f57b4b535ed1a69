import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

describe('a household', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T20:00:00Z' })))
  afterAll(() => api.close())

  it('has its own today', async () => {
    const india = await aPerson(api)
    const brazil = await aPerson(api, { country: 'BR', timeZone: 'America/Sao_Paulo' })
    expect((await india.get(india.home)).body.today).toBe('2026-11-24')
    expect((await brazil.get(brazil.home)).body).toMatchObject({ today: '2026-11-23', currency: 'BRL' })
  })

  it('is changed only by who has seen its latest state', async () => {
    const { home, get, patch } = await aPerson(api)
    const seen = (await get(home)).headers.get('etag') ?? ''
    expect(seen).toBe('"1"')
    const renamed = await patch(home, { name: 'Ours' }, { 'If-Match': seen })
    expect([renamed.status, renamed.headers.get('etag')]).toEqual([200, '"2"'])
    const stale = await patch(home, { name: 'Mine' }, { 'If-Match': seen })
    expect([stale.status, stale.body.code, stale.body.current.name]).toEqual([412, 'stale-revision', 'Ours'])
    expect((await patch(home, { name: 'By script' })).status).toBe(200)
    for (const broken of ['2', '"x"', '""', '"1", "2"'])
      expect((await patch(home, {}, { 'If-Match': broken })).body.errors[0].pointer).toBe('/header/If-Match')
  })

  it('has members with and without an account', async () => {
    const { home, get, post } = await aPerson(api, { name: 'Asha' })
    const child = await post(`${home}/members`, { name: 'Mira' })
    expect(child.body).toMatchObject({
      name: 'Mira',
      hasAccount: false,
      isYou: false,
      role: 'member',
      joinedOn: '2026-11-24',
    })
    const { items } = (await get(`${home}/members`)).body
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['Asha', 'Mira'])
  })

  it('pages its members', async () => {
    const { home, get, post } = await aPerson(api)
    for (const name of ['B', 'C', 'D']) await post(`${home}/members`, { name })
    const names: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await get(`${home}/members?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      names.push(...body.items.map(({ name }: { name: string }) => name))
      cursor = body.nextCursor
    }
    expect(names).toEqual(['Asha', 'B', 'C', 'D'])
  })

  it('is one of several of a person', async () => {
    const person = await aPerson(api)
    await person.post('/v1/households', { name: 'Parents', country: 'GB', currency: 'EUR' })
    const { items } = (await person.get('/v1/households')).body
    expect(items.map(({ currency, timeZone }: Record<string, string>) => [currency, timeZone])).toEqual([
      ['INR', 'Asia/Kolkata'],
      ['EUR', 'Europe/London'],
    ])
  })
})
