import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHouseholdInTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { startApi, type Api } from '../../../test/harness.ts'

let api: Api
let home: HouseholdInTime

beforeAll(async () => {
  api = await startApi({ now: '2026-11-23T06:30:00Z' })
  home = await aHouseholdInTime(api)
})

afterAll(() => api.close())

/** From 28 October for 28 days: 24 November is its last. */
const pack = {
  name: 'Jio 299',
  kind: 'mobile',
  renewal: 'manual',
  startsOn: '2026-10-28',
  interval: { count: 28, unit: 'day' },
  price: { amount: 29_900, currency: 'INR' },
}

describe('the hour at which a pack stops on its last day', () => {
  it('stands beside the day, on the first screen while that is near, and goes when it is taken away', async () => {
    const { person: asha } = home
    const subscriptions = `${asha.home}/subscriptions`
    const { body: added } = await asha.post(subscriptions, { ...pack, stopsAt: '15:42' })
    expect(added).toMatchObject({ usableUntil: '2026-11-24', stopsAt: '15:42' })
    const need = async () =>
      (await asha.get(`${asha.home}/overview`)).body.needs.find(
        ({ need: kind }: { need: string }) => kind === 'stopsSoon',
      )
    expect(await need()).toMatchObject({ name: 'Jio 299', stopsAt: '15:42' })
    const path = `${subscriptions}/${added.id}`
    expect((await asha.patch(path, { stopsAt: null })).body).toMatchObject({ stopsAt: null })
    expect(await need()).toMatchObject({ name: 'Jio 299', stopsAt: null })
  })

  it('moves no day and no amount', async () => {
    const { person: asha } = home
    const { body: added } = await asha.post(`${asha.home}/subscriptions`, pack)
    const path = `${asha.home}/subscriptions/${added.id}`
    const { body: changed } = await asha.patch(path, { stopsAt: '00:05' })
    const others = new Set(['stopsAt', 'revision', 'updatedAt'])
    const rest = (body: object) => Object.entries(body).filter(([key]) => !others.has(key))
    expect(rest(changed)).toEqual(rest((await asha.get(path)).body))
    expect(changed).toMatchObject({ usableUntil: added.usableUntil, nextDebit: added.nextDebit })
  })

  it.each(['24:00', '9:30', '15:60', 'noon', ''])('%j is none', async (stopsAt) => {
    const { person: asha } = home
    const { status, body } = await asha.post(`${asha.home}/subscriptions`, { ...pack, stopsAt })
    expect(status).toBe(400)
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/stopsAt' })])
  })
})
