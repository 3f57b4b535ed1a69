import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHouseholdInTime } from '../../../test/a-household-in-time.ts'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const month = { count: 1, unit: 'month' }

const groupsOf = ({ groups }: { groups: { key: string; name: string; totals: { amount: number }[] }[] }) =>
  groups.map(({ key, name, totals }) => [name ?? key, totals[0]?.amount])

describe('insights', () => {
  let api: Api
  let asha: Person
  let ravi: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T08:00:00Z' })
    asha = await aPerson(api)
    ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
    await subscribe({
      name: 'Stream',
      startsOn: '2026-08-05',
      interval: month,
      price: inr(60_001),
      labels: ['fun', 'kids'],
      split: { kind: 'equal', memberIds: [asha.memberId, ravi.memberId] },
    })
    await subscribe({
      name: 'Pack',
      kind: 'mobile',
      startsOn: '2026-11-01',
      interval: { count: 28, unit: 'day' },
      price: inr(29_900),
      renewal: 'manual',
      paidBy: ravi.memberId,
    })
    await subscribe({
      name: 'Mine',
      startsOn: '2026-11-10',
      interval: month,
      price: inr(9_900),
      visibility: 'private',
    })
  })
  afterAll(() => api.close())

  const subscribe = async (body: object, who = asha) => {
    const answer = await who.post(`${who.home}/subscriptions`, { kind: 'ott', ...body })
    expect(answer.status).toBe(201)
    return answer.body
  }
  const ask = async (path: string, who = asha) => {
    const { status, body } = await who.get(`${asha.home}/insights/${path}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  it('counts what was spent as the first screen does, month by month', async () => {
    const spend = await ask('spend?months=6')
    const { body: home } = await asha.get(`${asha.home}/overview`)
    expect(spend.months).toEqual(
      home.months.map(({ month: name, totals }: { month: string; totals: unknown }) => ({
        month: name,
        totals,
      })),
    )
    expect(groupsOf(spend)).toEqual([
      ['ott', 4 * 60_001 + 9_900],
      ['mobile', 29_900],
    ])
  })

  it('is by payer, by who bears it, by label, by subscription', async () => {
    expect(groupsOf(await ask('spend?by=payer'))).toEqual([
      ['Asha', 4 * 60_001 + 9_900],
      ['Ravi', 29_900],
    ])
    const shares = groupsOf(await ask('spend?by=sharer'))
    expect(shares.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(4 * 60_001 + 9_900 + 29_900)
    expect(shares).toEqual([
      ['Ravi', 2 * 60_001 + 29_900],
      ['Asha', 2 * 60_001 + 9_900],
    ])
    expect(groupsOf(await ask('spend?by=label'))).toEqual([
      ['fun', 4 * 60_001],
      ['kids', 4 * 60_001],
      [null, 39_800],
    ])
    expect(groupsOf(await ask('spend?by=subscription&months=1'))).toEqual([
      ['Stream', 60_001],
      ['Pack', 29_900],
      ['Mine', 9_900],
    ])
  })

  it('shows nobody what is private to somebody else', async () => {
    expect(groupsOf(await ask('spend?by=subscription&months=1', ravi))).toEqual([
      ['Stream', 60_001],
      ['Pack', 29_900],
    ])
    for (const path of ['subscriptions', 'calendar', 'forecast', 'spend.csv?by=subscription'])
      expect(JSON.stringify(await ask(path, ravi))).not.toMatch(/Mine|\b9900\b|\b99\.00/)
  })

  it('is a table for spreadsheets', async () => {
    const { body } = await asha.get(`${asha.home}/insights/spend.csv?by=kind&months=1`)
    expect(String(body).trim().split('\r\n')).toEqual([
      'month,kind,amount,currency',
      '2026-11,ott,699.01,INR',
      '2026-11,mobile,299.00,INR',
    ])
  })

  it('forecasts real debits by month and payer, and the cash until a day', async () => {
    const { months, cash } = await ask('forecast?months=3&until=2026-12-10')
    expect(
      months.map(({ month: name, totals }: { month: string; totals: unknown }) => [name, totals]),
    ).toEqual([
      ['2026-11', [inr(29_900)]],
      ['2026-12', [inr(60_001 + 9_900 + 29_900)]],
      ['2027-01', [inr(60_001 + 9_900 + 29_900)]],
    ])
    expect(months[0]).toMatchObject({ count: 1, expected: 1 })
    expect(cash.totals).toEqual([inr(60_001 + 29_900 + 9_900)])
    expect(cash.byPayer).toEqual([
      { memberId: asha.memberId, memberName: 'Asha', totals: [inr(69_901)] },
      { memberId: ravi.memberId, memberName: 'Ravi', totals: [inr(29_900)] },
    ])
  })

  it('has the days of a month, of the past with what was billed', async () => {
    const { days } = await ask('calendar?month=2026-10')
    expect(days).toMatchObject([
      {
        on: '2026-10-05',
        totals: [inr(60_001)],
        entries: [{ name: 'Stream', entry: 'debit', cancelled: false }],
      },
    ])
    const now = await ask('calendar')
    expect(now.days.map(({ on }: { on: string }) => on)).toEqual(['2026-11-05', '2026-11-10', '2026-11-28'])
  })

  it('tells what each subscription cost so far, by the ledger', async () => {
    const { body: charges } = await asha.get(`${asha.home}/charges?state=open&limit=100`)
    const first = charges.items.find(({ startsOn }: { startsOn: string }) => startsOn === '2026-08-05')
    await asha.post(`${asha.home}/charges/${first.id}/payments`, { paidOn: '2026-08-05' })
    const { subscriptions: items, count } = await ask('subscriptions')
    expect(count).toBe(3)
    expect(items[0]).toMatchObject({ name: 'Stream', spent: [inr(60_001)], monthly: inr(60_001), rise: null })
    const { body: detail } = await asha.get(`${asha.home}/subscriptions/${items[0].subscriptionId}`)
    expect(detail.lifetimeSpend).toEqual(items[0].spent)
  })

  it.each([
    ['spend?by=colour', '/query/by'],
    ['spend?months=0', '/query/months'],
    ['spend?months=37', '/query/months'],
    ['spend?until=2026-13', '/query/until'],
    ['forecast?months=25', '/query/months'],
    ['forecast?until=2026-11-22', '/query/until'],
    ['forecast?until=2030-01-01', '/query/until'],
    ['calendar?month=1900-01', '/query/month'],
  ])('refuses %s at its place', async (path, pointer) => {
    const { status, body } = await asha.get(`${asha.home}/insights/${path}`)
    expect([400, 422]).toContain(status)
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
  })
})

describe('a rise', () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T08:00:00Z' })
  })
  afterAll(() => api.close())

  it('is told with what a year costs more', async () => {
    const home = await aHouseholdInTime(api)
    const { id } = await home.add({
      kind: 'ott',
      name: 'Dearer',
      startsOn: '2026-07-01',
      interval: month,
      price: inr(49_900),
    })
    await home.does(id, { kind: 'changePrice', price: inr(64_900), fromOn: '2026-12-01' })
    await home.moveTo('2026-12-02')
    const { subscriptions: items } = await home.get('/insights/subscriptions')
    expect(items[0].rise).toEqual({
      since: '2026-07-01',
      before: inr(49_900),
      now: inr(64_900),
      perYear: inr(180_000),
    })
  })
})
