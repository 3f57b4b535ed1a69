import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { BillingService } from '../billing.service.ts'
import { Postgres } from '../../../platform/postgres/postgres.ts'

interface Item {
  dueOn: string
  state: string
}

const inr = (amount: number) => ({ amount, currency: 'INR' })

describe('the charges of a household', () => {
  let api: Api
  let asha: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T18:20:00Z' })
    asha = await aPerson(api)
    const subscribe = (body: object) => asha.post(`${asha.home}/subscriptions`, { kind: 'ott', ...body })
    await subscribe({
      name: 'A',
      startsOn: '2026-09-23',
      interval: { count: 1, unit: 'month' },
      price: inr(10_000),
    })
    await subscribe({
      name: 'B',
      kind: 'broadband',
      startsOn: '2026-10-05',
      interval: { count: 1, unit: 'month' },
      price: inr(82_000),
      taxIncluded: false,
      billDay: 20,
      dueDays: 10,
    })
  })
  afterAll(() => api.close())

  const list = async (query: string): Promise<Item[]> =>
    (await asha.get(`${asha.home}/charges?${query}`)).body.items
  const days = async (query: string) => (await list(query)).map(({ dueOn }) => dueOn)

  it('are listed by due date and found by their state', async () => {
    expect((await list('')).map(({ dueOn, state }) => [dueOn, state])).toEqual([
      ['2026-09-23', 'overdue'],
      ['2026-10-23', 'overdue'],
      ['2026-10-30', 'overdue'],
      ['2026-11-23', 'due'],
      ['2026-11-30', 'due'],
      ['2026-12-23', 'upcoming'],
      ['2026-12-30', 'upcoming'],
    ])
    expect(await days('state=overdue')).toEqual(['2026-09-23', '2026-10-23', '2026-10-30'])
    expect(await days('state=due')).toEqual(['2026-11-23', '2026-11-30'])
    expect(await days('state=open')).toHaveLength(5)
    expect(await days('state=upcoming')).toEqual(['2026-12-23', '2026-12-30'])
    expect(await days('state=paid')).toEqual([])
    expect((await asha.get(`${asha.home}/charges?state=late`)).body.errors[0].pointer).toBe('/query/state')
  })

  it('show net and tax, and who bears them', async () => {
    const [charge] = (await asha.get(`${asha.home}/charges?state=due`)).body.items.slice(-1)
    expect(charge).toMatchObject({
      net: inr(82_000),
      tax: inr(14_760),
      amount: inr(96_760),
      outstanding: inr(96_760),
      shares: [{ memberId: asha.memberId, amount: inr(96_760) }],
    })
  })

  it('come page by page without a gap', async () => {
    const seen: string[] = []
    for (let cursor = ''; ;) {
      const { body } = await asha.get(`${asha.home}/charges?limit=3${cursor}`)
      seen.push(...body.items.map(({ dueOn }: Item) => dueOn))
      if (body.nextCursor === null) break
      cursor = `&cursor=${body.nextCursor}`
    }
    expect(seen).toEqual(await days('limit=100'))
  })

  it('change their state at midnight of the household, not before', async () => {
    await api.clock.moveTo('2026-11-23T18:29:59Z')
    expect(await days('state=due')).toContain('2026-11-23')
    await api.clock.moveTo('2026-11-23T18:30:00Z')
    expect(await days('state=due')).toEqual(['2026-11-30'])
    expect(await days('state=overdue')).toContain('2026-11-23')
  })

  it('go with their household, and only then', async () => {
    const [charge] = (await asha.get(`${asha.home}/charges?state=overdue`)).body.items
    await asha.post(`${asha.home}/charges/${charge.id}/payments`)
    const billing = api.app.get(BillingService)
    await api.app.get(Postgres).transaction((tx) => billing.eraseHousehold(tx, asha.householdId))
    const { rows } = await api.postgres.pool.query(
      `select (select count(*) from charges) + (select count(*) from payments)
        + (select count(*) from ledger_transactions) + (select count(*) from ledger_entries) as left_over`,
    )
    expect(rows[0].left_over).toBe(0)
  })
})
