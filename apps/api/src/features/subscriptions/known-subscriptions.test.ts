import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { KnownSubscriptionsService } from './known-subscriptions.service.ts'
import { subscriptionShape } from './subscription.collection.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

const terms = {
  kind: 'ott',
  price: { amount: 9900, currency: 'INR' },
  interval: { unit: 'month', count: 1 },
  startsOn: '2026-11-01',
}

describe('the subscriptions of a household that are known', () => {
  let api: Api
  let asha: Person
  let ravi: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    asha = await aPerson(api)
    ravi = await joins(api, await aPerson(api), asha.householdId, 'manager')
  })
  afterAll(() => api.close())

  const add = async (person: Person, name: string, visibility: 'shared' | 'private' = 'shared') => {
    const { status, body } = await person.post(`/v1/households/${asha.householdId}/subscriptions`, {
      ...terms,
      name,
      visibility,
    })
    expect(status).toBe(201)
    return String(body.id)
  }
  const known = () => api.app.get(KnownSubscriptionsService)
  const of = (person: Person) => known().of(asha.householdId, person.memberId)
  const namesOf = async (person: Person) => (await of(person)).map(({ name }) => name)

  it('are the same objects until somebody writes, then only those that were not written', async () => {
    await add(asha, 'Alpha')
    const id = await add(asha, 'Beta')
    const before = await of(asha)
    expect((await of(asha)).every((one, at) => one === before[at])).toBe(true)
    // As another process does, which tells nobody here: also where the revision stays.
    const store = api.documents.collection(subscriptionShape)
    const stored = await store.get(id)
    if (stored === null) throw new Error('It was just added')
    await store.amend({ ...stored, raised: stored.raised + 1 })
    const after = await of(asha)
    expect(after.map((one, at) => one === before[at])).toEqual([true, false])
    expect(after[1]?.raised).toBe(stored.raised + 1)
  })

  it('never hold what is private to another, whoever asked before, and from the moment on that it is', async () => {
    await add(ravi, 'Gift', 'private')
    expect(await namesOf(ravi)).toContain('Gift')
    expect(await namesOf(asha)).not.toContain('Gift')
    expect(await namesOf(ravi)).toContain('Gift')
    const id = await add(ravi, 'Surprise')
    expect(await namesOf(asha)).toContain('Surprise')
    const store = api.documents.collection(subscriptionShape)
    const stored = await store.get(id)
    if (stored === null) throw new Error('It was just added')
    await store.replace({ ...stored, visibility: 'private' }, stored.revision)
    expect(await namesOf(asha)).not.toContain('Surprise')
    expect(await namesOf(ravi)).toContain('Surprise')
  })

  it('are those that the store has, after some were erased', async () => {
    expect(await namesOf(ravi)).toContain('Gift')
    await api.app.get(SubscriptionRepository).erasePrivate(asha.householdId, ravi.memberId)
    expect(await namesOf(ravi)).toEqual(await namesOf(asha))
  })

  it('make room by giving up the household that nobody asked for the longest', async () => {
    const [first] = await of(asha)
    if (first === undefined) throw new Error('Nothing is known')
    const document: SubscriptionDocument = first
    const told: [string, number][] = []
    class Full extends SubscriptionRepository {
      override async ofHouseholdBeside(before: ReadonlyMap<string, unknown>, householdId: string) {
        told.push([householdId, before.size])
        return Array.from({ length: 4000 }, (_, at) => ({
          document: { ...document, id: `${householdId} ${at}`, householdId },
          stamp: '1',
        }))
      }
    }
    const small = new KnownSubscriptionsService(new Full(api.documents))
    for (const id of ['a', 'b', 'a', 'c', 'b', 'a']) await small.of(id, 'asha')
    expect(told).toEqual([
      ['a', 0],
      ['b', 0],
      ['a', 4000],
      ['c', 0],
      ['b', 0],
      ['a', 0],
    ])
  })
})
