import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'

interface Named {
  id: string
  name: string
}
interface Step {
  id: string
  kind: string
  on: string
  subscription: Named | null
  plan: Named | null
  service: Named | null
  state: string
}

const subscribe = async (person: Person, planId: string, more: object = {}) => {
  const draft = { planId, startsOn: '2026-11-10', pastPeriods: 'assumePaid', ...more }
  const { status, body } = await person.post(`${person.home}/subscriptions`, draft)
  expect([status, body.code]).toEqual([201, undefined])
  return body
}
const nameOf = ({ kind, subscription, plan, service }: Step) => ({
  kind,
  subscriptionId: subscription?.id ?? null,
  planId: plan?.id ?? null,
  serviceId: service?.id ?? null,
})
const steps = async (person: Person) => (await person.get(`${person.home}/savings/steps`)).body
const accepts = (person: Person, all: readonly Step[]) =>
  person.post(`${person.home}/savings/steps`, { steps: all.map(nameOf) })
const dismisses = (person: Person, id: string, isDismissed = true) =>
  person.patch(`${person.home}/savings/steps/${id}`, { isDismissed })
const statesOf = async (person: Person) =>
  (await steps(person)).steps.map(({ kind, state }: Step) => `${kind} ${state}`)

describe('the steps of a household', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  /** After the clock has moved. */
  const signsIn = async ({ email }: Person): Promise<string> => {
    const answer = await api.fetchJson('/v1/auth/sign-in', {
      method: 'POST',
      headers: { 'X-Client': 'mobile' },
      body: { email, password: 'correct horse battery' },
    })
    return answer.body.accessToken
  }

  const worked = async (person: Person) => {
    await person.post(`${person.home}/savings/work`)
    await api.app.get(JobRunner).runDue()
    return (await person.get(`${person.home}/savings`)).body
  }

  /** Somebody who pays for what comes with their home line. */
  const household = async () => {
    const person = await aPerson(api)
    const stream = await subscribe(person, 'jiohotstar-in-super-monthly')
    await subscribe(person, 'airtel-in-fiber-999', { name: 'Home fibre' })
    const { result } = await worked(person)
    const cancel: Step = result.set.steps.find(
      ({ kind, subscription }: Step) => kind === 'cancel' && subscription?.id === stream.id,
    )
    return { person, stream, cancel, set: result.set }
  }

  it('are accepted for the household with who, when and for what, and leave what was worked out fresh', async () => {
    const { person, cancel, stream, set } = await household()
    expect((await steps(person)).steps).toEqual([])
    const { status, body } = await accepts(person, [cancel])
    expect(status).toBe(200)
    expect(body.steps).toMatchObject([
      {
        kind: 'cancel',
        on: cancel.on,
        subscription: { id: stream.id, name: stream.name },
        state: 'open',
        acceptedBy: person.memberId,
        acceptedOn: '2026-11-23',
        saving: set.saving,
        isYours: true,
        mayAct: true,
      },
    ])
    expect((await person.get(`${person.home}/savings`)).body.state).toBe('fresh')
    const again = await accepts(person, [cancel])
    expect(again.body.steps).toEqual(body.steps)
  })

  it('are accepted all at once, and what is no step of the proof is refused', async () => {
    const { person, set } = await household()
    const all = await accepts(person, set.steps)
    expect(all.body.steps.map(nameOf)).toEqual(set.steps.map(nameOf))
    const other = { ...set.steps[0], kind: 'begin', plan: { id: 'netflix-in-premium', name: '' } }
    const refused = await accepts(person, [other])
    expect([refused.status, refused.body.code]).toEqual([409, 'illegal-transition'])
  })

  it('are done by the facts, and open again when that is taken back', async () => {
    const { person, cancel, stream } = await household()
    await accepts(person, [cancel])
    const cancelled = await person.post(`${person.home}/subscriptions/${stream.id}/cancel`, {})
    expect(cancelled.status).toBe(200)
    expect(await statesOf(person)).toEqual(['cancel done'])
    await person.post(`${person.home}/subscriptions/${stream.id}/reactivate`, {})
    expect(await statesOf(person)).toEqual(['cancel open'])
  })

  it('that begin something are planned once it is entered for a later day', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'amazon-prime-in-monthly')
    const { set } = (await worked(person)).result
    const begin: Step = set.steps.find(({ kind }: Step) => kind === 'begin')
    const accepted = await accepts(person, [begin])
    expect(accepted.body.steps).toMatchObject([
      { kind: 'begin', state: 'open', memberIds: [person.memberId] },
    ])
    await subscribe(person, begin.plan?.id ?? '', { startsOn: begin.on })
    expect(await statesOf(person)).toEqual(['begin planned'])
  })

  it('go when they are dismissed, and come back when that is taken back', async () => {
    const { person, cancel } = await household()
    const [{ id }] = (await accepts(person, [cancel])).body.steps
    expect((await dismisses(person, id)).body.steps).toEqual([])
    expect((await dismisses(person, id, false)).body.steps).toMatchObject([{ id, state: 'open' }])
    await dismisses(person, id)
    expect((await accepts(person, [cancel])).body.steps).toMatchObject([{ id, state: 'open' }])
  })

  it('say that they are gone with what was removed', async () => {
    const { person, cancel, stream } = await household()
    await accepts(person, [cancel])
    const removal = { act: { kind: 'withdraw' } }
    const removed = await person.post(`${person.home}/subscriptions/${stream.id}/acts`, removal)
    expect([removed.status, removed.body.code]).toEqual([200, undefined])
    expect((await steps(person)).steps).toMatchObject([
      { state: 'gone', because: 'removed', subscription: { name: stream.name } },
    ])
  })

  it('are accepted by who may act on the subscription, and seen by a viewer', async () => {
    const { person, cancel, stream } = await household()
    const viewer = await joins(api, await aPerson(api), person.householdId, 'viewer')
    const member = await joins(api, await aPerson(api), person.householdId, 'member')
    const [{ id }] = (await accepts(person, [cancel])).body.steps
    expect(await steps(viewer)).toMatchObject({
      steps: [{ id, isYours: false, mayAct: false }],
      mayActOn: [],
      mayBegin: false,
    })
    expect((await accepts(viewer, [cancel])).status).toBe(403)
    expect((await dismisses(viewer, id)).status).toBe(403)
    const { result } = await worked(member)
    const seen = result.set.steps.filter(({ subscription }: Step) => subscription?.id === stream.id)
    expect((await accepts(member, seen)).status).toBe(403)
    expect((await dismisses(member, id)).status).toBe(403)
  })

  it('of what is private are its owner’s, with the sum and with what else the set begins', async () => {
    const person = await aPerson(api)
    const own = await subscribe(person, 'amazon-prime-in-monthly', { visibility: 'private' })
    const other = await joins(api, await aPerson(api), person.householdId, 'manager')
    const { set } = (await worked(person)).result
    const accepted = (await accepts(person, set.steps)).body.steps
    expect(accepted.map(({ kind }: Step) => kind)).toContain('begin')
    expect(accepted[0].saving).toEqual(set.saving)
    expect((await steps(other)).steps).toEqual([])
    expect((await dismisses(other, accepted[0].id)).status).toBe(404)
    await person.patch(`${person.home}/subscriptions/${own.id}`, { visibility: 'shared' })
    expect((await steps(other)).steps).toMatchObject([{ kind: 'cancel', saving: null }])
  })

  it('stand on Home of who is to do them from three days before their day, until they are done', async () => {
    const { person, cancel, stream, set } = await household()
    const other = await joins(api, await aPerson(api), person.householdId, 'manager')
    const onHome = async (token: string): Promise<string[]> =>
      (await api.fetchJson(`${person.home}/overview`, { token })).body.steps.map(({ id }: Step) => id)
    const { steps: all } = (await accepts(person, set.steps)).body
    const soon = all.filter(({ on }: Step) => on <= '2026-11-26').map(({ id }: Step) => id)
    const later = all.find(({ subscription }: Step) => subscription?.id === stream.id).id
    expect(soon).not.toContain(later)
    expect(await onHome(person.token)).toEqual(soon)
    expect(await onHome(other.token)).toEqual([])
    await person.patch(`${person.home}/subscriptions/${stream.id}`, { managedBy: other.memberId })
    const before = Date.parse(cancel.on) - 4 * 86_400_000
    await api.clock.moveTo(new Date(before).toISOString())
    expect(await onHome(await signsIn(other))).toEqual([])
    await api.clock.moveTo(new Date(before + 86_400_000).toISOString())
    const token = await signsIn(other)
    expect(await onHome(token)).toEqual([later])
    await api.fetchJson(`${person.home}/subscriptions/${stream.id}/cancel`, {
      method: 'POST',
      token,
      body: {},
    })
    expect(await onHome(token)).toEqual([])
  })
})
