import { gzipSync } from 'node:zlib'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { copySubscription } from '../../../test/copies.ts'
import { startApi, type Api } from '../../../test/harness.ts'

let api: Api

beforeAll(async () => {
  api = await startApi({ now: '2026-11-23T06:30:00Z' })
})

afterAll(() => api.close())

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { count: 1, unit: 'month' }
const own = { name: 'Gym stream', kind: 'ott', startsOn: '2026-11-23', interval: monthly, price: inr(10_000) }

describe('the list', () => {
  let ravi: Person
  let list: (query?: string) => Promise<{ items: Record<string, never>[]; nextCursor: string | null }>

  beforeAll(async () => {
    ravi = await aPerson(api)
    const names = ['beta', 'Alpha', 'alpha', 'Zee5 Premium', 'Δelta', 'beta']
    for (const name of names) await ravi.post(`${ravi.home}/subscriptions`, { ...own, name })
    await ravi.post(`${ravi.home}/subscriptions`, {
      planId: 'jio-in-pre-299-28d',
      startsOn: '2026-09-01',
      line: '9876543210',
      name: 'Dad',
    })
    const { body } = await ravi.post(`${ravi.home}/subscriptions`, {
      ...own,
      kind: 'broadband',
      name: 'Fibre',
      labels: ['Home office'],
    })
    await ravi.post(`${ravi.home}/subscriptions/${body.id}/cancel`)
    list = async (query = '') => (await ravi.get(`${ravi.home}/subscriptions?${query}`)).body
  })

  it('goes by name and then by id, in pages without gap or repetition', async () => {
    const all = await list()
    expect(all.items.map(({ name }) => name)).toEqual([
      'Alpha',
      'alpha',
      'beta',
      'beta',
      'Dad',
      'Fibre',
      'Zee5 Premium',
      'Δelta',
    ])
    expect(all.nextCursor).toBeNull()
    const ids: unknown[] = []
    for (let cursor = ''; ;) {
      const page = await list(`limit=3${cursor}`)
      ids.push(...page.items.map(({ id }) => id))
      if (page.nextCursor === null) break
      cursor = `&cursor=${page.nextCursor}`
    }
    expect(ids).toEqual(all.items.map(({ id }) => id))
  })

  it.each([
    ['q=jio', ['Dad']],
    ['q=dad%20ji', ['Dad']],
    ['q=210', ['Dad']],
    ['q=987', [] as string[]],
    ['q=home%20off', ['Fibre']],
    ['q=जियो', ['Dad']],
    ['q=जिओ%20dad', ['Dad']],
    ['q=jioo', ['Dad']],
    ['q=bta', ['beta', 'beta']],
    ['q=home%20ofice', ['Fibre']],
    ['q=prem%20ium', ['Zee5 Premium']],
    ['q=bta&kind=broadband', []],
    ['q=211', []],
    ['q=---', []],
    ['kind=broadband', ['Fibre']],
    ['status=expired', ['Dad']],
    ['status=cancelled', ['Fibre']],
    ['status=running&kind=broadband', ['Fibre']],
    ['status=active&limit=1&q=zee', ['Zee5 Premium']],
    [`memberId=${randomUUID()}`, []],
  ])('finds by %s', async (query, names) => {
    expect((await list(query)).items.map(({ name }) => name)).toEqual(names)
  })

  it('finds by the person who uses, manages or pays', async () => {
    expect((await list(`memberId=${ravi.memberId}`)).items).toHaveLength(8)
  })

  it('pages what was meant like what was typed', async () => {
    const first = await list('q=bta&limit=1')
    expect(first.items).toHaveLength(1)
    const second = await list(`q=bta&limit=1&cursor=${first.nextCursor}`)
    expect(second.nextCursor).toBeNull()
    expect(second.items[0]).not.toEqual(first.items[0])
  })

  it('shows every write and every day at once, although pages are kept', async () => {
    const one = await aPerson(api)
    const row = async () => (await one.get(`${one.home}/subscriptions`)).body.items[0]
    const { body } = await one.post(`${one.home}/subscriptions`, { ...own, startsOn: '2026-11-23' })
    expect(await row()).toMatchObject({ name: 'Gym stream', nextDebit: { on: '2026-11-23' } })
    await one.patch(`${one.home}/subscriptions/${body.id}`, { name: 'Renamed' })
    expect(await row()).toMatchObject({ name: 'Renamed', revision: 2 })
    await one.post(`${one.home}/charges/${body.timeline[0].chargeId}/payments`)
    expect(await row()).toMatchObject({ nextDebit: { on: '2026-12-23' } })
    await one.patch(one.home, { timeZone: 'Pacific/Kiritimati' })
    expect(await row()).toMatchObject({ status: 'active' })
    await one.post(`${one.home}/subscriptions/${body.id}/cancel`, { when: 'now' })
    expect(await row()).toMatchObject({ status: 'expired', nextDebit: null })
  })

  it('keeps the first page of a thousand subscriptions small', async () => {
    const crowd = await aPerson(api)
    const { body } = await crowd.post(`${crowd.home}/subscriptions`, {
      planId: 'netflix-in-premium',
      startsOn: '2026-01-31',
      line: '9876543210',
      labels: ['Family', 'Evening'],
    })
    await copySubscription(api, body.id, 999, (n) => `Netflix ${n}`)
    const answer = await crowd.get(`${crowd.home}/subscriptions`)
    expect(answer.body.items).toHaveLength(50)
    expect(gzipSync(JSON.stringify(answer.body)).length).toBeLessThan(30_000)
  })
})
