import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

describe('a screen that waits for changes', () => {
  let api: Api
  let asha: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-28T18:29:00Z' })
    asha = await aPerson(api)
  })
  afterAll(() => api.close())

  const path = (mark: object) => `${asha.home}/changes?${new URLSearchParams({ ...mark })}`
  const now = async () => (await asha.get(path({}))).body

  it('is told at once where it is behind, or says nothing', async () => {
    const mark = await now()
    expect(mark).toEqual({ revision: expect.any(Number), today: '2026-11-28' })
    expect((await asha.get(path({ ...mark, revision: mark.revision - 1 }))).body).toEqual(mark)
    expect((await asha.get(path({ ...mark, today: '2026-11-27' }))).body).toEqual(mark)
  })

  it('is told what another person changes', async () => {
    const ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
    const mark = await now()
    const told = asha.get(path(mark))
    await ravi.post(`${asha.home}/subscriptions`, {
      name: 'Netflix',
      kind: 'ott',
      startsOn: '2026-11-08',
      interval: { count: 1, unit: 'month' },
      price: { amount: 64_900, currency: 'INR' },
    })
    expect((await told).body.revision).toBeGreaterThan(mark.revision)
  })

  it('is told that a new day began in the household', async () => {
    const told = asha.get(path(await now()))
    await api.clock.moveTo('2026-11-28T18:30:30Z')
    expect((await told).body.today).toBe('2026-11-29')
  })

  it('is nobody else’s, and takes nothing but a number and a day', async () => {
    const stranger = await aPerson(api)
    expect((await stranger.get(path({}))).status).toBe(404)
    const broken = await asha.get(path({ revision: 'x', today: '2026-02-30' }))
    expect(broken.status).toBe(400)
    expect(broken.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/query/revision',
      '/query/today',
    ])
  })

  it('does not keep a process from ending', async () => {
    const short = await startApi({ now: '2026-11-28T18:00:00Z' })
    const person = await aPerson(short)
    const mark = (await person.get(`${person.home}/changes`)).body
    const told = person.get(`${person.home}/changes?${new URLSearchParams({ ...mark })}`)
    const closed = await Promise.allSettled([short.close(), told])
    expect(closed[0].status).toBe('fulfilled')
  })
})
