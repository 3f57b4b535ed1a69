import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { inr } from '../../../test/a-shared-home.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const drafted = {
  kind: 'ott',
  startsOn: '2026-06-01',
  interval: { count: 1, unit: 'month' },
  price: inr(64_900),
}

describe('what nobody uses, on the first screen', () => {
  let api: Api
  let asha: Person
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  beforeEach(async () => void (asha = await aPerson(api)))
  afterAll(() => api.close())

  const subscribe = async (draft: object, who = asha): Promise<string> =>
    (await who.post(`${asha.home}/subscriptions`, { ...drafted, ...draft })).body.id
  const note = async (id: string, body: object, who = asha) => {
    const answer = await who.post(`${asha.home}/subscriptions/${id}/usage`, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body
  }
  const unused = async (who = asha): Promise<{ name: string; days: number }[]> =>
    (await who.get(`${asha.home}/overview`)).body.unused

  it('is told with what it costs, the longest first, and no more once somebody used it', async () => {
    const netflix = await subscribe({ name: 'Netflix' })
    const zee = await subscribe({ name: 'ZEE5', price: inr(9900) })
    await subscribe({ name: 'Nobody notes' })
    await note(netflix, { kind: 'used', on: '2026-09-24', amount: 1 })
    const old = await note(zee, { kind: 'hours', on: '2026-08-01', amount: 60 })
    expect(await unused()).toMatchObject([
      { name: 'ZEE5', days: 114, lastUsedOn: '2026-08-01', monthlyCost: inr(9900), mayCancel: true },
      { name: 'Netflix', days: 60, lastUsedOn: '2026-09-24', monthlyCost: inr(64_900) },
    ])
    await note(netflix, { kind: 'used', amount: 1 })
    expect(await unused()).toMatchObject([{ name: 'ZEE5' }])
    await asha.patch(`${asha.home}/usage/${old.id}`, { on: '2026-11-01' })
    expect(await unused()).toEqual([])
  })

  it('is told the day it becomes 60 days, and not of what is cancelled or paused', async () => {
    const netflix = await subscribe({ name: 'Netflix' })
    const used = await note(netflix, { kind: 'used', on: '2026-09-25', amount: 1 })
    expect(await unused()).toEqual([])
    await asha.patch(`${asha.home}/usage/${used.id}`, { on: '2026-09-24' })
    expect(await unused()).toMatchObject([{ name: 'Netflix', days: 60 }])
    const path = `${asha.home}/subscriptions/${netflix}`
    await asha.post(`${path}/cancel`)
    expect(await unused()).toEqual([])
    await asha.post(`${path}/reactivate`)
    expect(await unused()).toHaveLength(1)
    await asha.post(`${path}/acts`, { act: { kind: 'pause' } })
    expect(await unused()).toEqual([])
  })

  it('reaches only who uses or manages it, and may say so', async () => {
    const [uses, other] = [
      await joins(api, await aPerson(api), asha.householdId, 'member'),
      await joins(api, await aPerson(api), asha.householdId, 'manager'),
    ]
    const viewer = await joins(api, await aPerson(api), asha.householdId, 'viewer')
    const people = [asha.memberId, uses.memberId, viewer.memberId]
    const netflix = await subscribe({ name: 'Netflix', usedBy: people })
    await note(netflix, { kind: 'used', on: '2026-09-01', amount: 1 })
    expect(await unused()).toMatchObject([{ name: 'Netflix', mayCancel: true }])
    expect(await unused(uses)).toMatchObject([{ name: 'Netflix', mayCancel: false }])
    expect([await unused(other), await unused(viewer)]).toEqual([[], []])
  })

  it('stays with its owner where it is private', async () => {
    const ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
    const secret = await subscribe({ name: 'Secret', visibility: 'private' }, ravi)
    await note(secret, { kind: 'used', on: '2026-09-01', amount: 1 }, ravi)
    expect(await unused(ravi)).toMatchObject([{ name: 'Secret' }])
    expect(await unused()).toEqual([])
  })
})
