import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'

const subscribe = async (person: Person, more: object = {}) => {
  const planId = 'jiohotstar-in-super-monthly'
  const draft = { planId, startsOn: '2026-11-10', pastPeriods: 'assumePaid', ...more }
  const { status, body } = await person.post(`${person.home}/subscriptions`, draft)
  expect([status, body.code]).toEqual([201, undefined])
  return body
}
const answers = async (person: Person) => (await person.get(`${person.home}/savings/both`)).body.answers

const says = (person: Person, [one, ...others]: { id: string }[], isWanted: boolean | null) =>
  person.send(`${person.home}/savings/both`, {
    method: 'PUT',
    body: { subscriptionId: one?.id, otherIds: others.map(({ id }) => id), isWanted },
  })
const saving = async (person: Person) =>
  (await person.get(`${person.home}/overview`)).body.saving?.saving ?? null

const forWhom = (steps: readonly { memberIds: string[] }[]) =>
  steps.flatMap(({ memberIds }) => memberIds).toSorted()

describe('two of the same for different people', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const overlaps = async (person: Person) => {
    await person.post(`${person.home}/savings/work`)
    await api.app.get(JobRunner).runDue()
    return (await person.get(`${person.home}/savings`)).body.result.overlaps
  }
  const household = async (more: object = {}) => {
    const person = await aPerson(api)
    const ravi = await joins(api, await aPerson(api), person.householdId, 'member')
    const own = await subscribe(person, { usedBy: [person.memberId], ...more })
    const his = await subscribe(ravi, { usedBy: [ravi.memberId], name: 'Ravi’s JioHotstar' })
    return { person, ravi, own, his }
  }
  const kinds = async (person: Person) => (await overlaps(person)).map(({ kind }: { kind: string }) => kind)

  it('are a question until somebody says that both are wanted, and again once that is taken back', async () => {
    const { person, ravi, own, his } = await household()
    expect(await kinds(person)).toEqual(['mayWantBoth'])
    const said = await says(person, [own, his], true)
    expect([said.status, said.body.answers]).toMatchObject([
      200,
      [{ isWanted: true, answeredBy: person.memberId, answeredOn: '2026-11-23', mayAct: true }],
    ])
    expect(await kinds(person)).toEqual([])
    expect(await kinds(ravi)).toEqual([])
    expect(await answers(ravi)).toMatchObject([{ isWanted: true, mayAct: true }])
    expect((await says(ravi, [his, own], null)).body.answers).toEqual([])
    expect(await kinds(person)).toEqual(['mayWantBoth'])
  })

  it('are never one account for both, once somebody says that both are wanted', async () => {
    const { person, ravi, own, his } = await household()
    const begun = async () => {
      await overlaps(person)
      const { set } = (await person.get(`${person.home}/savings`)).body.result
      return set.steps.filter(({ kind }: { kind: string }) => kind === 'begin')
    }
    const two = [person.memberId, ravi.memberId].toSorted()
    const one = await begun()
    expect([one.length, forWhom(one)]).toEqual([1, two])
    await says(person, [own, his], true)
    const each = await begun()
    expect([each.length, forWhom(each)]).toEqual([2, two])
  })

  it('are advice on both screens once somebody says that one is enough', async () => {
    const { person, own, his } = await household()
    expect(await saving(person)).toBe('longerTerm')
    await says(person, [own, his], false)
    expect(await kinds(person)).toEqual(['paidTwice'])
    expect(await saving(person)).toBe('overlap')
  })

  it('are answered by who sees both and may act on one', async () => {
    const { person, own, his, ravi } = await household()
    const viewer = await joins(api, await aPerson(api), person.householdId, 'viewer')
    const other = await joins(api, await aPerson(api), person.householdId, 'member')
    expect((await says(viewer, [own, his], true)).status).toBe(403)
    expect((await says(other, [own, his], true)).status).toBe(403)
    const hidden = await household({ visibility: 'private' })
    expect((await says(hidden.ravi, [hidden.own, hidden.his], true)).status).toBe(404)
    expect((await says(hidden.person, [hidden.own, hidden.his], true)).status).toBe(200)
    expect(await answers(hidden.ravi)).toEqual([])
    expect(await answers(ravi)).toEqual([])
  })
})
