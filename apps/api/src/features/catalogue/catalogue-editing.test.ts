import { loadCatalogue } from '@streamline/catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHouseholdInTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { aPerson, grant, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { planCorrectionShape } from './catalogue.collections.ts'
import { documentsOf } from './catalogue-documents.ts'
import { CatalogueImportService } from './catalogue-import.service.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const plans = '/v1/admin/catalogue/plans'
const drafts = '/v1/admin/catalogue/drafts'
const corrections = '/v1/admin/catalogue/corrections'

const family = {
  providerId: 'netflix',
  name: 'Netflix Family',
  kind: 'ott',
  mode: null,
  country: 'IN',
  region: null,
  price: inr(89_900),
  taxIncluded: true,
  interval: { count: 1, unit: 'month' },
  renewal: 'automatic',
  note: null,
}

let api: Api
let editor: HouseholdInTime
let asha: HouseholdInTime

beforeAll(async () => {
  api = await startApi({ now: '2026-10-20T06:30:00Z', changesCatalogue: true })
  editor = await aHouseholdInTime(api)
  await grant(api, editor.person.userId, 'catalogueEditor')
  asha = await aHouseholdInTime(api)
})

afterAll(() => api.close())

const put = (id: string, draft: object) =>
  editor.person.send(`${drafts}/${id}`, { method: 'PUT', body: draft })
const readPlan = async (id: string) => (await api.fetchJson(`/v1/plans/${id}`)).body
const found = async (q: string) =>
  (await api.fetchJson(`/v1/plans?country=IN&q=${q}`)).body.items.map(({ id }: { id: string }) => id)

describe('drafts', () => {
  it('are seen by editors only, until they are published', async () => {
    expect((await put('netflix-in-family', family)).body).toMatchObject({
      id: 'netflix-in-family',
      providerName: 'Netflix',
      isNew: true,
    })
    expect((await api.fetchJson('/v1/plans/netflix-in-family')).status).toBe(404)
    expect(await found('netflix%20family')).not.toContain('netflix-in-family')
    expect((await editor.person.get(drafts)).body.items).toMatchObject([
      { id: 'netflix-in-family', name: 'Netflix Family' },
    ])

    const published = await editor.person.post(`${drafts}/netflix-in-family/publish`)
    expect(published.body).toMatchObject({
      status: 'current',
      price: inr(89_900),
      priceVersions: [{ id: 'netflix-in-family@89900', effectiveOn: '2026-10-20' }],
    })
    expect((await found('netflix%20family'))[0]).toBe('netflix-in-family')
    expect((await editor.person.get(drafts)).body).toEqual({ items: [], nextCursor: null })
  })

  it('of a plan that there is change it; its price stays history', async () => {
    await put('netflix-in-family', { ...family, name: 'Netflix Family HD', price: inr(99_900) })
    expect((await editor.person.get(drafts)).body.items).toMatchObject([{ isNew: false }])
    const { body } = await editor.person.post(`${drafts}/netflix-in-family/publish`, {
      effectiveOn: '2026-11-01',
    })
    expect(body).toMatchObject({
      name: 'Netflix Family HD',
      price: inr(89_900),
      priceVersions: [{ price: inr(89_900) }],
      announced: [{ id: 'netflix-in-family@99900', effectiveOn: '2026-11-01' }],
    })
  })

  it('are discarded', async () => {
    await put('netflix-in-duo', { ...family, name: 'Netflix Duo' })
    expect((await editor.person.send(`${drafts}/netflix-in-duo`, { method: 'DELETE' })).status).toBe(204)
    expect((await editor.person.send(`${drafts}/netflix-in-duo`, { method: 'DELETE' })).status).toBe(404)
    expect((await editor.person.post(`${drafts}/netflix-in-duo/publish`)).status).toBe(404)
  })

  it.each([
    ['netflix-in-x', { ...family, providerId: 'nobody' }, '/providerId'],
    ['zee5-in-x', family, '/id'],
  ])('%s is refused where it fits nowhere', async (id, draft, pointer) => {
    const { status, body } = await put(id, draft)
    expect([status, body.errors]).toEqual([400, [{ pointer, message: expect.any(String) }]])
  })

  it('may not change for how long a price holds', async () => {
    await put('netflix-in-family', { ...family, interval: { count: 1, unit: 'year' } })
    const { status, body } = await editor.person.post(`${drafts}/netflix-in-family/publish`)
    expect([status, body.errors[0].pointer]).toEqual([400, '/interval'])
    await editor.person.send(`${drafts}/netflix-in-family`, { method: 'DELETE' })
  })
})

describe('a price that is dated', () => {
  it('must lie after the last one, within a year, in the currency of the plan, and be another one', async () => {
    const id = 'netflix-in-family'
    const dated = async (price: object, effectiveOn: string) => {
      const { status, body } = await editor.person.post(`${plans}/${id}/prices`, { price, effectiveOn })
      return [status, body.code, body.errors?.[0].pointer]
    }
    expect(await dated(inr(1), '2026-11-01')).toEqual([422, 'date-out-of-range', '/effectiveOn'])
    expect(await dated(inr(1), '2027-10-22')).toEqual([422, 'date-out-of-range', '/effectiveOn'])
    expect(await dated(inr(99_900), '2026-12-01')).toEqual([400, 'invalid-input', '/price'])
    expect(await dated({ amount: 1, currency: 'EUR' }, '2026-12-01')).toEqual([
      422,
      'currency-mismatch',
      undefined,
    ])
    expect((await readPlan(id)).announced).toHaveLength(1)
  })

  it('is taken back while it is announced, and is history afterwards', async () => {
    const id = 'netflix-in-family'
    await editor.person.post(`${plans}/${id}/prices`, { price: inr(109_900), effectiveOn: '2026-12-01' })
    const takeBack = (versionId: string) =>
      editor.person.post(`${plans}/${id}/prices/take-back`, { versionId })
    expect((await editor.person.get(`${plans}/${id}`)).body.announced).toHaveLength(2)
    expect((await takeBack(`${id}@109900`)).body.announced).toHaveLength(1)
    expect((await takeBack(`${id}@109900`)).status).toBe(404)
    expect((await takeBack(`${id}@89900`)).body.code).toBe('illegal-transition')
  })
})

describe('subscribers', () => {
  let subscription: { id: string; path: string }

  const read = async () => (await asha.person.get(subscription.path)).body
  const needs = async () => {
    const { body } = await asha.person.get(`${asha.person.home}/overview`)
    return body.needs.filter(
      ({ need, subscriptionId }: Record<string, string>) =>
        need === 'priceChange' && subscriptionId === subscription.id,
    )
  }

  beforeAll(async () => {
    const { body } = await asha.person.post(`${asha.person.home}/subscriptions`, {
      planId: 'jiohotstar-in-premium-monthly',
      startsOn: '2026-10-15',
    })
    subscription = { id: body.id, path: `${asha.person.home}/subscriptions/${body.id}` }
    expect(body.priceNews).toBeNull()
    await editor.person.post(`${plans}/jiohotstar-in-premium-monthly/prices`, {
      price: inr(34_900),
      effectiveOn: '2026-11-12',
    })
  })

  it('stay on their price and are told what comes, what it costs a year and until when it can be avoided', async () => {
    const news = {
      versionId: 'jiohotstar-in-premium-monthly@34900',
      from: inr(29_900),
      to: inr(34_900),
      price: inr(34_900),
      on: '2026-11-12',
      perYear: inr(60_000),
      decideBy: '2026-11-14',
    }
    expect(await read()).toMatchObject({ price: inr(29_900), priceNews: news })
    expect(await needs()).toMatchObject([
      {
        subscriptionId: subscription.id,
        on: '2026-11-14',
        days: 25,
        action: 'decide',
        amount: inr(34_900),
        priceNews: news,
      },
    ])
  })

  it('are told on the day too, when new ones pay the new price', async () => {
    await asha.moveTo('2026-11-12')
    await editor.signIn()
    const plan = await readPlan('jiohotstar-in-premium-monthly')
    expect(plan).toMatchObject({ price: inr(34_900), asOf: '2026-11-12', announced: [] })
    expect(plan.priceVersions.at(-1)).toMatchObject({ id: 'jiohotstar-in-premium-monthly@34900' })
    expect(await needs()).toMatchObject([{ days: 2 }])
    const { body } = await asha.person.post(`${asha.person.home}/subscriptions`, {
      planId: 'jiohotstar-in-premium-monthly',
      startsOn: '2026-11-12',
      name: 'New',
    })
    expect(body).toMatchObject({ price: inr(34_900), priceNews: null })
    expect(await read()).toMatchObject({ price: inr(29_900) })
  })

  it('keep theirs and hear no more of it, until the next price', async () => {
    const kept = await asha.person.patch(subscription.path, {
      keptBesideId: 'jiohotstar-in-premium-monthly@34900',
    })
    expect(kept.body).toMatchObject({ price: inr(29_900), priceNews: null })
    expect(await needs()).toEqual([])
    await editor.person.post(`${plans}/jiohotstar-in-premium-monthly/prices`, {
      price: inr(39_900),
      effectiveOn: '2026-12-12',
    })
    expect(await needs()).toMatchObject([{ priceNews: { from: inr(29_900), to: inr(39_900) } }])
  })

  it('take the other price, pay it, and hear of the one after it', async () => {
    const priceVersionId = 'jiohotstar-in-premium-monthly@39900'
    const taken = await asha.person.post(`${subscription.path}/acts`, {
      act: { kind: 'changePrice', price: inr(39_900), fromOn: '2026-12-12', priceVersionId },
    })
    expect(taken.body).toMatchObject({ price: inr(39_900), priceNews: null })
    expect(await needs()).toEqual([])
    await editor.person.post(`${plans}/jiohotstar-in-premium-monthly/prices`, {
      price: inr(44_900),
      effectiveOn: '2027-01-12',
    })
    expect(await needs()).toMatchObject([{ priceNews: { from: inr(39_900), to: inr(44_900) } }])
  })

  it('keep a plan that is withdrawn', async () => {
    const gone = await editor.person.post(`${plans}/jiohotstar-in-premium-monthly/withdraw`)
    expect(gone.body).toMatchObject({ status: 'superseded' })
    expect((await editor.person.post(`${plans}/jiohotstar-in-premium-monthly/withdraw`)).body.code).toBe(
      'illegal-transition',
    )
    expect(await read()).toMatchObject({ status: 'active', plan: { status: 'superseded' } })
  })
})

describe('suggestions', () => {
  const id = 'netflix-in-premium'
  const suggest = (person: Person, amount: number, seenOn = '2026-11-10') =>
    person.post(`/v1/plans/${id}/corrections`, { price: inr(amount), seenOn })

  it('are one per person and plan, and say nothing of who pays that', async () => {
    const ravi = await aPerson(api)
    expect((await suggest(asha.person, 60_000)).status).toBe(201)
    await suggest(asha.person, 69_900, '2026-11-01')
    await suggest(ravi, 69_900)
    const { body } = await editor.person.get(corrections)
    expect(body).toEqual({
      items: [
        {
          planId: id,
          planName: 'Netflix Premium',
          providerName: 'Netflix',
          known: inr(64_900),
          price: inr(69_900),
          people: 2,
          seenOn: '2026-11-10',
        },
      ],
      nextCursor: null,
    })
    const stored = await api.documents.shelf(planCorrectionShape).recordsAfter(null, 10)
    expect(stored).toHaveLength(2)
    expect(JSON.stringify(stored)).not.toContain(asha.person.userId)
  })

  it('are declined or taken, by plan and price', async () => {
    const decide = (amount: number, decision: string) =>
      editor.person.post(`${corrections}/decide`, { planId: id, price: inr(amount), decision })
    const other = await aPerson(api)
    await suggest(other, 50_000)
    expect((await decide(50_000, 'decline')).body).toEqual({ decided: 1 })
    expect((await decide(50_000, 'decline')).status).toBe(404)
    expect((await decide(69_900, 'accept')).body).toEqual({ decided: 2 })
    expect(await readPlan(id)).toMatchObject({ price: inr(69_900), asOf: '2026-11-10', status: 'current' })
    expect((await editor.person.get(corrections)).body.items).toEqual([])
  })

  it('are refused for another currency, a day that is not over and one long ago', async () => {
    const path = `/v1/plans/${id}/corrections`
    const euro = await asha.person.post(path, { price: { amount: 1, currency: 'EUR' }, seenOn: '2026-11-10' })
    expect(euro.body.code).toBe('currency-mismatch')
    for (const seenOn of ['2026-11-14', '2025-10-01'])
      expect((await suggest(asha.person, 1, seenOn)).body).toMatchObject({
        code: 'date-out-of-range',
        errors: [{ pointer: '/seenOn' }],
      })
    expect(
      (await asha.person.post('/v1/plans/nothing/corrections', { price: inr(1), seenOn: '2026-11-10' }))
        .status,
    ).toBe(404)
  })
})

describe('the catalogue that comes with a version', () => {
  it('undoes nothing that editors did, until it knows something newer', async () => {
    const { plans: bundled, providers } = documentsOf(loadCatalogue())
    const changed = bundled.map((plan) =>
      plan.id === 'netflix-in-premium' ? { ...plan, note: 'Another one' } : plan,
    )
    const load = (all: typeof bundled) => api.app.get(CatalogueImportService).run({ plans: all, providers })
    expect(await load(changed)).toBe(true)
    expect(await readPlan('netflix-in-premium')).toMatchObject({ price: inr(69_900), note: null })
    expect(await readPlan('netflix-in-family')).toMatchObject({ status: 'current' })
    expect(await readPlan('jiohotstar-in-premium-monthly')).toMatchObject({ status: 'superseded' })
    const newer = changed.map((plan) =>
      plan.id === 'netflix-in-premium' ? { ...plan, asOf: '2026-11-20' as typeof plan.asOf } : plan,
    )
    await load(newer)
    const plan = await readPlan('netflix-in-premium')
    expect(plan).toMatchObject({ price: inr(64_900), note: 'Another one' })
    expect(plan.priceVersions.map((version: { id: string }) => version.id)).toContain(
      'netflix-in-premium@69900',
    )
  })
})
