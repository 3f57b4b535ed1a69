import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

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
