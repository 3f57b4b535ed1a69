import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joins, type Person } from '../../../test/a-person.ts'
import { aSharedHome, inr, type SharedHome } from '../../../test/a-shared-home.ts'
import { accepts, anInvitation, aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'
import { INDIA, lettersOf, signedInAgain, walkIndia } from '../../../test/reminded.ts'

const inboxOf = async ({ get }: Person) =>
  (await get('/v1/inbox')).body.items.map(({ title }: { title: string }) => title)

describe('news of a household', () => {
  let api: Api
  beforeEach(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterEach(() => api.close())

  const told = ({ email }: Person) => lettersOf(api, email, INDIA)

  describe('about a transfer', () => {
    let home: SharedHome
    let tara: Person
    beforeEach(async () => {
      home = await aSharedHome(api)
      const { asha, subscribe, chargesOf, pay } = home
      tara = await joins(api, await aVerifiedPerson(api, { name: 'Tara' }), asha.householdId, 'member')
      const split = { kind: 'equal', memberIds: [asha.memberId, tara.memberId] }
      await pay((await chargesOf(await subscribe({ split })))[0])
    })
    const settle = (by: Person) => {
      const settlement = { from: tara.memberId, to: home.asha.memberId, amount: inr(15_000) }
      return by.post(`${home.asha.home}/settlements`, settlement)
    }

    it('asks at once who got it, by every way they chose, once', async () => {
      await api.ticks.runAll()
      await settle(tara)
      await api.ticks.runAll()
      await api.ticks.runAll()
      const asked = 'Did ₹150 from Ravi arrive?'
      expect(await told(home.asha)).toContainEqual({ at: '2026-11-23 11:30', subject: asked })
      expect((await told(home.asha)).filter(({ subject }) => subject === asked)).toHaveLength(1)
      expect(await inboxOf(home.asha)).toContain(asked)
      expect((await told(tara)).map(({ subject }) => subject)).not.toContain(asked)
    })

    it('is not told where they said it already, or it was taken back before the letter left', async () => {
      await settle(home.asha)
      const { body } = await settle(tara)
      await home.post(`/settlements/${body.id}/undo`)
      await api.ticks.runAll()
      expect((await told(home.asha)).filter(({ subject }) => subject.includes('arrive'))).toEqual([])
    })

    it('waits for the end of quiet hours', async () => {
      await api.clock.moveTo('2026-11-23T18:00:00Z')
      expect((await settle(await signedInAgain(api, tara))).status).toBe(201)
      await api.ticks.runAll()
      expect((await told(home.asha)).filter(({ subject }) => subject.includes('arrive'))).toEqual([])
      await api.clock.moveTo('2026-11-24T01:30:00Z')
      expect(await told(home.asha)).toContainEqual({
        at: '2026-11-24 07:00',
        subject: 'Did ₹150 from Ravi arrive?',
      })
    })
  })

  it('tells who runs it that somebody joined or left, and whom it concerns that they were taken out', async () => {
    const asha = await aVerifiedPerson(api, { name: 'Asha' })
    await api.ticks.runAll()
    const { token } = await anInvitation(asha)
    const ravi = await accepts(await aVerifiedPerson(api, { name: 'Ravi' }), token)
    await api.ticks.runAll()
    expect((await told(asha)).map(({ subject }) => subject)).toEqual(['Ravi has joined'])
    expect(await told(ravi)).toEqual([])
    await ravi.post(`${asha.home}/leave`, { acceptOpenBalance: true })
    await api.ticks.runAll()
    expect((await told(asha)).map(({ subject }) => subject)).toEqual(['Ravi has joined', 'Ravi has left'])
    const tara = await joins(api, await aVerifiedPerson(api, { name: 'Tara' }), asha.householdId, 'member')
    await asha.post(`${asha.home}/members/${tara.memberId}/remove`, { acceptOpenBalance: true })
    await api.ticks.runAll()
    const { body } = await api.fetchJson(`/dev/mailbox.json?to=${encodeURIComponent(tara.email)}`)
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toContain('removed-from-household')
  })

  it('tells once, in the morning, of a service that is paid for although another plan includes it', async () => {
    const asha = await aVerifiedPerson(api)
    const subscribe = (planId: string, name: string) =>
      asha.post(`${asha.home}/subscriptions`, {
        planId,
        name,
        startsOn: '2026-11-10',
        pastPeriods: 'assumePaid',
      })
    expect((await subscribe('jiohotstar-in-super-monthly', 'Hotstar')).status).toBe(201)
    expect((await subscribe('airtel-in-fiber-999', 'Fibre')).status).toBe(201)
    await walkIndia(api, '2026-11-24', '2026-11-27')
    expect((await told(asha)).filter(({ subject }) => subject.includes('already'))).toEqual([
      { at: '2026-11-24 09:00', subject: 'Hotstar is in Fibre already' },
    ])
  })

  it('reminds who is to do it of an accepted step, three days before its day and on it, until it is done', async () => {
    const asha = await aVerifiedPerson(api)
    const draft = { startsOn: '2026-11-10', pastPeriods: 'assumePaid' }
    const hotstar = { ...draft, planId: 'jiohotstar-in-super-monthly', name: 'Hotstar' }
    const { id } = (await asha.post(`${asha.home}/subscriptions`, hotstar)).body
    await asha.post(`${asha.home}/subscriptions`, { ...draft, planId: 'airtel-in-fiber-999', name: 'Fibre' })
    await asha.post(`${asha.home}/savings/work`)
    await api.app.get(JobRunner).runDue()
    const cancel = { kind: 'cancel', subscriptionId: id, planId: null, serviceId: null }
    const accepted = await asha.post(`${asha.home}/savings/steps`, { steps: [cancel] })
    expect(accepted.body.steps).toMatchObject([{ on: '2026-12-09', state: 'open' }])
    await walkIndia(api, '2026-11-24', '2026-12-07')
    const steps = async () => (await told(asha)).filter(({ subject }) => subject.startsWith('Cancel Hotstar'))
    expect(await steps()).toEqual([{ at: '2026-12-06 09:00', subject: 'Cancel Hotstar: in 3 days' }])
    const back = await signedInAgain(api, asha)
    await back.post(`${asha.home}/subscriptions/${id}/cancel`, {})
    await walkIndia(api, '2026-12-08', '2026-12-10')
    expect(await steps()).toHaveLength(1)
  })
})
