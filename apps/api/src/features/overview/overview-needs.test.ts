import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })

interface Told {
  name: string
  need: string
  yours: boolean
}

describe('what the first screen asks of whom', () => {
  let api: Api
  let asha: Person
  let ravi: Person
  let lila: Person
  let child: string
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    asha = await aPerson(api)
    ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
    lila = await joins(api, await aPerson(api), asha.householdId, 'viewer')
    child = (await asha.post(`${asha.home}/members`, { name: 'Ira' })).body.id
  })
  afterAll(() => api.close())

  const overview = async (who: Person) => (await who.get(`${asha.home}/overview`)).body
  const askedOf = async (who: Person): Promise<string[]> =>
    (await overview(who)).needs
      .filter(({ yours }: Told) => yours)
      .map(({ name, need }: Told) => `${name} ${need}`)
  const subscribe = async (body: object) => {
    const answer = await asha.post(`${asha.home}/subscriptions`, {
      kind: 'ott',
      interval: { count: 1, unit: 'month' },
      price: inr(60_000),
      recordsItself: false,
      ...body,
    })
    expect(answer.status).toBe(201)
    return answer.body
  }

  it('asks who pays and who manages, never a viewer, and of a child whoever looks after the household', async () => {
    const pack = { kind: 'mobile', renewal: 'manual', interval: { count: 28, unit: 'day' } }
    await subscribe({ name: 'Netflix', startsOn: '2026-11-20', paidBy: ravi.memberId })
    await subscribe({
      name: 'Vi',
      ...pack,
      startsOn: '2026-10-01',
      managedBy: ravi.memberId,
      pastPeriods: 'assumePaid',
    })
    await subscribe({ name: 'Cartoons', startsOn: '2026-11-21', paidBy: child, managedBy: child })
    await subscribe({ name: 'News', startsOn: '2026-11-22', paidBy: lila.memberId })
    expect(await askedOf(ravi)).toEqual(['Vi stopped', 'Netflix overdue'])
    expect(await askedOf(asha)).toEqual(['Cartoons overdue', 'News overdue'])
    expect(await askedOf(lila)).toEqual([])
    const { needs, needCount } = await overview(lila)
    expect([needs.length, needCount]).toEqual([4, 4])
  })

  it('lists what is yours first, and of others whom it waits for', async () => {
    const { needs } = await overview(ravi)
    expect(needs.map(({ yours }: Told) => yours)).toEqual([true, true, false, false])
    expect(needs.slice(2).map(({ memberId }: { memberId: string }) => memberId)).toEqual([
      child,
      lila.memberId,
    ])
  })

  it('asks who got a transfer whether it arrived, and nobody else', async () => {
    const shared = await subscribe({
      name: 'Shared',
      startsOn: '2026-11-23',
      split: { kind: 'equal', memberIds: [asha.memberId, ravi.memberId] },
    })
    const { body } = await asha.get(`${asha.home}/charges?subscriptionId=${shared.id}`)
    await asha.post(`${asha.home}/charges/${body.items[0].id}/payments`, { paidOn: '2026-11-23' })
    const { status } = await ravi.post(`${asha.home}/settlements`, {
      from: ravi.memberId,
      to: asha.memberId,
      amount: inr(30_000),
      settledOn: '2026-11-23',
    })
    expect(status).toBe(201)
    const { arrivals } = await overview(asha)
    expect(arrivals).toMatchObject([
      { from: ravi.memberId, to: asha.memberId, amount: inr(30_000), on: '2026-11-23' },
    ])
    expect((await overview(ravi)).arrivals).toEqual([])
    expect((await overview(lila)).arrivals).toEqual([])
    await asha.post(`${asha.home}/settlements/${arrivals[0].settlementId}/confirm`)
    expect((await overview(asha)).arrivals).toEqual([])
  })
})
