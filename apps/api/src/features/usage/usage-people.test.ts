import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { inr } from '../../../test/a-shared-home.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { UsageRepository } from './usage.repository.ts'

const drafted = {
  name: 'Netflix',
  kind: 'ott',
  startsOn: '2026-09-01',
  interval: { count: 1, unit: 'month' },
  price: inr(0),
}

const subscribe = async (who: Person, more: object = {}): Promise<string> =>
  (await who.post(`${who.home}/subscriptions`, { ...drafted, ...more })).body.id
const note = async (who: Person, id: string) => {
  const { status, body } = await who.post(`${who.home}/subscriptions/${id}/usage`, {
    kind: 'hours',
    amount: 60,
  })
  expect(status).toBe(201)
  return body
}

describe('notes of people who come and go', () => {
  let api: Api
  let asha: Person
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())

  const kept = (ids: string[]) => api.app.get(UsageRepository).everyOf(asha.householdId, ids)

  it('go with the private subscriptions of who leaves; what is shared stays', async () => {
    asha = await aPerson(api)
    const ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
    const [secret, ours] = [await subscribe(ravi, { visibility: 'private' }), await subscribe(ravi)]
    await note(ravi, secret)
    await note(ravi, ours)
    expect((await ravi.post(`${ravi.home}/leave`)).status).toBe(204)
    expect((await kept([secret, ours])).map(({ subscriptionId }) => subscriptionId)).toEqual([ours])
  })

  it('are of one person when two entries are', async () => {
    asha = await aPerson(api)
    const ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
    const id = await subscribe(ravi)
    await note(ravi, id)
    const again = (await asha.post(`${asha.home}/members`, { name: 'Ravi' })).body.id
    await api.app
      .get(UsageRepository)
      .amendMany((await kept([id])).map((reading) => ({ ...reading, notedBy: again })))
    const merged = await asha.post(`${asha.home}/members/${again}/merge`, { into: ravi.memberId })
    expect(merged.status, JSON.stringify(merged.body)).toBeLessThan(300)
    expect((await kept([id])).map(({ notedBy }) => notedBy)).toEqual([ravi.memberId])
  })

  it('are in what a person takes away as a file, and gone with the household', async () => {
    asha = await aPerson(api)
    const id = await subscribe(asha)
    const made = await note(asha, id)
    const { body } = await asha.get('/v1/me/export')
    expect(body.households[0].usage).toMatchObject([{ id: made.id, subscriptionId: id, amount: 60 }])
    const gone = await asha.send(asha.home, { method: 'DELETE', body: {} })
    expect(gone.status, JSON.stringify(gone.body)).toBeLessThan(300)
    expect(await kept([id])).toEqual([])
  })
})
