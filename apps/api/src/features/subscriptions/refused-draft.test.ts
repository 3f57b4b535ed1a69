import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { subscriptionShape } from './subscription.collection.ts'

let api: Api
let asha: Person

beforeAll(async () => {
  api = await startApi({ now: '2026-11-23T06:30:00Z' })
  asha = await aPerson(api)
})

afterAll(() => api.close())

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { count: 1, unit: 'month' }
const own = { name: 'Gym stream', kind: 'ott', startsOn: '2026-11-23', interval: monthly, price: inr(10_000) }

const create = (draft: object, headers: Record<string, string> = {}, who = asha) =>
  who.post(`${asha.home}/subscriptions`, draft, headers)

const countAll = async () => {
  const { rows } = await api.postgres.pool.query<{ count: number }>(
    'select count(*)::int as count from charges',
  )
  return (rows[0]?.count ?? 0) + (await api.documents.shelf(subscriptionShape).count())
}

describe('a draft that cannot be', () => {
  it.each([
    ['an end of the year 2200', { ...own, startsOn: '2200-12-20' }, 422, 'invalid-date', '/startsOn'],
    ['a balance that lasts for no day', { ...own, dayRate: inr(20_000) }, 422, 'invalid-terms', '/price'],
    ['a day that costs nothing', { ...own, dayRate: inr(0) }, 400, 'invalid-input', '/dayRate/amount'],
    [
      'a first price of another currency',
      { ...own, intro: { price: { amount: 1, currency: 'USD' }, periods: 2 } },
      422,
      'currency-mismatch',
      '/intro/price/currency',
    ],
    [
      'a minimum term beyond the calendar',
      { ...own, minimumTerm: { length: { count: 100, unit: 'year' } }, startsOn: '2150-01-01' },
      422,
      'invalid-date',
      '/minimumTerm',
    ],
    [
      'a trial beyond the calendar',
      { ...own, trial: { count: 100, unit: 'year' }, startsOn: '2150-01-01' },
      422,
      'invalid-date',
      '/trial',
    ],
    [
      'a balance of thousands of days',
      { ...own, price: inr(9_000_000), dayRate: inr(1) },
      422,
      'invalid-terms',
      '/price',
    ],
    [
      'a bill day of weeks',
      { ...own, interval: { count: 1, unit: 'week' }, billDay: 5 },
      422,
      'invalid-terms',
      '/interval',
    ],
    ['a date that does not exist', { ...own, startsOn: '2026-02-30' }, 400, 'invalid-input', '/startsOn'],
    [
      'too many periods in the past',
      { ...own, startsOn: '1990-01-01', interval: { count: 1, unit: 'day' } },
      422,
      'too-many-periods',
      '/startsOn',
    ],
    [
      'no interval and no price',
      { name: 'X', kind: 'ott', startsOn: '2026-11-23' },
      400,
      'invalid-input',
      '/interval',
    ],
    ['no name', { ...own, name: undefined }, 400, 'invalid-input', '/name'],
    [
      'a plan that is not there',
      { planId: 'nothing', startsOn: '2026-11-23' },
      422,
      'invalid-terms',
      '/planId',
    ],
    [
      'another currency than the plan',
      { planId: 'netflix-in-premium', startsOn: '2026-11-23', price: { amount: 1, currency: 'USD' } },
      422,
      'currency-mismatch',
      '/price/currency',
    ],
    [
      'an intro price in another currency',
      { ...own, intro: { price: { amount: 1, currency: 'USD' }, periods: 1 } },
      422,
      'currency-mismatch',
      undefined,
    ],
    [
      'a bill day for weeks',
      { ...own, interval: { count: 1, unit: 'week' }, billDay: 3 },
      422,
      'invalid-terms',
      undefined,
    ],
    ['due days without a bill day', { ...own, dueDays: 3 }, 422, 'invalid-terms', undefined],
    ['a negative price', { ...own, price: inr(-1) }, 400, 'invalid-input', '/price/amount'],
    ['a price beyond safe integers', { ...own, price: inr(2 ** 53) }, 400, 'invalid-input', '/price/amount'],
    [
      'an interval of nothing',
      { ...own, interval: { count: 0, unit: 'day' } },
      400,
      'invalid-input',
      '/interval/count',
    ],
    [
      'a thousand years',
      { ...own, interval: { count: 1000, unit: 'year' } },
      400,
      'invalid-input',
      '/interval/count',
    ],
    ['somebody unknown', { ...own, usedBy: [randomUUID()] }, 422, 'unknown-member', '/usedBy/0'],
    ['an unknown payer', { ...own, paidBy: randomUUID() }, 422, 'unknown-member', '/paidBy'],
    [
      'a share for somebody unknown',
      { ...own, split: { kind: 'equal', memberIds: [randomUUID()] } },
      422,
      'unknown-member',
      '/split/memberIds/0',
    ],
    ['an unknown field', { ...own, colour: 'red' }, 400, 'invalid-input', '/colour'],
    ['a name of 50 kB', { ...own, name: 'x'.repeat(50_000) }, 400, 'invalid-input', '/name'],
    ['a line break in the name', { ...own, name: 'a\nb' }, 400, 'invalid-input', '/name'],
  ])('refuses %s, with nothing written', async (_, draft, status, code, pointer) => {
    const before = await countAll()
    const answer = await create(draft)
    expect(answer).toMatchObject({ status, body: { code } })
    if (pointer !== undefined) expect(answer.body.errors[0].pointer).toBe(pointer)
    expect(await countAll()).toBe(before)
  })

  it('refuses to split with one person twice, or to split what is private', async () => {
    const twice = { kind: 'equal', memberIds: [asha.memberId, asha.memberId] }
    expect(await create({ ...own, split: twice })).toMatchObject({
      status: 422,
      body: { code: 'invalid-split' },
    })
    const { body: ravi } = await asha.post(`${asha.home}/members`, { name: 'Ravi' })
    const shared = { kind: 'equal', memberIds: [asha.memberId, ravi.id] }
    expect((await create({ ...own, split: shared })).status).toBe(201)
    expect(await create({ ...own, split: shared, visibility: 'private' })).toMatchObject({
      status: 422,
      body: { code: 'invalid-split', errors: [{ pointer: '/split/memberIds/1' }] },
    })
  })
})
