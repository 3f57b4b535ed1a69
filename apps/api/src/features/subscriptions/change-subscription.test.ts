import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHouseholdInTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { type Person } from '../../../test/a-person.ts'
import { loseAnswers } from '../../../test/acts.ts'
import { startApi, type Api } from '../../../test/harness.ts'

let api: Api
let home: HouseholdInTime
let asha: Person

beforeAll(async () => {
  api = await startApi({ now: '2026-11-23T06:30:00Z' })
  home = await aHouseholdInTime(api)
  asha = home.person
})

afterAll(() => api.close())

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { count: 1, unit: 'month' }
const own = { name: 'Gym stream', kind: 'ott', startsOn: '2026-11-23', interval: monthly, price: inr(10_000) }

const create = (draft: object, headers: Record<string, string> = {}, who = asha) =>
  who.post(`${asha.home}/subscriptions`, draft, headers)

describe('changing a subscription', () => {
  it('insists on the revision that was seen, and shows the newer one otherwise', async () => {
    const { body } = await create(own)
    const path = `${asha.home}/subscriptions/${body.id}`
    const changed = await asha.patch(path, { name: 'Second' }, { 'If-Match': '"1"' })
    expect(changed).toMatchObject({ status: 200, body: { name: 'Second', revision: 2 } })
    expect(changed.headers.get('etag')).toBe('"2"')
    const stale = await asha.patch(path, { name: 'Third' }, { 'If-Match': '"1"' })
    expect(stale).toMatchObject({
      status: 412,
      body: { code: 'stale-revision', current: { id: body.id, name: 'Second', revision: 2 } },
    })
    for (const action of ['renew', 'cancel', 'reactivate'])
      expect((await asha.post(`${path}/${action}`, {}, { 'If-Match': '"1"' })).status).toBe(412)
    expect((await asha.get(path)).body).toMatchObject({ name: 'Second', revision: 2 })
  })

  it('without If-Match works on what is there, also when several come at once', async () => {
    const { body } = await create(own)
    const path = `${asha.home}/subscriptions/${body.id}`
    const answers = await Promise.all(['a', 'b', 'c'].map((label) => asha.patch(path, { labels: [label] })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await asha.get(path)).body.revision).toBe(4)
  })

  it('is seen by the charges that are not paid yet', async () => {
    const { body } = await create(own)
    await home.change(body.id, { name: 'New name' })
    expect((await home.charges(body.id)).map(({ subscriptionName }) => subscriptionName)).toEqual([
      'New name',
      'New name',
    ])
  })

  it('takes line and note away with an empty text', async () => {
    const { body } = await create({ ...own, line: '12345', note: 'n' })
    expect(await home.change(body.id, { line: '', note: '' })).toMatchObject({ line: null, note: null })
  })

  it('keeps people who have left where they were named, and names nobody of them anew', async () => {
    const { body: gone } = await asha.post(`${asha.home}/members`, { name: 'Gone' })
    const { body } = await create({ ...own, usedBy: [gone.id] })
    await api.postgres.pool.query(`update household_members set left_on = '2026-11-23' where id = $1`, [
      gone.id,
    ])
    const path = `${asha.home}/subscriptions/${body.id}`
    expect((await asha.patch(path, { name: 'Still there' })).body).toMatchObject({ usedBy: [gone.id] })
    expect((await create({ ...own, usedBy: [gone.id] })).status).toBe(422)
  })

  it('does an act once for one Idempotency-Key, also after a crash before the answer', async () => {
    const { body } = await create({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-20' })
    const path = `${asha.home}/subscriptions/${body.id}/renew`
    const key = { 'Idempotency-Key': randomUUID() }
    const first = await asha.post(path, { payment: {} }, key)
    await loseAnswers(api, asha)
    const again = await asha.post(path, { payment: {} }, key)
    expect(again.body).toEqual(first.body)
    expect(first.body.timeline.filter((entry: { expected: boolean }) => !entry.expected)).toHaveLength(2)
  })

  it.each([
    ['a day in the future', { renewedOn: '2026-11-24' }, 'date-out-of-range', '/renewedOn'],
    ['a day before the start', { renewedOn: '2026-11-09' }, 'date-out-of-range', '/renewedOn'],
    ['another currency', { price: { amount: 5, currency: 'USD' } }, 'currency-mismatch', undefined],
    [
      'more money than it costs',
      { payment: { amount: inr(29_901) } },
      'amount-out-of-range',
      '/payment/amount',
    ],
    [
      'money of another currency',
      { payment: { amount: { amount: 5, currency: 'USD' } } },
      'currency-mismatch',
      '/payment/amount/currency',
    ],
    ['an unknown payer', { payment: { paidBy: randomUUID() } }, 'unknown-member', '/payment/paidBy'],
  ])('refuses a recharge with %s', async (_, renewal, code, pointer) => {
    const { body } = await create({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-10' })
    const answer = await asha.post(`${asha.home}/subscriptions/${body.id}/renew`, renewal)
    expect(answer).toMatchObject({ status: 422, body: { code } })
    if (pointer !== undefined) expect(answer.body.errors[0].pointer).toBe(pointer)
    expect((await asha.get(`${asha.home}/subscriptions/${body.id}`)).body.revision).toBe(1)
  })
})
