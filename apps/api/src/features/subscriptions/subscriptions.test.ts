import { gzipSync } from 'node:zlib'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHouseholdInTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { expectTableOf } from '../../platform/documents/document-table.contract.ts'
import { subscriptionShape } from './subscription.collection.ts'

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

const countAll = async () => {
  const { rows } = await api.postgres.pool.query<{ count: number }>(
    'select (select count(*) from subscriptions)::int + (select count(*) from charges)::int as count',
  )
  return rows[0]?.count
}

describe('adding a subscription', () => {
  it('takes from the plan what is left out, and everybody from who adds it', async () => {
    const answer = await create({ planId: 'netflix-in-premium', startsOn: '2026-11-20', line: '98765 43210' })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(answer.body).toMatchObject({
      name: 'Netflix Premium',
      kind: 'ott',
      providerId: 'netflix',
      providerName: 'Netflix',
      plan: { id: 'netflix-in-premium', status: 'unverified' },
      renewal: 'automatic',
      interval: monthly,
      price: inr(64_900),
      debit: inr(64_900),
      monthlyCost: inr(64_900),
      visibility: 'shared',
      ownerId: asha.memberId,
      managedBy: asha.memberId,
      usedBy: [asha.memberId],
      paidBy: asha.memberId,
      split: { kind: 'payer' },
      line: '••••• ••210',
      status: 'active',
      currentPeriod: { startsOn: '2026-11-20', endsOn: '2026-12-20' },
      renewsOn: '2026-12-20',
      nextDebit: { on: '2026-12-20', amount: inr(64_900), expected: false },
      decideBy: '2026-12-19',
      actions: ['cancel', 'cancelNow'],
      pending: false,
      revision: 1,
    })
    expect(answer.body.timeline).toMatchObject([
      { index: 0, startsOn: '2026-11-20', state: 'overdue', expected: false },
      { index: 1, startsOn: '2026-12-20', state: 'upcoming', expected: false },
      ...Array.from({ length: 5 }, () => ({ expected: true, chargeId: null, state: null })),
    ])
  })

  it('bills exactly what the preview showed', async () => {
    const drafts = [
      { planId: 'act-in-chennai-basic', startsOn: '2026-08-31', billDay: 31, dueDays: 10 },
      {
        ...own,
        startsOn: '2026-09-30',
        trial: { count: 1, unit: 'month' },
        intro: { price: inr(99), periods: 1 },
      },
      { planId: 'jio-in-pre-299-28d', startsOn: '2026-11-01', price: inr(30_100) },
    ]
    for (const { name, kind, ...draft } of drafts as (typeof own)[]) {
      const { body: preview } = await asha.post(`${asha.home}/subscriptions/preview`, { ...draft, count: 5 })
      const { body } = await create({ ...(name ? { name, kind } : {}), ...draft })
      const charged = body.timeline.map((entry: Record<string, unknown>) => [
        entry['startsOn'],
        entry['endsOn'],
        entry['dueOn'],
        entry['amount'],
        entry['net'],
        entry['tax'],
        entry['phase'],
      ])
      const shown = preview.periods.map((period: Record<string, unknown>) => [
        period['startsOn'],
        period['endsOn'],
        period['dueOn'],
        period['charge'],
        period['net'],
        period['tax'],
        period['phase'],
      ])
      expect(charged.slice(0, 5)).toEqual(shown)
    }
  })

  it('previews twelve periods unless told otherwise, up to two hundred', async () => {
    const draft = { startsOn: '2024-01-31', interval: monthly, price: inr(100) }
    const { body } = await asha.post(`${asha.home}/subscriptions/preview`, draft)
    expect(body.periods).toHaveLength(12)
    const { body: long } = await asha.post(`${asha.home}/subscriptions/preview`, { ...draft, count: 200 })
    expect(long.periods[199]).toMatchObject({
      startsOn: '2040-08-31',
      endsOn: '2040-09-30',
      charge: inr(100),
    })
  })

  it('adds the tax of India where the price is without it', async () => {
    const { body } = await create({ ...own, taxIncluded: false })
    expect(body).toMatchObject({
      price: inr(10_000),
      tax: { included: false, basisPoints: 1800 },
      debit: inr(11_800),
    })
  })

  it('overrides interval, price and renewal of a plan in one step', async () => {
    const { body } = await create({
      planId: 'jio-in-pre-299-28d',
      startsOn: '2026-11-23',
      interval: { count: 84, unit: 'day' },
      price: inr(85_900),
      renewal: 'automatic',
    })
    expect(body).toMatchObject({
      price: inr(85_900),
      renewal: 'automatic',
      renewsOn: '2027-02-15',
      providerId: 'jio',
    })
  })

  it('raises what lies in the past as dues, or counts it as paid where that is said', async () => {
    const startsOn = '2026-08-23'
    const { body: unpaid } = await create({ ...own, startsOn })
    expect(states(unpaid)).toEqual(['overdue', 'overdue', 'overdue', 'due', 'upcoming'])
    const { body: paid } = await create({ ...own, startsOn, pastPeriods: 'assumePaid' })
    expect(states(paid)).toEqual(['paid', 'paid', 'paid', 'due', 'upcoming'])
    expect(paid.timeline[0].payments).toMatchObject([
      { assumed: true, paidOn: startsOn, amount: inr(10_000) },
    ])
    expect(paid.lifetimeSpend).toEqual([inr(30_000)])
  })

  it('happens once for one Idempotency-Key', async () => {
    const key = { 'Idempotency-Key': randomUUID() }
    const first = await create(own, key)
    const before = await countAll()
    const again = await create(own, key)
    expect(again.body).toEqual(first.body)
    expect(await countAll()).toBe(before)
    expect(await create({ ...own, name: 'Other' }, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency-conflict' },
    })
  })

  it('finds what a crash left when it is sent again with its key', async () => {
    const key = { 'Idempotency-Key': randomUUID() }
    const first = await create(own, key)
    await api.postgres.pool.query('delete from idempotent_answers where key = $1', [key['Idempotency-Key']])
    const again = await create(own, key)
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } })
  })

  it.each([
    ['an end of the year 2200', { ...own, startsOn: '2200-12-20' }, 422, 'invalid-date', undefined],
    ['a date that does not exist', { ...own, startsOn: '2026-02-30' }, 400, 'invalid-input', '/startsOn'],
    [
      'too many periods in the past',
      { ...own, startsOn: '1990-01-01', interval: { count: 1, unit: 'day' } },
      422,
      'too-many-periods',
      undefined,
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
    ['a thousand years', { ...own, interval: { count: 1000, unit: 'year' } }, 422, 'invalid-date', undefined],
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

const states = ({ timeline }: { timeline: { state: string | null }[] }) =>
  timeline.flatMap(({ state }) => state ?? [])

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

  it('does an act once for one Idempotency-Key, also after a crash before the answer', async () => {
    const { body } = await create({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-20' })
    const path = `${asha.home}/subscriptions/${body.id}/renew`
    const key = { 'Idempotency-Key': randomUUID() }
    const first = await asha.post(path, { payment: {} }, key)
    await api.postgres.pool.query('delete from idempotent_answers where key = $1', [key['Idempotency-Key']])
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

describe('who may', () => {
  it('sees nothing of a private subscription of somebody else, whatever the role', async () => {
    const { body } = await create({ ...own, visibility: 'private', name: 'Secret' })
    const manager = await joins(api, await aPerson(api), asha.householdId, 'manager')
    const path = `${asha.home}/subscriptions/${body.id}`
    expect((await asha.get(path)).status).toBe(200)
    const answers = await Promise.all([
      manager.get(path),
      manager.patch(path, { name: 'x' }),
      manager.post(`${path}/cancel`),
      manager.post(`${path}/renew`),
      manager.post(`${path}/reactivate`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect((await asha.get(`${asha.home}/subscriptions?q=secret`)).body.items).toHaveLength(1)
    expect((await manager.get(`${asha.home}/subscriptions?q=secret`)).body.items).toEqual([])
  })

  it('change what is theirs or what they manage as a member, everything shared as a manager', async () => {
    const member = await joins(api, await aPerson(api), asha.householdId, 'member')
    const viewer = await joins(api, await aPerson(api), asha.householdId, 'viewer')
    const { body: ashas } = await create(own)
    const { body: managed } = await create({ ...own, managedBy: member.memberId })
    const { body: theirs } = await create(own, {}, member)
    const path = (id: string) => `${asha.home}/subscriptions/${id}`
    expect(theirs.ownerId).toBe(member.memberId)
    expect((await member.get(path(ashas.id))).body.actions).toEqual([])
    expect(await member.patch(path(ashas.id), { name: 'x' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    })
    expect((await member.patch(path(managed.id), { name: 'x' })).status).toBe(200)
    expect((await member.patch(path(theirs.id), { name: 'x' })).status).toBe(200)
    expect((await asha.patch(path(theirs.id), { name: 'x' })).status).toBe(200)
    expect((await viewer.get(path(ashas.id))).status).toBe(200)
    expect((await viewer.patch(path(ashas.id), { name: 'x' })).status).toBe(403)
    expect((await create(own, {}, viewer)).status).toBe(403)
  })

  it('reaches nothing of another household', async () => {
    const { body } = await create(own)
    const stranger = await aPerson(api)
    expect((await stranger.get(`${asha.home}/subscriptions/${body.id}`)).status).toBe(404)
    expect((await stranger.get(`${stranger.home}/subscriptions/${body.id}`)).status).toBe(404)
    expect((await stranger.patch(`${stranger.home}/subscriptions/${body.id}`, { name: 'x' })).status).toBe(
      404,
    )
  })
})

describe('the list', () => {
  let ravi: Person
  let list: (query?: string) => Promise<{ items: Record<string, never>[]; nextCursor: string | null }>

  beforeAll(async () => {
    ravi = await aPerson(api)
    const names = ['beta', 'Alpha', 'alpha', 'Zee5 Premium', 'Δelta', 'beta']
    for (const name of names) await ravi.post(`${ravi.home}/subscriptions`, { ...own, name })
    await ravi.post(`${ravi.home}/subscriptions`, {
      planId: 'jio-in-pre-299-28d',
      startsOn: '2026-09-01',
      line: '9876543210',
      name: 'Dad',
    })
    const { body } = await ravi.post(`${ravi.home}/subscriptions`, {
      ...own,
      kind: 'broadband',
      name: 'Fibre',
      labels: ['Home office'],
    })
    await ravi.post(`${ravi.home}/subscriptions/${body.id}/cancel`)
    list = async (query = '') => (await ravi.get(`${ravi.home}/subscriptions?${query}`)).body
  })

  it('goes by name and then by id, in pages without gap or repetition', async () => {
    const all = await list()
    expect(all.items.map(({ name }) => name)).toEqual([
      'Alpha',
      'alpha',
      'beta',
      'beta',
      'Dad',
      'Fibre',
      'Zee5 Premium',
      'Δelta',
    ])
    expect(all.nextCursor).toBeNull()
    const ids: unknown[] = []
    for (let cursor = ''; ;) {
      const page = await list(`limit=3${cursor}`)
      ids.push(...page.items.map(({ id }) => id))
      if (page.nextCursor === null) break
      cursor = `&cursor=${page.nextCursor}`
    }
    expect(ids).toEqual(all.items.map(({ id }) => id))
  })

  it.each([
    ['q=jio', ['Dad']],
    ['q=dad%20ji', ['Dad']],
    ['q=210', ['Dad']],
    ['q=987', [] as string[]],
    ['q=home%20off', ['Fibre']],
    ['q=---', []],
    ['kind=broadband', ['Fibre']],
    ['status=expired', ['Dad']],
    ['status=cancelled', ['Fibre']],
    ['status=running&kind=broadband', ['Fibre']],
    ['status=active&limit=1&q=zee', ['Zee5 Premium']],
    [`memberId=${randomUUID()}`, []],
  ])('finds by %s', async (query, names) => {
    expect((await list(query)).items.map(({ name }) => name)).toEqual(names)
  })

  it('finds by the person who uses, manages or pays', async () => {
    expect((await list(`memberId=${ravi.memberId}`)).items).toHaveLength(8)
  })

  it('keeps the first page of a thousand subscriptions small', async () => {
    const crowd = await aPerson(api)
    await crowd.post(`${crowd.home}/subscriptions`, {
      planId: 'netflix-in-premium',
      startsOn: '2026-01-31',
      line: '9876543210',
      labels: ['Family', 'Evening'],
    })
    await api.postgres.pool.query(
      `insert into subscriptions select gen_random_uuid()::text, s.revision, jsonb_set(s.body, '{name}', to_jsonb('Netflix ' || n)),
         s.household_id, 'netflix ' || n, s.kind, s.visible_to, s.people, s.beginnings, s.next_effect_on, s.pending_since
       from subscriptions s, generate_series(1, 999) n where s.household_id = $1`,
      [crowd.householdId],
    )
    const answer = await crowd.get(`${crowd.home}/subscriptions`)
    expect(answer.body.items).toHaveLength(50)
    expect(gzipSync(JSON.stringify(answer.body)).length).toBeLessThan(30_000)
  })
})

it('the table of subscriptions has a column for every declared field', () =>
  expectTableOf(api.postgres, subscriptionShape))
