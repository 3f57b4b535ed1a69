import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/a-person.ts'
import { accepts, anInvitation, aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import {
  aReminded,
  INDIA,
  lettersOf,
  netflix,
  signedInAgain,
  walkDays,
  walkIndia,
  wallTime,
} from '../../../test/reminded.ts'

const PATH = '/v1/me/notifications'

const wall = ({ at, title }: { at: string; title: string }) => `${wallTime(at, INDIA)} ${title}`

describe('how somebody wants to be reminded', () => {
  let api: Api
  beforeEach(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterEach(() => api.close())

  const letters = ({ email }: Person) => lettersOf(api, email, INDIA)

  it('is e-mail and inbox for everything, at nine, with quiet nights, until they say something else', async () => {
    const { get, patch } = await aVerifiedPerson(api)
    const { body } = await get(PATH)
    expect(body).toMatchObject({
      revision: 0,
      sendAt: '09:00',
      quiet: { from: '22:00', until: '07:00' },
      timeZone: null,
      digest: false,
    })
    expect(body.rules[0]).toEqual({
      kind: 'renewal',
      email: true,
      inbox: true,
      push: true,
      webhook: true,
      leadDays: [7, 3, 1, 0],
    })
    const rules = [{ kind: 'renewal', leadDays: [1, 5, 5] }]
    const changed = await patch(PATH, { rules, quiet: null })
    expect(changed.body).toMatchObject({ revision: 1, quiet: null })
    expect(changed.body.rules[0]).toEqual({
      kind: 'renewal',
      email: true,
      inbox: true,
      push: true,
      webhook: true,
      leadDays: [5, 1],
    })
    expect(changed.body.rules[1]).toEqual(body.rules[1])
    expect((await get(PATH)).body).toEqual(changed.body)
  })

  it('is refused on another revision, in a zone that is none, and for days that a kind has not', async () => {
    const { patch } = await aVerifiedPerson(api)
    await patch(PATH, { digest: true })
    const stale = await patch(PATH, { digest: false }, { 'If-Match': '"0"' })
    expect([stale.status, stale.body.current.digest]).toEqual([412, true])
    expect((await patch(PATH, { timeZone: 'Mars/Olympus' })).status).toBe(400)
    expect((await patch(PATH, { rules: [{ kind: 'claim', leadDays: [1] }] })).status).toBe(400)
    expect((await patch(PATH, { sendAt: '24:00' })).status).toBe(400)
  })

  it('has a time of its own and another zone, from the next message on', async () => {
    const { person } = await aReminded(api)
    await api.ticks.runAll()
    await person.patch(PATH, {
      sendAt: '20:15',
      timeZone: 'Europe/Berlin',
      rules: [{ kind: 'renewal', leadDays: [2] }],
    })
    await walkDays(api, '2026-11-24', '2026-12-02', ['03:30', '19:15'])
    expect(await lettersOf(api, person.email, 'Europe/Berlin')).toEqual([
      { at: '2026-12-01 20:15', subject: 'Netflix: ₹649 in 2 days' },
    ])
  })

  it('may be one message for all of a day', async () => {
    const { person } = await aReminded(api)
    const prime = { recordsItself: false, ...netflix, name: 'Prime' }
    await person.post(`${person.home}/subscriptions`, prime)
    await person.patch(PATH, { digest: true })
    await walkIndia(api, '2026-11-24', '2026-11-26')
    expect((await letters(person)).map(({ subject }) => subject)).toEqual([
      'Netflix: ₹649 in 7 days, and 1 more',
    ])
  })

  it('may be nothing of a kind by e-mail, and nothing at all of a subscription', async () => {
    const { person, subscriptionId } = await aReminded(api)
    await person.patch(PATH, { rules: [{ kind: 'renewal', email: false }] })
    await walkIndia(api, '2026-11-24', '2026-11-26')
    expect(await letters(person)).toEqual([])
    const here = await signedInAgain(api, person)
    expect((await here.get('/v1/inbox')).body.items).toHaveLength(1)
    const mute = (muted: boolean) =>
      here.patch(`${person.home}/reminders/subscriptions/${subscriptionId}`, { muted })
    expect((await mute(true)).body).toEqual({ muted: true, leadDays: null })
    expect((await here.get(`${person.home}/reminders/next`)).body).toMatchObject({
      messages: [],
      muted: [{ subscriptionId, name: 'Netflix' }],
    })
    await walkIndia(api, '2026-11-27', '2026-11-30')
    const later = await signedInAgain(api, person)
    expect((await later.get('/v1/inbox')).body.items).toHaveLength(1)
  })

  it('may be ahead by other days for one subscription, and as for all others again', async () => {
    const { person, subscriptionId } = await aReminded(api)
    const prime = { recordsItself: false, ...netflix, name: 'Prime' }
    await person.post(`${person.home}/subscriptions`, prime)
    const path = `${person.home}/reminders/subscriptions/${subscriptionId}`
    expect((await person.get(path)).body).toEqual({ muted: false, leadDays: null })
    expect((await person.patch(path, { leadDays: [2, 5, 2] })).body).toEqual({
      muted: false,
      leadDays: [5, 2],
    })
    expect((await person.patch(path, { leadDays: [31] })).status).toBe(400)
    const next = async () =>
      (await person.get(`${person.home}/reminders/next`)).body.messages
        .map(({ title }: { title: string }) => title)
        .filter((title: string) => title.startsWith('Netflix') && !title.includes('overdue'))
    expect(await next()).toEqual(['Netflix: ₹649 in 5 days', 'Netflix: ₹649 in 2 days'])
    await walkIndia(api, '2026-11-24', '2026-11-28')
    expect((await letters(person)).map(({ subject }) => subject)).toEqual([
      'Prime: ₹649 in 7 days',
      'Netflix: ₹649 in 5 days',
    ])
    const here = await signedInAgain(api, person)
    expect((await here.patch(path, { leadDays: null })).body).toEqual({ muted: false, leadDays: null })
    await walkIndia(api, '2026-11-29', '2026-11-30')
    expect(
      (await letters(person))
        .map(({ subject }) => subject)
        .slice(2)
        .toSorted(),
    ).toEqual(['Netflix: ₹649 in 3 days', 'Prime: ₹649 in 3 days'])
    const other = await aVerifiedPerson(api)
    expect((await other.get(path)).status).toBe(404)
  })
})

describe('the next messages', () => {
  let api: Api
  beforeEach(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterEach(() => api.close())

  it('are those that come', async () => {
    const { person, subscriptionId } = await aReminded(api)
    const { body } = await person.get(`${person.home}/reminders/next`)
    expect(body).toMatchObject({ timeZone: INDIA, isMailed: true, muted: [] })
    expect(body.messages[2]).toEqual({
      at: '2026-12-02T03:30:00.000Z',
      on: '2026-12-02',
      time: '09:00',
      channels: ['email', 'inbox'],
      title: 'Netflix: ₹649 tomorrow',
      text: 'It renews by itself: ₹649 will be debited on Thu, 3 Dec. You pay. Have the money there, or pause or cancel it before that day.',
      about: [{ subscriptionId, name: 'Netflix' }],
      push: {
        tag: `renewal ${subscriptionId} 2026-12-03`,
        kind: 'renewal',
        title: 'Netflix: ₹649 tomorrow',
        body: 'It renews by itself: ₹649 will be debited on Thu, 3 Dec. You pay. Have the money there, or pause or cancel it before that day.',
        path: `/subscriptions/${subscriptionId}`,
        about: { householdId: person.home.split('/').at(-1), subscriptionId, on: '2026-12-03' },
      },
    })
    await walkIndia(api, '2026-11-24', '2026-12-10')
    const came = await lettersOf(api, person.email, INDIA)
    expect(came).toHaveLength(7)
    expect(
      body.messages.map(({ on, title }: { on: string; title: string }) => [`${on} 09:00`, title]),
    ).toEqual(came.map(({ at, subject }) => [at, subject]))
  })

  it('are those that come, also of news, of what may become overdue, and of debits that book themselves', async () => {
    const { person } = await aReminded(api, {}, { recordsItself: true, startsOn: '2026-10-25' })
    const post = { name: 'Post', startsOn: '2026-10-26', recordsItself: false }
    await person.post(`${person.home}/subscriptions`, { ...netflix, ...post })
    for (let minute = 0; minute < 3; minute++) await api.ticks.runAll()
    const { token } = await anInvitation(person)
    await accepts(await aVerifiedPerson(api, { name: 'Ravi' }), token)
    const { body } = await person.get(`${person.home}/reminders/next`)
    const listed = body.messages.map(wall).filter((line: string) => line < '2026-12-04')
    await api.ticks.runAll()
    await walkIndia(api, '2026-11-24', '2026-12-03')
    const came = (await lettersOf(api, person.email, INDIA)).map(({ at, subject }) => `${at} ${subject}`)
    expect(came.toSorted()).toEqual(listed.toSorted())
    expect(came).toContain('2026-11-23 11:30 Ravi has joined')
    expect(came).toContain('2026-11-27 09:00 Post: ₹649 is overdue')
    expect(came).toContain('2026-11-30 09:00 A debit to check')
  })

  it('say what must be done by a day of the household before it is over there, to who lives behind it', async () => {
    const { person } = await aReminded(api)
    await person.patch('/v1/me/notifications', { timeZone: 'America/New_York', sendAt: '18:00' })
    const { body } = await person.get(`${person.home}/reminders/next`)
    const at = body.messages.map((message: { at: string }) => message.at)
    // 18:30 UTC is midnight in India.
    expect(at).not.toContain('2026-12-03T23:00:00.000Z')
    expect(at).toContain('2026-12-02T23:00:00.000Z')
    await walkDays(api, '2026-11-24', '2026-12-03', ['18:29', '23:00'])
    const came = await lettersOf(api, person.email, 'UTC')
    expect(came.at(-1)?.at).toBe('2026-12-02 23:00')
    expect(came.map((one) => `${one.at.replace(' ', 'T')}:00.000Z`)).toEqual(
      at.filter((instant: string) => instant < '2026-12-04'),
    )
  })

  it('come by the inbox alone where no address is proved', async () => {
    const { person } = await aReminded(api)
    await api.postgres.pool.query('update users set email_verified = false')
    const { body } = await person.get(`${person.home}/reminders/next`)
    expect(body.isMailed).toBe(false)
    expect(body.messages[0].channels).toEqual(['inbox'])
    await walkIndia(api, '2026-11-24', '2026-11-26')
    expect(await lettersOf(api, person.email, INDIA)).toEqual([])
  })
})
