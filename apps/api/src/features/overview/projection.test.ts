import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Answer, type Api } from '../../../test/harness.ts'
import { KnownSubscriptionsService } from '../subscriptions/known-subscriptions.service.ts'
import { OverviewService } from './overview.service.ts'

const HOUR = 3_600_000

type Act =
  | {
      kind: 'subscribe'
      unit: 'day' | 'month'
      isManual: boolean
      isPrivate: boolean
      ago: number
      price: number
    }
  | { kind: 'pay' | 'reverse' | 'renew' | 'cancel' | 'reactivate' | 'rename' | 'reprice'; which: number }
  | { kind: 'wait'; hours: number }

const actArbitrary: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('subscribe' as const),
      unit: fc.constantFrom('day' as const, 'month' as const),
      isManual: fc.boolean(),
      isPrivate: fc.boolean(),
      ago: fc.integer({ min: -10, max: 70 }),
      price: fc.integer({ min: 0, max: 100_000 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('pay', 'reverse', 'renew', 'cancel', 'reactivate', 'rename', 'reprice'),
      which: fc.nat(1000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 400 }) }),
  },
)

describe('the stored first screen', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  type Send = (path: string, method?: string, content?: object) => Promise<Answer>
  const sessions = new Map<Person, Send>()

  /** Access tokens live by the same clock: after a move people sign in again. */
  const signedIn = async (person: Person): Promise<Send> => {
    const session = sessions.get(person)
    if (session !== undefined) return session
    const { body } = await api.fetchJson('/v1/auth/sign-in', {
      method: 'POST',
      headers: { 'X-Client': 'mobile' },
      body: { email: person.email, password: 'correct horse battery' },
    })
    const send: Send = (path, method = 'GET', content) =>
      api.fetchJson(person.home + path, {
        method,
        token: body.accessToken,
        ...(content && { body: content }),
      })
    sessions.set(person, send)
    return send
  }

  const expectFresh = async (person: Person) => {
    const send = await signedIn(person)
    const { body: household } = await send('')
    const { body: stored } = await send('/overview')
    // From what is in the stores, with nothing that was remembered.
    api.app.get(KnownSubscriptionsService).forget(household.id)
    const derived = await api.app.get(OverviewService).derive(household, household.today)
    expect(stored).toEqual(JSON.parse(JSON.stringify(derived)))
    expect(stored.today).toBe(household.today)
  }

  const perform = async (person: Person, act: Act) => {
    if (act.kind === 'wait') {
      sessions.clear()
      await api.clock.moveTo(new Date(api.clock.now() + act.hours * HOUR).toISOString())
      return
    }
    const send = await signedIn(person)
    if (act.kind === 'subscribe') {
      const { body: household } = await send('')
      const startsOn = new Date(Date.parse(household.today) - act.ago * 24 * HOUR).toISOString().slice(0, 10)
      await send('/subscriptions', 'POST', {
        name: `Thing ${act.price}`,
        kind: 'mobile',
        startsOn,
        interval: act.unit === 'day' ? { count: 28, unit: 'day' } : { count: 1, unit: 'month' },
        price: { amount: act.price, currency: 'INR' },
        renewal: act.isManual ? 'manual' : 'automatic',
        visibility: act.isPrivate ? 'private' : 'shared',
      })
      return
    }
    const list = async (path: string) => (await send(path)).body.items
    const chosen = (items: { id: string }[]) => items[act.which % Math.max(1, items.length)]?.id
    if (act.kind === 'pay') {
      const id = chosen(await list('/charges?state=open&limit=100'))
      if (id !== undefined) await send(`/charges/${id}/payments`, 'POST', {})
      return
    }
    if (act.kind === 'reverse') {
      const id = chosen(await list('/payments?limit=100'))
      if (id !== undefined) await send(`/payments/${id}/reverse`, 'POST', {})
      return
    }
    const id = chosen(await list('/subscriptions?limit=100'))
    if (id === undefined) return
    if (act.kind === 'rename') await send(`/subscriptions/${id}`, 'PATCH', { name: `Renamed ${act.which}` })
    else if (act.kind === 'reprice')
      await send(`/subscriptions/${id}`, 'PATCH', { price: { amount: act.which, currency: 'INR' } })
    else await send(`/subscriptions/${id}/${act.kind}`, 'POST', {})
  }

  it('is what a full derivation gives, after any writes and moves of the clock, for everybody', async () => {
    const property = fc.asyncProperty(
      fc.array(actArbitrary, { minLength: 3, maxLength: 12 }),
      async (acts) => {
        const asha = await aPerson(api)
        const ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
        for (const act of acts) {
          await perform(asha, act)
          await expectFresh(asha)
          await expectFresh(ravi)
        }
      },
    )
    await fc.assert(property, { numRuns: 5 })
  }, 120_000)
})
