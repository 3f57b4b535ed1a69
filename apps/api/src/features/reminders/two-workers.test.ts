import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { randomFrom } from '../../../test/random.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { aReminded, INDIA, lettersOf, signedInAgain } from '../../../test/reminded.ts'
import { Clock } from '../../platform/clock/clock.ts'
import { ReminderPlanningService } from './reminder-planning.service.ts'
import { ReminderSendingService } from './reminder-sending.service.ts'

const atOnce = <T>(work: () => Promise<T>) => Promise.all([work(), work(), work()])

describe('several workers', () => {
  let api: Api
  beforeEach(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterEach(() => api.close())

  it('that plan and send at once send each message once', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => aReminded(api)))
    const planning = api.app.get(ReminderPlanningService)
    const sending = api.app.get(ReminderSendingService)
    const clock = api.app.get(Clock)
    await atOnce(() => planning.planDue(clock.now()))
    clock.shiftTo(Date.parse('2026-11-26T03:30:00Z'))
    await atOnce(() => planning.planDue(clock.now()))
    await atOnce(() => sending.sendDue(clock.now()))
    await atOnce(() => sending.sendDue(clock.now()))
    for (const { person } of people)
      expect(await lettersOf(api, person.email, INDIA)).toEqual([
        { at: '2026-11-26 09:00', subject: 'Netflix: ₹649 in 7 days' },
      ])
  })

  it('of which one dies with what it claimed: another sends it when the lease is over, once', async () => {
    const { person } = await aReminded(api)
    await api.ticks.runAll()
    await api.postgres.pool.query(`update reminders set leased_until = '2026-11-26T03:33:00Z'`)
    await api.clock.moveTo('2026-11-26T03:32:00Z')
    expect(await lettersOf(api, person.email, INDIA)).toEqual([])
    await api.clock.moveTo('2026-11-26T03:33:00Z')
    await api.clock.moveTo('2026-11-26T03:50:00Z')
    expect(await lettersOf(api, person.email, INDIA)).toHaveLength(1)
  })
})

/** What waits, without ids and without what no plan decides. */
const waiting = async (api: Api, householdId: string) => {
  const { rows } = await api.postgres.pool.query(
    `select kind, subject_id, occurs_on, lead, send_at from reminders
     where household_id = $1 and sent_at is null order by kind, subject_id, occurs_on, lead`,
    [householdId],
  )
  return rows
}

describe('any list of acts', () => {
  let api: Api
  beforeEach(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterEach(() => api.close())

  it('leaves the reminders that planning it all afresh leaves, and none of what is no more', async () => {
    const { person, subscriptionId } = await aReminded(api, {}, { startsOn: '2026-10-28' })
    const random = randomFrom(12)
    const path = `${person.home}/subscriptions/${subscriptionId}`
    const act = (body: object) => person.post(`${path}/acts`, { act: body })
    const acts = [
      () => person.post(`${path}/cancel`),
      () => person.post(`${path}/reactivate`),
      () => act({ kind: 'undo' }),
      () => act({ kind: 'withdraw' }),
      () => act({ kind: 'pause', fromOn: '2026-11-28' }),
      () => act({ kind: 'resume' }),
      () =>
        act({ kind: 'changePrice', price: { amount: 70_000 + random.between(0, 9) * 100, currency: 'INR' } }),
      () => person.patch(path, { noticeDays: random.between(0, 3) }),
      async () => {
        const { body } = await person.get(`${person.home}/charges?subscriptionId=${subscriptionId}`)
        const [charge] = body.items
        return charge === undefined ? undefined : person.post(`${person.home}/charges/${charge.id}/payments`)
      },
    ]
    let done = 0
    for (let step = 0; step < 40; step++) {
      const answer = await random.oneOf(acts)()
      done += Number(answer !== undefined && answer.status < 300)
      await api.ticks.runAll()
      const left = await waiting(api, person.householdId)
      await api.postgres.pool.query('delete from reminders')
      await api.postgres.pool.query('update households set followed_revision = 0, planned_until = null')
      await api.ticks.runAll()
      expect(left, `after ${step} steps`).toEqual(await waiting(api, person.householdId))
      const { body } = await person.get(path)
      if (['cancelled', 'expired', 'paused'].includes(body.status) || body.withdrawn === true)
        expect(left.filter(({ kind }) => kind !== 'overdue' && kind !== 'due')).toEqual([])
    }
    expect(done).toBeGreaterThan(15)
    expect((await signedInAgain(api, person)).token).toBeDefined()
  })
})
