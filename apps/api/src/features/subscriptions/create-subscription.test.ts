import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loseAnswers } from '../../../test/acts.ts'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { subscriptionShape } from './subscription.collection.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

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
      plan: { id: 'netflix-in-premium', status: 'current' },
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
      actions: ['cancel', 'cancelNow', 'pause', 'changePlan', 'charge', 'correct', 'withdraw'],
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

  it('records that the running period was paid on its due day, where it was due and does not book itself', async () => {
    const paidOf = async (draft: object) => {
      const answer = await create({ ...own, recordsItself: false, currentPaid: true, ...draft })
      expect(answer.status).toBe(201)
      return answer.body.timeline.flatMap(
        ({ startsOn, payments }: { startsOn: string; payments: { paidOn: string; assumed: boolean }[] }) =>
          payments.map(({ paidOn, assumed }) => `${startsOn} ${paidOn}${assumed ? ' assumed' : ''}`),
      )
    }
    expect(await paidOf({})).toEqual(['2026-11-23 2026-11-23'])
    expect(await paidOf({ startsOn: '2026-09-10' })).toEqual(['2026-11-10 2026-11-10'])
    expect(await paidOf({ startsOn: '2026-09-10', pastPeriods: 'assumePaid' })).toEqual([
      '2026-09-10 2026-09-10 assumed',
      '2026-10-10 2026-10-10 assumed',
      '2026-11-10 2026-11-10',
    ])
    const pack = { kind: 'mobile', interval: { count: 28, unit: 'day' }, renewal: 'manual' }
    expect(await paidOf({ ...pack, startsOn: '2026-11-01' })).toEqual(['2026-11-01 2026-11-01'])
    expect(await paidOf({ ...pack, startsOn: '2026-10-01' })).toEqual(['2026-10-01 2026-10-01'])
    expect(await paidOf({ startsOn: '2026-11-24' })).toEqual([])
    expect(await paidOf({ price: inr(0) })).toEqual([])
    expect(await paidOf({ startsOn: '2026-11-10', trial: monthly })).toEqual([])
    expect(await paidOf({ startsOn: '2026-11-10', recordsItself: true })).toEqual([
      '2026-11-10 2026-11-10 assumed',
    ])
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
    await loseAnswers(api, asha)
    expect((await create({ ...own, name: 'Other' }, key)).body.code).toBe('idempotency-conflict')
    const before = await countAll()
    const again = await create(own, key)
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(await countAll()).toBe(before)
    const known = await create(own, key)
    expect([known.body, known.headers.get('idempotency-replayed')]).toEqual([first.body, 'true'])
  })

  it('does not wait for a process that said it failed, and makes nothing twice', async () => {
    const key = { 'Idempotency-Key': randomUUID() }
    const start = await countAll()
    await create(own)
    const before = await countAll()
    const repository = api.app.get(SubscriptionRepository)
    const insert = repository.insert.bind(repository)
    repository.insert = () => Promise.reject(new Error('The store refuses'))
    expect((await create(own, key)).status).toBe(500)
    repository.insert = insert
    expect((await create({ ...own, name: 'Other' }, key)).body.code).toBe('idempotency-conflict')
    expect((await create(own, key)).status).toBe(201)
    expect((await countAll()) - before).toBe(before - start)
  })
})

const states = ({ timeline }: { timeline: { state: string | null }[] }) =>
  timeline.flatMap(({ state }) => state ?? [])
