import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })

describe('kind and privacy', () => {
  let api: Api
  let asha: Person
  let ravi: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    asha = await aPerson(api)
    ravi = await joins(api, await aPerson(api), asha.householdId, 'manager')
  })
  afterAll(() => api.close())

  const add = async (changes: object = {}) => {
    const draft = { name: 'Gym', kind: 'ott', startsOn: '2026-11-05', price: inr(30_000), ...changes }
    const { body } = await asha.post(`${asha.home}/subscriptions`, {
      ...draft,
      interval: { count: 1, unit: 'month' },
    })
    return { path: `${asha.home}/subscriptions/${body.id}`, chargeId: body.timeline[0].chargeId as string }
  }

  it('are put right after saving: charges say the same at once', async () => {
    const { path, chargeId } = await add()
    expect((await asha.patch(path, { kind: 'other' })).body.kind).toBe('other')
    expect((await asha.get(`${asha.home}/charges/${chargeId}`)).body.kind).toBe('other')
    expect((await asha.patch(path, { visibility: 'private' })).body.visibility).toBe('private')
    expect((await ravi.get(path)).status).toBe(404)
    expect((await ravi.get(`${asha.home}/charges/${chargeId}`)).status).toBe(404)
    expect((await asha.patch(path, { visibility: 'shared' })).body.visibility).toBe('shared')
    expect((await ravi.get(path)).status).toBe(200)
  })

  it('of what others are named in, bore or paid stays shared, and only its owner hides it', async () => {
    const { path, chargeId } = await add()
    const byOther = await ravi.patch(path, { visibility: 'private' })
    expect(byOther).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    await ravi.post(`${asha.home}/charges/${chargeId}/payments`, { paidBy: ravi.memberId })
    const paid = await asha.patch(path, { visibility: 'private' })
    expect(paid).toMatchObject({ status: 422, body: { errors: [{ pointer: '/visibility' }] } })
    const named = await add({ split: { kind: 'equal', memberIds: [asha.memberId, ravi.memberId] } })
    expect(await asha.patch(named.path, { visibility: 'private' })).toMatchObject({ status: 422 })
    expect((await ravi.get(named.path)).status).toBe(200)
  })

  it('has the emoji or colour that somebody gives it wherever it is shown, until it is taken away', async () => {
    const { path, chargeId } = await add({ recordsItself: false })
    const shown = async () => {
      const [detail, charge, home] = await Promise.all([
        asha.get(path),
        asha.get(`${asha.home}/charges/${chargeId}`),
        asha.get(`${asha.home}/overview`),
      ])
      const needs = home.body.needs as { chargeId: string; look: unknown; brandColor: string | null }[]
      const need = needs.find((each) => each.chargeId === chargeId)
      // The brand keeps its colour: who knows nothing of looks draws that.
      for (const { brandColor } of [detail.body, charge.body, need ?? { brandColor: 'missing' }])
        expect(brandColor).toBeNull()
      return [detail.body.look, charge.body.look, need?.look]
    }
    expect(await shown()).toEqual([null, null, null])
    for (const look of [{ emoji: '🏋🏽‍♀️' }, { color: '#1f5f7a' }, null]) {
      expect((await asha.patch(path, { look })).status).toBe(200)
      expect(await shown()).toEqual([look, look, look])
    }
    for (const look of [{ emoji: 'gym' }, { emoji: '🎬🎵' }, { color: '#12' }, { emoji: '1' }, { emoji: '' }])
      expect(await asha.patch(path, { look }), JSON.stringify(look)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: expect.stringMatching(/^\/look\//) }] },
      })
    for (const look of [{}, { emoji: '🎬', color: '#1f5f7a' }, '🎬'])
      expect(await asha.patch(path, { look }), JSON.stringify(look)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/look' }] },
      })
  })
})
