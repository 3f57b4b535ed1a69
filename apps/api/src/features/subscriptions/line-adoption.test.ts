import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { stored } from '../../../test/stored.ts'
import { LineAdoptionService } from './line-adoption.service.ts'
import { SubscriptionRepository } from './subscription.repository.ts'
import { withLineId } from './subscription.upgrades.ts'

const draft = {
  name: 'Jio 299',
  kind: 'mobile',
  startsOn: '2026-11-20',
  interval: { count: 1, unit: 'month' },
  price: { amount: 29_900, currency: 'INR' },
}

describe('numbers from before there were lines', () => {
  let api: Api
  let asha: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    asha = await aPerson(api)
  })
  afterAll(() => api.close())

  /** As a folder looks after its migration: documents have text, the household waits. */
  const asBefore = async (texts: readonly (readonly [string, object])[]): Promise<string[]> => {
    const documents = api.app.get(SubscriptionRepository)
    const ids: string[] = []
    for (const [line, more] of texts) {
      const { body } = await asha.post(`${asha.home}/subscriptions`, { ...draft, ...more })
      const document = await documents.get(body.id)
      if (document === null) throw new Error('Not stored')
      await documents.replace({ ...document, line, lineId: null }, document.revision)
      ids.push(body.id)
    }
    await api.postgres.pool.query(
      'insert into line_adoptions (household_id) values ($1) on conflict do nothing',
      [asha.householdId],
    )
    return ids
  }
  const read = async (id: string) => (await asha.get(`${asha.home}/subscriptions/${id}`)).body

  it('are read as text without a line', () => {
    expect(withLineId({ line: '98765 43210' })).toEqual({ line: '98765 43210', lineId: null })
    expect(withLineId({ line: null, lineId: 'x' })).toEqual({ line: null, lineId: 'x' })
  })

  it('become lines at the next minute, one for each number, and a second run changes nothing', async () => {
    const [one = '', other = '', hidden = ''] = await asBefore([
      ['98765 43210', { usedBy: [asha.memberId] }],
      ['+919876543210', {}],
      ['98765 11111', { visibility: 'private' }],
    ])
    expect(await read(one)).toMatchObject({ line: '••••• ••210', lineId: null })
    await api.clock.moveTo('2026-11-23T06:02:00Z')
    const line = await read(one)
    expect(line.lineId).not.toBeNull()
    expect(await read(other)).toMatchObject({ lineId: line.lineId, line: '••••• ••210' })
    const { items } = (await asha.get(`${asha.home}/lines`)).body
    expect(items).toMatchObject([
      { id: line.lineId, memberId: asha.memberId, visibility: 'shared' },
      { id: (await read(hidden)).lineId, visibility: 'private' },
    ])
    const before = await stored(api)
    expect(await api.app.get(LineAdoptionService).adopt()).toBe(0)
    expect(await stored(api)).toEqual(before)
  })

  it('become lines with the next write already', async () => {
    const [id = ''] = await asBefore([['98765 77777', {}]])
    const { body } = await asha.patch(`${asha.home}/subscriptions/${id}`, { note: 'Second SIM' })
    expect(body.lineId).not.toBeNull()
    expect(body.line).toBe('••••• ••777')
  })

  it('that a crash left half done are finished without doubling any', async () => {
    const [one = '', other = ''] = await asBefore([
      ['98765 55555', {}],
      ['98765 55555', {}],
    ])
    const { body } = await asha.patch(`${asha.home}/subscriptions/${one}`, { note: 'n' })
    expect(await api.app.get(LineAdoptionService).adopt()).toBe(1)
    expect((await read(other)).lineId).toBe(body.lineId)
  })
})
