import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joins, type Person } from '../../../test/a-person.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { aReminded, signedInAgain, walkIndia } from '../../../test/reminded.ts'

const pack = {
  name: 'LinkPack',
  kind: 'mobile',
  renewal: 'manual',
  interval: { count: 28, unit: 'day' },
  startsOn: '2026-11-02',
}
const trial = {
  name: 'Tri',
  startsOn: '2026-11-23',
  trial: { count: 7, unit: 'day' },
  price: { amount: 30_000, currency: 'INR' },
  pastPeriods: 'assumePaid',
  recordsItself: false,
}

describe('a message in the application', () => {
  let api: Api
  beforeEach(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterEach(() => api.close())

  const newest = async (person: Person) => {
    const [item] = (await (await signedInAgain(api, person)).get('/v1/inbox?limit=1')).body.items
    return item
  }
  const at = (instant: string) => api.clock.moveTo(instant)

  it('says what was said on its day, with dates where it is read on another', async () => {
    const { person } = await aReminded(api, {}, pack)
    await walkIndia(api, '2026-11-27', '2026-11-27')
    expect((await newest(person)).title).toBe('LinkPack stops in 3 days')
    await at('2026-11-28T02:00:00Z')
    const later = await newest(person)
    expect(later).toMatchObject({
      title: 'LinkPack stops on Mon, 30 Nov',
      parts: [{ standing: 'open', title: 'LinkPack stops on Mon, 30 Nov' }],
    })
    expect(later.parts[0].text).toContain('Its last day is Sun, 29 Nov.')
  })

  it('does not say of a pack that was recharged that it has stopped', async () => {
    const { person, subscriptionId } = await aReminded(api, {}, pack)
    await walkIndia(api, '2026-11-29', '2026-11-29')
    const here = await signedInAgain(api, person)
    const renewed = await here.post(`${person.home}/subscriptions/${subscriptionId}/renew`, { payment: {} })
    expect(renewed.status).toBeLessThan(300)
    await at('2026-11-30T06:00:00Z')
    expect(await newest(person)).toMatchObject({
      title: 'LinkPack stops on Mon, 30 Nov · settled',
      parts: [
        {
          standing: 'settled',
          text: 'That was so on Sun, 29 Nov. It is settled since: nothing is left to do about it.',
        },
      ],
    })
    await (await signedInAgain(api, person)).patch('/v1/me', { locale: 'hi' })
    expect(await newest(person)).toMatchObject({
      title: 'LinkPack सोम, 30 नव॰ को बंद हो जाएगा · निपट गया',
      parts: [{ text: 'यह रवि, 29 नव॰ की बात है। अब यह निपट चुका है, कुछ करना बाक़ी नहीं।' }],
    })
  })

  it('stays open where the recharge is taken back, and where it has stopped', async () => {
    const { person, subscriptionId } = await aReminded(api, {}, pack)
    await walkIndia(api, '2026-11-29', '2026-11-29')
    const here = await signedInAgain(api, person)
    await here.post(`${person.home}/subscriptions/${subscriptionId}/renew`, {})
    expect((await newest(person)).parts[0].standing).toBe('settled')
    const undone = await here.post(`${person.home}/subscriptions/${subscriptionId}/acts`, {
      act: { kind: 'undo' },
    })
    expect(undone.body).toMatchObject({ id: subscriptionId })
    await at('2026-12-01T06:00:00Z')
    const item = (await (await signedInAgain(api, person)).get('/v1/inbox')).body.items.at(-1)
    expect(item).toMatchObject({ title: 'LinkPack stops on Mon, 30 Nov', parts: [{ standing: 'open' }] })
  })

  it('claims no debit of a trial that was cancelled', async () => {
    const { person, subscriptionId } = await aReminded(api, {}, trial)
    await walkIndia(api, '2026-11-28', '2026-11-28')
    const said = await newest(person)
    expect(said.parts[0]).toMatchObject({ kind: 'trialEnding', standing: 'open' })
    const here = await signedInAgain(api, person)
    const cancelled = await here.post(`${person.home}/subscriptions/${subscriptionId}/cancel`)
    expect(cancelled.status).toBe(200)
    expect((await newest(person)).parts[0].standing).toBe('settled')
    await at('2026-12-02T06:00:00Z')
    const later = await newest(person)
    expect(later.title).toMatch(/^The trial of Tri ends on Mon, 30 Nov · (?:settled|over)$/)
    expect(later.parts[0].text).not.toContain('₹300')
    expect(later.parts[0].standing).not.toBe('open')
  })

  it('of a bill is open while the bill is, and settled once it is paid or waived', async () => {
    const { person } = await aReminded(api, {}, { recordsItself: false })
    await walkIndia(api, '2026-12-02', '2026-12-04')
    const here = await signedInAgain(api, person)
    const standings = async () =>
      (await here.get('/v1/inbox')).body.items.map(
        ({ title, parts }: { title: string; parts: [{ standing: string }] }) => [title, parts[0].standing],
      )
    expect(await standings()).toEqual([
      ['Netflix: ₹649 is overdue', 'open'],
      ['Netflix: ₹649 on Thu, 3 Dec', 'open'],
      ['Netflix: ₹649 on Thu, 3 Dec', 'open'],
    ])
    const { chargeId } = (await newest(person)).parts[0]
    await here.post(`${person.home}/charges/${chargeId}/payments`)
    expect((await standings()).map(([, standing]: [string, string]) => standing)).toEqual([
      'settled',
      'over',
      'over',
    ])
  })

  it('stays open for who was told, whoever pays now', async () => {
    const { person, subscriptionId } = await aReminded(api, {}, { recordsItself: false })
    const ravi = await joins(api, await aVerifiedPerson(api, { name: 'Ravi' }), person.householdId, 'member')
    await walkIndia(api, '2026-12-04', '2026-12-04')
    const here = await signedInAgain(api, person)
    const path = `${person.home}/subscriptions/${subscriptionId}`
    expect((await here.patch(path, { paidBy: ravi.memberId })).status).toBe(200)
    expect(await newest(person)).toMatchObject({
      title: 'Netflix: ₹649 is overdue',
      parts: [{ standing: 'open' }],
    })
  })
})
