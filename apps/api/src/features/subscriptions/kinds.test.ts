import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subscriptionKinds } from '@streamline/domain'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

let api: Api
let asha: Person

beforeAll(async () => {
  api = await startApi({ now: '2026-11-23T06:30:00Z' })
  asha = await aPerson(api)
})

afterAll(() => api.close())

const terms = {
  startsOn: '2026-11-23',
  interval: { count: 1, unit: 'month' },
  price: { amount: 10_000, currency: 'INR' },
  renewal: 'automatic',
}

describe('kinds', () => {
  it('run alike: the same terms give the same periods and debits, whatever it is for', async () => {
    const answers = []
    for (const kind of subscriptionKinds)
      answers.push(await asha.post(`${asha.home}/subscriptions`, { ...terms, name: kind, kind }))
    expect(answers.map(({ status }) => status)).toEqual(subscriptionKinds.map(() => 201))
    const engines = answers.map(({ body }) => {
      const { status, currentPeriod, nextDebit, monthlyCost, decideBy } = body as Record<string, unknown>
      return { status, currentPeriod, nextDebit, monthlyCost, decideBy }
    })
    expect(new Set(engines.map((engine) => JSON.stringify(engine))).size).toBe(1)
  })

  it('are each found by their filter and counted apart on the first screen', async () => {
    for (const kind of subscriptionKinds) {
      const { body } = await asha.get(`${asha.home}/subscriptions?kind=${kind}`)
      expect(body).toMatchObject({ items: [{ name: kind, kind }] })
    }
    const { body } = await asha.get(`${asha.home}/overview`)
    expect(body).toMatchObject({
      running: { byKind: subscriptionKinds.map((kind) => ({ kind, count: 1 })) },
    })
  })

  it('call cloud storage what it is', async () => {
    const { body } = await asha.get('/v1/providers?kind=other&country=IN')
    expect((body as { items: { id: string }[] }).items.map(({ id }) => id)).toContain('google-one')
  })

  it('refuse one that there is not', async () => {
    const answer = await asha.post(`${asha.home}/subscriptions`, { ...terms, name: 'Gym', kind: 'gym' })
    expect(answer.status).toBe(400)
  })
})
