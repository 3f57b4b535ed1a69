import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })

const subscribe = async (person: Person, planId: string, more: object = {}) => {
  const draft = { planId, startsOn: '2026-11-10', pastPeriods: 'assumePaid', ...more }
  const { status, body } = await person.post(`${person.home}/subscriptions`, draft)
  expect([status, body.code]).toEqual([201, undefined])
  return body
}
const read = async (person: Person) => (await person.get(`${person.home}/savings`)).body
const asks = (person: Person) => person.post(`${person.home}/savings/work`)
const needsThat = (person: Person, needs: unknown) =>
  person.send(`${person.home}/savings/needs`, { method: 'PUT', body: { needs } })

describe('the savings of a household', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const settle = () => api.app.get(JobRunner).runDue()
  const worked = async (person: Person) => {
    await asks(person)
    await settle()
    return read(person)
  }
  it('are nothing until somebody asks, and are worked out by a job, not by the request', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'jiohotstar-in-super-monthly')
    expect(await read(person)).toEqual({ state: 'none', isEdited: false, result: null })
    const { status, body } = await asks(person)
    expect([status, body.state]).toEqual([202, 'working'])
    expect((await read(person)).state).toBe('working')
    await settle()
    expect((await read(person)).state).toBe('fresh')
    expect((await asks(person)).body.state).toBe('fresh')
  })

  it('tell what is paid although the home line has it, to the paisa, and the proof of the cheapest set', async () => {
    const person = await aPerson(api)
    const stream = await subscribe(person, 'jiohotstar-in-super-monthly')
    const line = await subscribe(person, 'airtel-in-fiber-999', { name: 'Home fibre' })
    const { result } = await worked(person)
    expect(result.overlaps).toMatchObject([
      {
        kind: 'paidAndIncluded',
        subscription: { id: stream.id },
        coveredBy: [{ id: line.id, name: 'Home fibre' }],
        from: '2026-11-23',
        until: null,
        days: 365,
        wasted: inr(12 * 14_900),
      },
    ])
    const { set } = result
    expect(set.proof).toMatchObject({ status: 'optimal', value: set.best.total, bound: set.best.total })
    expect(set.now.total.amount).toBe(12 * 14_900 + 12 * 117_882)
    expect(set.saving.amount).toBe(set.now.total.amount - set.best.total.amount)
    expect(set.saving.amount).toBeGreaterThanOrEqual(12 * 14_900)
    const sum = (which: 'now' | 'best') =>
      set.months.reduce(
        (all: number, month: Record<'now' | 'best', { amount: number }>) => all + month[which].amount,
        0,
      )
    expect([sum('now'), sum('best')]).toEqual([set.now.total.amount, set.best.total.amount])
  })

  it('are stale after a write and on another day, and still told', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'netflix-in-standard')
    expect((await worked(person)).state).toBe('fresh')
    await subscribe(person, 'amazon-prime-in-monthly')
    const stale = await read(person)
    expect([stale.state, stale.result.set.now.total]).toEqual(['stale', inr(12 * 49_900)])
    const again = await worked(person)
    expect([again.state, again.result.set.now.total]).toEqual(['fresh', inr(12 * 49_900 + 12 * 29_900)])
  })

  it('follow needs as somebody edits them, and forget that when told', async () => {
    const person = await aPerson(api)
    const stream = await subscribe(person, 'amazon-prime-in-monthly')
    const { needs, set } = (await worked(person)).result
    expect(needs.services).toMatchObject([{ serviceId: 'amazon-prime:prime', isWanted: true }])
    expect(set.isBetter).toBe(true)
    const kept = await needsThat(person, { ...needs, keep: [stream.id] })
    expect([kept.status, kept.body.state]).toEqual([202, 'working'])
    await settle()
    const edited = await read(person)
    expect([edited.isEdited, edited.result.set.isBetter, edited.result.set.steps]).toEqual([true, false, []])
    await needsThat(person, null)
    await settle()
    expect((await read(person)).result.set.isBetter).toBe(true)
  })

  it('name what needs can ask for: each service with its tiers in order, who serves lines, and what is ruled out', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'amazon-prime-in-monthly')
    const { needs } = (await worked(person)).result
    await needsThat(person, { ...needs, never: ['netflix-in-premium', 'jio-in'] })
    const { status, body } = await person.get(`${person.home}/savings/choices`)
    expect(status).toBe(200)
    const netflix = body.services.find(({ name }: { name: string }) => name === 'Netflix')
    expect(netflix.tiers.map(({ id }: { id: string }) => id)).toEqual([
      'netflix:mobile',
      'netflix:basic',
      'netflix:standard',
      'netflix:premium',
    ])
    expect(body.never[0]).toEqual({ id: 'netflix-in-premium', name: 'Netflix Premium' })
    const lines = body.providers.filter(({ kinds }: { kinds: string[] }) => kinds.includes('mobile'))
    expect(lines.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['Airtel', 'Jio']))
  })

  it('say how much the cheapest set is over a budget a month, or within it', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'netflix-in-standard')
    const { needs, set } = (await worked(person)).result
    expect([needs.budget, set.budget]).toEqual([null, null])
    await needsThat(person, { ...needs, budget: inr(10_000) })
    await settle()
    const { result } = await read(person)
    expect(result.set.budget).toEqual({
      monthly: inr(10_000),
      over: inr(result.set.best.total.amount - 12 * 10_000),
    })
  })

  it('tell what each need costs: what the cheapest set would be without it, to the paisa', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'netflix-in-standard')
    const line = await subscribe(person, 'airtel-in-fiber-799', { name: 'Home fibre' })
    const { needs, set, costs } = (await worked(person)).result
    const costOf = async (without: unknown) => {
      const { body } = await person.post(`${person.home}/savings/what-if`, { needs: without })
      return inr(set.best.total.amount - body.set.best.total.amount)
    }
    const [service] = needs.services
    expect(costs).toContainEqual({
      kind: 'service',
      serviceId: 'netflix:standard',
      memberIds: service.memberIds,
      cost: await costOf({ ...needs, services: [] }),
    })
    const [home] = needs.lines
    const speed = { kind: 'line', subscriptionId: line.id, ask: 'mbps' }
    expect(costs).toContainEqual({
      ...speed,
      cost: await costOf({ ...needs, lines: [{ ...home, mbps: null }] }),
    })
    expect(costs.find(({ kind }: { kind: string }) => kind === 'service').cost.amount).toBeGreaterThan(0)
  })

  it('say in which months to hold a service that may rotate, and what that saves against all year', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'netflix-in-standard')
    const { needs, set } = (await worked(person)).result
    expect(needs.services[0].monthsAYear).toBeNull()
    await needsThat(person, { ...needs, services: [{ ...needs.services[0], monthsAYear: 2 }] })
    await settle()
    const { result } = await read(person)
    expect(result.set.rotations).toMatchObject([
      {
        service: { id: 'netflix:standard', name: 'Netflix Standard' },
        from: '2026-11-23',
        until: '2027-01-23',
        saving: inr(set.best.total.amount - result.set.best.total.amount),
      },
    ])
    expect(result.set.best.total.amount).toBeLessThan(set.best.total.amount / 3)
    expect(result.set.lost).toEqual([])
  })

  it('read needs and results that an earlier release wrote', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'netflix-in-standard')
    const { needs } = (await worked(person)).result
    await needsThat(person, { ...needs, keep: [] })
    await settle()
    await api.postgres.query(
      {
        name: 'test.savings.before',
        text: `update savings set needs = (needs - 'budget'::text) #- '{services,0,monthsAYear}',
        result = (result #- '{needs,budget}') #- '{set,budget}' #- '{costs}' #- '{set,rotations}'
          #- '{needs,services,0,monthsAYear}' #- '{set,best,chosen,0,until}' where member_id = $1`,
      },
      [person.memberId],
    )
    const { isEdited, result } = await read(person)
    expect([isEdited, result.needs.budget, result.set.budget, result.costs]).toEqual([true, null, null, []])
    expect([result.needs.services[0].monthsAYear, result.set.rotations]).toEqual([null, []])
    await asks(person)
    await settle()
    expect((await read(person)).state).toBe('fresh')
  })

  it('stop being worked out when told, and keep what was there', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'netflix-in-standard')
    await asks(person)
    const stopped = await person.send(`${person.home}/savings/work`, { method: 'DELETE' })
    expect([stopped.status, stopped.body.state]).toEqual([200, 'none'])
    await settle()
    expect((await read(person)).result).toBeNull()
  })

  it('answer a what-if at once, without keeping it', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'netflix-in-standard')
    await subscribe(person, 'airtel-in-fiber-799', { name: 'Home fibre' })
    const { needs } = (await worked(person)).result
    const services = [{ ...needs.services[0], serviceId: 'netflix:basic' }]
    const asked = { ...needs, services }
    const times: number[] = []
    for (let time = 0; time < 5; time++) {
      const before = performance.now()
      const { status, body } = await person.post(`${person.home}/savings/what-if`, { needs: asked })
      times.push(performance.now() - before)
      expect([status, body.set.proof.status]).toEqual([200, 'optimal'])
      expect(body.set.best.total.amount).toBeLessThan(body.set.now.total.amount)
    }
    expect(Math.min(...times)).toBeLessThan(300)
    expect((await read(person)).isEdited).toBe(false)
  })

  it('are of each person what they may see', async () => {
    const person = await aPerson(api)
    await subscribe(person, 'netflix-in-standard', { visibility: 'private' })
    expect((await worked(person)).result.set.now.total).toEqual(inr(12 * 49_900))
    const stranger = await aPerson(api)
    expect((await stranger.get(`${person.home}/savings`)).status).toBe(404)
  })
})
