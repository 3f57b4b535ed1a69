import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const subscribe = async (person: Person, draft: object) => {
  const { status, body } = await person.post(`${person.home}/subscriptions`, {
    startsOn: '2026-11-10',
    pastPeriods: 'assumePaid',
    ...draft,
  })
  expect([status, body.code]).toEqual([201, undefined])
  return body.id as string
}
const rights = async (person: Person) => {
  const { status, body } = await person.get(`${person.home}/savings/entitlements`)
  expect([status, body.on]).toEqual([200, '2026-11-23'])
  return body.items
}

describe('who may watch what', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  it('is said with the screen, the people, what gives it and until when', async () => {
    const person = await aPerson(api)
    const id = await subscribe(person, {
      planId: 'jiohotstar-in-super-monthly',
      usedBy: [person.memberId],
    })
    expect(await rights(person)).toEqual([
      {
        service: { id: 'jiohotstar:super', name: expect.stringContaining('JioHotstar') },
        memberIds: [person.memberId],
        isForEverybody: true,
        maxResolution: '1080p',
        screens: 2,
        devices: 'all',
        hasAds: true,
        subscription: { id, name: expect.any(String) },
        isIncluded: false,
        state: 'running',
        from: '2026-11-10',
        until: null,
        goesOn: true,
      },
    ])
    await person.post(`${person.home}/subscriptions/${id}/cancel`, { when: 'atPeriodEnd' })
    expect(await rights(person)).toMatchObject([{ until: '2026-12-10', goesOn: false }])
  })

  it('tells what comes along with a pack, and that it is to be claimed', async () => {
    const person = await aPerson(api)
    const ravi = await joins(api, await aPerson(api), person.householdId, 'member')
    await subscribe(person, { planId: 'jio-in-pre-1299-84d', usedBy: [person.memberId] })
    const items = await rights(ravi)
    expect(items.length).toBeGreaterThan(0)
    for (const right of items)
      expect(right).toMatchObject({
        memberIds: [person.memberId],
        isForEverybody: false,
        isIncluded: true,
        subscription: { name: expect.stringContaining('Jio') },
        goesOn: true,
      })
    expect(items.some(({ state }: { state: string }) => state === 'toClaim')).toBe(true)
  })

  it('is nobody else’s business where it is private', async () => {
    const person = await aPerson(api)
    const ravi = await joins(api, await aPerson(api), person.householdId, 'member')
    await subscribe(person, {
      planId: 'jiohotstar-in-super-monthly',
      usedBy: [person.memberId],
      visibility: 'private',
    })
    expect(await rights(person)).toHaveLength(1)
    expect(await rights(ravi)).toEqual([])
  })
})
