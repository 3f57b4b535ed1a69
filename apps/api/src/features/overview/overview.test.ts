import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const month = { count: 1, unit: 'month' }

const named = (needs: { name: string; need: string; days: number }[]) =>
  needs.map(({ name, need, days }) => [name, need, days])

describe('the first screen', () => {
  let api: Api
  let asha: Person
  let ravi: string
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T18:20:00Z' })
    asha = await aPerson(api)
    ravi = (await asha.post(`${asha.home}/members`, { name: 'Ravi' })).body.id
  })
  afterAll(() => api.close())

  const overview = async (who = asha) => {
    const { status, body } = await who.get(`${who.home}/overview`)
    expect(status).toBe(200)
    return body
  }
  const subscribe = async (body: object, who = asha) => {
    const answer = await who.post(`${who.home}/subscriptions`, { kind: 'ott', ...body })
    expect(answer.status).toBe(201)
    return answer.body
  }

  it('of a new household says that there is nothing, in the same form', async () => {
    expect(await overview()).toEqual({
      today: '2026-11-23',
      currency: 'INR',
      needs: [],
      needCount: 0,
      steps: [],
      arrivals: [],
      assumed: null,
      unasked: [],
      toClaim: [],
      unused: [],
      next14: { until: '2026-12-07', totals: [], byPayer: [], days: [], count: 0, debits: [] },
      between: { balances: [], transfers: [], exact: true, credits: [] },
      months: ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map((name) => ({
        month: name,
        totals: [],
        byKind: [],
      })),
      saving: null,
      cheapest: null,
      running: { count: 0, byKind: [], monthlyCost: [], renewals: [] },
    })
  })

  it('answers the five questions of a household', async () => {
    const stream = await subscribe({
      name: 'Stream',
      startsOn: '2026-10-23',
      interval: month,
      price: inr(60_000),
      split: { kind: 'equal', memberIds: [asha.memberId, ravi] },
    })
    const pack = await subscribe({
      name: 'Pack',
      kind: 'mobile',
      line: '9876543210',
      startsOn: '2026-10-28',
      interval: { count: 28, unit: 'day' },
      price: inr(29_900),
      renewal: 'manual',
      paidBy: ravi,
      managedBy: ravi,
    })
    const { body: charges } = await asha.get(`${asha.home}/charges?subscriptionId=${stream.id}`)
    await asha.post(`${asha.home}/charges/${charges.items[0].id}/payments`, { paidOn: '2026-10-23' })
    const answer = await overview()
    expect(named(answer.needs)).toEqual([
      ['Pack', 'overdue', -26],
      ['Stream', 'due', 0],
      ['Pack', 'stopsSoon', 2],
    ])
    expect(answer.needs[2]).toMatchObject({
      subscriptionId: pack.id,
      memberId: ravi,
      action: 'recharge',
      line: '••••• ••210',
      amount: inr(29_900),
      on: '2026-11-25',
    })
    expect(answer.next14.totals).toEqual([inr(89_900)])
    expect(answer.next14.byPayer).toEqual([
      { memberId: asha.memberId, memberName: 'Asha', totals: [inr(60_000)] },
      { memberId: ravi, memberName: 'Ravi', totals: [inr(29_900)] },
    ])
    expect(answer.next14.debits).toMatchObject([
      { name: 'Stream', on: '2026-11-23', expected: false },
      { name: 'Pack', on: '2026-11-25', expected: true },
    ])
    expect(answer.between.transfers).toMatchObject([{ from: ravi, to: asha.memberId, amount: inr(30_000) }])
    expect(answer.months.slice(-2)).toEqual([
      {
        month: '2026-10',
        totals: [inr(89_900)],
        byKind: [
          { kind: 'ott', total: inr(60_000) },
          { kind: 'mobile', total: inr(29_900) },
        ],
      },
      { month: '2026-11', totals: [inr(60_000)], byKind: [{ kind: 'ott', total: inr(60_000) }] },
    ])
    expect(answer.running).toMatchObject({
      count: 2,
      byKind: [
        { kind: 'ott', count: 1 },
        { kind: 'mobile', count: 1 },
      ],
      renewals: [
        { name: 'Pack', renewsOn: '2026-11-25' },
        { name: 'Stream', renewsOn: '2026-12-23' },
      ],
    })
  })

  it('is never older than the last write', async () => {
    const [, due] = (await overview()).needs
    await asha.post(`${asha.home}/charges/${due.chargeId}/payments`)
    expect((await overview()).needs).toHaveLength(2)
    const [, { subscriptionId }] = (await overview()).needs
    await asha.post(`${asha.home}/subscriptions/${subscriptionId}/renew`, {})
    expect((await overview()).needs.map(({ need }: { need: string }) => need)).toEqual(['overdue'])
    await asha.patch(`${asha.home}/subscriptions/${subscriptionId}`, { name: 'Renamed' })
    expect((await overview()).needs[0].name).toBe('Renamed')
    await asha.post(`${asha.home}/members`, { name: 'Meera' })
    await asha.patch(asha.home, { timeZone: 'Pacific/Kiritimati' })
    expect((await overview()).today).toBe('2026-11-24')
    await asha.patch(asha.home, { timeZone: 'Asia/Kolkata' })
    expect((await overview()).today).toBe('2026-11-23')
  })

  it('turns at midnight of the household', async () => {
    await api.clock.moveTo('2026-11-23T18:29:59Z')
    expect((await overview()).today).toBe('2026-11-23')
    await api.clock.moveTo('2026-11-23T18:30:00Z')
    expect((await overview()).today).toBe('2026-11-24')
  })

  it('keeps what is private from everybody else', async () => {
    const meera = await joins(api, await aPerson(api), asha.householdId, 'manager')
    await subscribe({
      name: 'Gift',
      startsOn: '2026-11-24',
      interval: month,
      price: inr(100),
      visibility: 'private',
    })
    expect(JSON.stringify(await overview())).toContain('Gift')
    expect(JSON.stringify(await overview(meera))).not.toContain('Gift')
    expect((await overview()).running.count).toBe((await overview(meera)).running.count + 1)
  })

  it('is read by one question beside the one who asks, once it stands', async () => {
    await overview()
    const query = vi.spyOn(api.postgres.pool, 'query')
    await overview()
    const names = query.mock.calls.map(([statement]) => (statement as unknown as { name: string }).name)
    query.mockRestore()
    expect(names).toHaveLength(2)
    expect(names[1]).toBe('overviews.read')
  })

  it('is the same packed and as it is', async () => {
    const path = `${asha.home}/overview`
    const plain = await asha.get(path, { 'Accept-Encoding': 'identity' })
    const packed = await asha.get(path, { 'Accept-Encoding': 'br;q=0, gzip' })
    expect([plain, packed].map(({ headers }) => headers.get('Content-Encoding'))).toEqual([null, 'gzip'])
    expect(packed.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
    expect(packed.headers.get('Vary')).toContain('Accept-Encoding')
    expect(packed.body).toEqual(plain.body)
  })

  it('belongs to the household', async () => {
    const stranger = await aPerson(api)
    expect((await stranger.get(`${asha.home}/overview`)).status).toBe(404)
    expect((await api.fetchJson(`${asha.home}/overview`)).status).toBe(401)
  })
})
