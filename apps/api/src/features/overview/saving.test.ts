import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })

const subscribe = async (person: Person, planId: string, more: object = {}) => {
  const draft = { planId, startsOn: '2026-11-10', pastPeriods: 'assumePaid', ...more }
  const { status, body } = await person.post(`${person.home}/subscriptions`, draft)
  expect([status, body.code]).toEqual([201, undefined])
  return body
}
const overview = async (person: Person) => (await person.get(`${person.home}/overview`)).body
const savingOf = async (person: Person) => (await person.get(`${person.home}/overview`)).body.saving

describe('the best saving', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  it('is nothing where nothing is better', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'netflix-in-premium')
    expect(await savingOf(person)).toBeNull()
  })

  it('is a service that the home line includes at the same tier, to the paisa', async () => {
    const person = await aPerson(api)
    const stream = await subscribe(person, 'jiohotstar-in-super-monthly')
    const line = await subscribe(person, 'airtel-in-fiber-999', { name: 'Home fibre' })
    expect(await savingOf(person)).toMatchObject({
      subscriptionId: stream.id,
      saving: 'overlap',
      now: inr(12 * 14_900),
      after: inr(0),
      perYear: inr(12 * 14_900),
      because: { coveredBy: line.id, coveredByName: 'Home fibre', serviceName: 'JioHotstar', tier: 'Super' },
    })
  })

  it('is not a better tier than the one that is included', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'jiohotstar-in-premium-yearly')
    await subscribe(person, 'airtel-in-fiber-999')
    expect(await savingOf(person)).toBeNull()
  })

  it('is nothing that only somebody else could use', async () => {
    const person = await aPerson(api)
    const ravi = (await person.post(`${person.home}/members`, { name: 'Ravi' })).body.id
    await subscribe(person, 'jiohotstar-in-mobile-yearly')
    const line = await subscribe(person, 'airtel-in-post-549', { billDay: 10, usedBy: [ravi] })
    expect(await savingOf(person)).toBeNull()
    await person.patch(`${person.home}/subscriptions/${line.id}`, { usedBy: [ravi, person.memberId] })
    expect(await savingOf(person)).toMatchObject({ saving: 'overlap', perYear: inr(49_900) })
  })

  it('is no benefit that has to be chosen among others', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'sonyliv-in-mobile-yearly')
    await subscribe(person, 'vi-in-post-vi-max-451', { billDay: 10 })
    expect(await savingOf(person)).toBeNull()
  })

  it('is a longer term of the same thing, after the paid days are used', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'amazon-prime-in-monthly')
    expect(await savingOf(person)).toMatchObject({
      saving: 'longerTerm',
      now: inr(12 * 29_900),
      after: inr(149_900),
      perYear: inr(12 * 29_900 - 149_900),
      because: { planId: 'amazon-prime-in-yearly', coveredBy: null },
    })
  })

  it('is nothing of what was cancelled already', async () => {
    const person = await aPerson(api)
    const { id } = await subscribe(person, 'amazon-prime-in-monthly')
    await person.post(`${person.home}/subscriptions/${id}/cancel`, {})
    expect(await savingOf(person)).toBeNull()
  })

  it('is the largest of several', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'jiohotstar-in-super-monthly')
    await subscribe(person, 'airtel-in-fiber-999')
    await subscribe(person, 'sonyliv-in-premium-monthly')
    expect(await savingOf(person)).toMatchObject({ saving: 'longerTerm', name: 'SonyLIV Premium (monthly)' })
  })
})

describe('the cheapest set on the first screen', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const worked = async (person: Person) => {
    await person.post(`${person.home}/savings/work`)
    await api.app.get(JobRunner).runDue()
    return (await person.get(`${person.home}/savings`)).body
  }
  const household = async () => {
    const person = await aPerson(api)
    await subscribe(person, 'jiohotstar-in-super-monthly')
    await subscribe(person, 'airtel-in-fiber-999')
    await subscribe(person, 'sonyliv-in-premium-monthly')
    return person
  }

  it('is told once it was worked out, where it saves more than any single change, to the paisa', async () => {
    const person = await household()
    const before = await overview(person)
    expect(before.cheapest).toBeNull()
    const { set } = (await worked(person)).result
    const { saving, cheapest } = await overview(person)
    expect(cheapest).toEqual({
      perYear: set.saving,
      now: set.now.total,
      after: set.best.total,
      hasOldPrices: set.oldPrices.length > 0,
    })
    expect(saving).toEqual(before.saving)
    expect(cheapest.perYear.amount).toBeGreaterThan(saving.perYear.amount)
  })

  it('goes with the next write and comes back when it is worked out anew', async () => {
    const person = await household()
    await worked(person)
    expect((await overview(person)).cheapest).not.toBeNull()
    await subscribe(person, 'netflix-in-standard')
    expect((await overview(person)).cheapest).toBeNull()
    await worked(person)
    expect((await overview(person)).cheapest).not.toBeNull()
  })

  it('follows needs that were edited, though nothing of the household changed', async () => {
    const person = await household()
    const { result } = await worked(person)
    expect((await overview(person)).cheapest).not.toBeNull()
    const keep = (await person.get(`${person.home}/subscriptions`)).body.items.map(
      ({ id }: { id: string }) => id,
    )
    const needs = { ...result.needs, keep }
    await person.send(`${person.home}/savings/needs`, { method: 'PUT', body: { needs } })
    await api.app.get(JobRunner).runDue()
    expect((await overview(person)).cheapest).toBeNull()
  })

  it('is one person’s: what somebody else worked out is not told', async () => {
    const person = await household()
    const other = await joins(api, await aPerson(api), person.householdId, 'member')
    await worked(person)
    expect((await overview(other)).cheapest).toBeNull()
    expect((await overview(person)).cheapest).not.toBeNull()
  })
})
