import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joins, type Person } from '../../../test/a-person.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { mailTo } from '../../../test/mailbox.ts'
import { aReminded, INDIA, lettersOf, netflix, signedInAgain, walkIndia } from '../../../test/reminded.ts'
import { Clock } from '../../platform/clock/clock.ts'

/** The charge that is due next. */
const chargeAhead = async ({ get, home }: Person): Promise<string> => {
  const { body } = await get(`${home}/charges`)
  return body.items.find(({ dueOn }: { dueOn: string }) => dueOn === '2026-12-03').id
}

describe('reminders', () => {
  let api: Api
  beforeEach(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterEach(() => api.close())

  const subjects = async (email: string) =>
    (await lettersOf(api, email, INDIA)).map(({ at, subject }) => `${at.slice(5, 10)} ${subject}`)

  it('come 7, 3 and 1 days ahead and on the day, at nine, and 1, 3 and 7 days after until it is paid', async () => {
    const { person } = await aReminded(api)
    await walkIndia(api, '2026-11-24', '2026-12-12')
    expect(await lettersOf(api, person.email, INDIA)).toEqual([
      { at: '2026-11-26 09:00', subject: 'Netflix: ₹649 in 7 days' },
      { at: '2026-11-30 09:00', subject: 'Netflix: ₹649 in 3 days' },
      { at: '2026-12-02 09:00', subject: 'Netflix: ₹649 tomorrow' },
      { at: '2026-12-03 09:00', subject: 'Netflix: ₹649 today' },
      { at: '2026-12-04 09:00', subject: 'Netflix: ₹649 is overdue' },
      { at: '2026-12-06 09:00', subject: 'Netflix: ₹649 is overdue' },
      { at: '2026-12-10 09:00', subject: 'Netflix: ₹649 is overdue' },
    ])
  })

  it('say what, how much, when, who pays and what to do, and lead there', async () => {
    const { person, subscriptionId } = await aReminded(api)
    await walkIndia(api, '2026-11-26', '2026-11-26')
    const [letter] = await mailTo(api, person.email)
    expect(letter?.text).toContain(
      'It renews by itself: ₹649 will be debited on Thu, 3 Dec. You pay. Have the money there, or pause or cancel it before that day.',
    )
    expect(letter?.links[0]).toMatch(new RegExp(`/subscriptions/${subscriptionId}$`))
    expect(letter?.text).toContain('From Streamline, for ')
    expect(letter?.links[2]).toMatch(/\/settings\/notifications$/)
  })

  it('advise on the day of a debit only what can still be done', async () => {
    const { person } = await aReminded(api)
    await walkIndia(api, '2026-12-03', '2026-12-03')
    const [letter] = await mailTo(api, person.email)
    expect(letter?.subject).toBe('Netflix: ₹649 today')
    expect(letter?.text).not.toContain('before that day')
    expect(letter?.text).toContain('this debit comes, and cancelling now ends it after what it pays for.')
  })

  it('speak Hindi to who reads Hindi', async () => {
    const { person } = await aReminded(api)
    await person.patch('/v1/me', { locale: 'hi' })
    await walkIndia(api, '2026-11-26', '2026-11-26')
    const [letter] = await mailTo(api, person.email)
    expect(letter?.subject).toBe('Netflix: 7 दिन में ₹649')
    expect(letter?.text).toContain('3 दिस॰ को ₹649 कटेंगे')
  })

  it('wait in the application too, and count until they are read', async () => {
    const { person } = await aReminded(api)
    await walkIndia(api, '2026-11-26', '2026-12-02')
    const here = await signedInAgain(api, person)
    const { body } = await here.get('/v1/inbox?limit=2')
    expect(body.unread).toBe(3)
    expect(body.items.map(({ title }: { title: string }) => title)).toEqual([
      'Netflix: ₹649 tomorrow',
      'Netflix: ₹649 on Thu, 3 Dec',
    ])
    const next = await here.get(`/v1/inbox?limit=2&cursor=${body.nextCursor}`)
    expect(next.body.items).toHaveLength(1)
    const ids = [body.items[0].id]
    expect((await here.post('/v1/inbox/read', { ids })).body).toEqual({ unread: 2 })
    expect((await here.post('/v1/inbox/read')).body).toEqual({ unread: 0 })
  })

  it('can be paid where they are told, for as long as something is open', async () => {
    const { person } = await aReminded(api, {}, { recordsItself: false })
    await walkIndia(api, '2026-12-02', '2026-12-04')
    const here = await signedInAgain(api, person)
    const newest = async () => (await here.get('/v1/inbox?limit=1')).body.items[0].parts[0]
    const told = await newest()
    expect(told).toMatchObject({ kind: 'overdue', name: 'Netflix', chargeId: expect.any(String) })
    expect((await here.post(`${person.home}/charges/${told.chargeId}/payments`)).status).toBe(201)
    expect(await newest()).toMatchObject({ kind: 'overdue', chargeId: null })
  })

  it('fall silent once it is paid', async () => {
    const { person } = await aReminded(api)
    await walkIndia(api, '2026-11-24', '2026-11-26')
    const here = await signedInAgain(api, person)
    const paid = await here.post(`${person.home}/charges/${await chargeAhead(here)}/payments`)
    expect(paid.status).toBe(201)
    await walkIndia(api, '2026-11-27', '2026-12-12')
    expect(await subjects(person.email)).toEqual(['11-26 Netflix: ₹649 in 7 days'])
  })

  it('fall silent in the very minute: what is paid after the plan and before the sending is not told', async () => {
    const { person } = await aReminded(api)
    await api.clock.moveTo('2026-11-26T03:29:00Z')
    const here = await signedInAgain(api, person)
    api.app.get(Clock).shiftTo(Date.parse('2026-11-26T03:30:05Z'))
    await here.post(`${person.home}/charges/${await chargeAhead(here)}/payments`)
    await api.ticks.runAll()
    expect(await subjects(person.email)).toEqual([])
  })

  it('fall silent with what is waived, cancelled or taken away, and speak again where that is undone', async () => {
    const waived = await aReminded(api)
    await waived.person.post(`${waived.person.home}/charges/${await chargeAhead(waived.person)}/waive`)
    const cancelled = await aReminded(api)
    const { home } = cancelled.person
    await cancelled.person.post(`${home}/subscriptions/${cancelled.subscriptionId}/cancel`)
    const removed = await aReminded(api)
    const act = { act: { kind: 'withdraw' } }
    const withdrawn = await removed.person.post(
      `${removed.person.home}/subscriptions/${removed.subscriptionId}/acts`,
      act,
    )
    expect(withdrawn.status).toBe(200)
    await walkIndia(api, '2026-11-24', '2026-11-28')
    const here = await signedInAgain(api, cancelled.person)
    const back = await here.post(`${home}/subscriptions/${cancelled.subscriptionId}/reactivate`)
    expect(back.status).toBe(200)
    await walkIndia(api, '2026-11-29', '2026-12-05')
    expect(await subjects(waived.person.email)).toEqual([])
    expect(await subjects(removed.person.email)).toEqual([])
    expect(await subjects(cancelled.person.email)).toEqual([
      '11-30 Netflix: ₹649 in 3 days',
      '12-02 Netflix: ₹649 tomorrow',
      '12-03 Netflix: ₹649 today',
      '12-04 Netflix: ₹649 is overdue',
    ])
  })

  it('are put off by a snooze, and come once again when it ends', async () => {
    const { person } = await aReminded(api)
    await walkIndia(api, '2026-11-24', '2026-11-26')
    const here = await signedInAgain(api, person)
    const [item] = (await here.get('/v1/inbox')).body.items
    const snoozed = await here.post(`/v1/inbox/${item.id}/snooze`, { days: 7 })
    expect(snoozed.body).toMatchObject({ snoozedUntil: '2026-12-03' })
    await walkIndia(api, '2026-11-27', '2026-12-03')
    expect(await subjects(person.email)).toEqual([
      '11-26 Netflix: ₹649 in 7 days',
      '12-03 Netflix: ₹649 today',
    ])
    const other = await aVerifiedPerson(api)
    expect((await other.post(`/v1/inbox/${item.id}/snooze`, { days: 1 })).status).toBe(404)
  })

  it('are silent about a debit that was put off beyond its day, also as overdue, and come on the day', async () => {
    const { person } = await aReminded(api)
    await walkIndia(api, '2026-12-02', '2026-12-02')
    const here = await signedInAgain(api, person)
    const [item] = (await here.get('/v1/inbox')).body.items
    expect(item.title).toBe('Netflix: ₹649 tomorrow')
    const snoozed = await here.post(`/v1/inbox/${item.id}/snooze`, { days: 3 })
    expect(snoozed.body).toMatchObject({ snoozedUntil: '2026-12-05' })
    await walkIndia(api, '2026-12-03', '2026-12-07')
    expect((await subjects(person.email)).filter((subject) => subject > '12-02 O')).toEqual([
      '12-05 Netflix: ₹649 is overdue',
      '12-06 Netflix: ₹649 is overdue',
    ])
  })

  it('that a standstill of days has missed are told once, in one message', async () => {
    const { person } = await aReminded(api)
    const prime = { ...netflix, name: 'Prime', startsOn: '2026-11-04' }
    await person.post(`${person.home}/subscriptions`, { recordsItself: false, ...prime })
    await api.ticks.runAll()
    api.app.get(Clock).shiftTo(Date.parse('2026-11-29T06:00:00Z'))
    await api.ticks.runAll()
    await api.ticks.runAll()
    expect(await subjects(person.email)).toEqual(['11-29 Netflix: ₹649 in 4 days, and 1 more'])
    const [letter] = await mailTo(api, person.email)
    expect(letter?.text).toContain('Prime: ₹649 in 5 days.')
    await walkIndia(api, '2026-11-30', '2026-11-30')
    expect(await subjects(person.email)).toHaveLength(2)
  })

  it('that a standstill of weeks has missed are told once too, where they still hold', async () => {
    const { person } = await aReminded(api, {}, { startsOn: '2026-11-20' })
    await api.ticks.runAll()
    api.app.get(Clock).shiftTo(Date.parse('2026-12-18T06:00:00Z'))
    for (let minute = 0; minute < 3; minute++) await api.ticks.runAll()
    expect(await subjects(person.email)).toEqual(['12-18 Netflix: ₹649 is overdue, and 1 more'])
  })

  it('wait for the end of quiet hours when they are late', async () => {
    const { person } = await aReminded(api)
    await api.ticks.runAll()
    api.app.get(Clock).shiftTo(Date.parse('2026-11-26T18:00:00Z'))
    await api.ticks.runAll()
    expect(await subjects(person.email)).toEqual([])
    await api.clock.moveTo('2026-11-27T01:30:00Z')
    expect(await lettersOf(api, person.email, INDIA)).toEqual([
      { at: '2026-11-27 07:00', subject: 'Netflix: ₹649 in 6 days' },
    ])
  })

  it('do not tell who adds a subscription what they would have been told last week', async () => {
    const { person } = await aReminded(api, {}, { startsOn: '2026-10-24' })
    for (let minute = 0; minute < 3; minute++) await api.ticks.runAll()
    expect(await subjects(person.email)).toEqual([])
    await walkIndia(api, '2026-11-24', '2026-11-24')
    expect(await subjects(person.email)).toEqual(['11-24 Netflix: ₹649 today'])
  })

  it('tell who pays, and of what is private only its owner', async () => {
    const asha = await aVerifiedPerson(api, { name: 'Asha' })
    const ravi = await joins(api, await aVerifiedPerson(api, { name: 'Ravi' }), asha.householdId, 'manager')
    const viewer = await joins(api, await aVerifiedPerson(api, { name: 'Tara' }), asha.householdId, 'viewer')
    const add = (name: string, more: object) =>
      asha.post(`${asha.home}/subscriptions`, { recordsItself: false, ...netflix, name, ...more })
    await add('Of Ravi', { paidBy: ravi.memberId })
    await add('Secret', { visibility: 'private' })
    await add('Of Tara', { paidBy: viewer.memberId })
    await walkIndia(api, '2026-11-24', '2026-11-26')
    expect(await subjects(ravi.email)).toEqual(['11-26 Of Ravi: ₹649 in 7 days'])
    // Who may only look cannot pay: who keeps it is told.
    expect(await subjects(viewer.email)).toEqual([])
    expect((await subjects(asha.email)).toSorted()).toEqual([
      '11-26 Of Tara: ₹649 in 7 days',
      '11-26 Secret: ₹649 in 7 days',
    ])
    const { rows } = await api.postgres.pool.query(
      `select count(*)::int as n from reminders where member_id = $1`,
      [viewer.memberId],
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  it('reach nobody who has left', async () => {
    const asha = await aVerifiedPerson(api, { name: 'Asha' })
    const ravi = await joins(api, await aVerifiedPerson(api, { name: 'Ravi' }), asha.householdId, 'member')
    await asha.post(`${asha.home}/subscriptions`, { recordsItself: false, ...netflix, paidBy: ravi.memberId })
    await walkIndia(api, '2026-11-24', '2026-11-26')
    const here = await signedInAgain(api, ravi)
    expect((await here.get('/v1/inbox')).body.items).toHaveLength(1)
    expect((await here.post(`${asha.home}/leave`, { acceptOpenBalance: true })).status).toBeLessThan(300)
    expect((await here.get('/v1/inbox')).body).toMatchObject({ items: [], unread: 0 })
    await walkIndia(api, '2026-11-27', '2026-11-30')
    expect(await subjects(ravi.email)).toHaveLength(1)
    expect(await subjects(asha.email)).toEqual(['11-30 Netflix: ₹649 in 3 days'])
  })

  it('ask on Monday for the debits that booked themselves, once for all', async () => {
    const { person } = await aReminded(api, {}, { startsOn: '2026-11-25', recordsItself: true })
    const more = { ...netflix, name: 'Prime', startsOn: '2026-11-26', recordsItself: true }
    await person.post(`${person.home}/subscriptions`, more)
    await walkIndia(api, '2026-11-24', '2026-12-01')
    const told = (await subjects(person.email)).filter((subject) => subject.includes('check'))
    expect(told).toEqual(['11-30 2 debits to check'])
  })

  it('tell of a pack that stops, and that it has stopped', async () => {
    const pack = { name: 'Jio', kind: 'mobile', renewal: 'manual', interval: { count: 28, unit: 'day' } }
    const { person, subscriptionId } = await aReminded(api, {}, { ...pack, startsOn: '2026-11-02' })
    await walkIndia(api, '2026-11-24', '2026-11-27')
    api.app.get(Clock).shiftTo(Date.parse('2026-11-30T06:00:00Z'))
    for (let minute = 0; minute < 3; minute++) await api.ticks.runAll()
    expect(await subjects(person.email)).toEqual(['11-27 Jio stops in 3 days', '11-30 Jio has stopped'])
    const here = await signedInAgain(api, person)
    await here.post(`${person.home}/subscriptions/${subscriptionId}/renew`, { payment: {} })
    await walkIndia(api, '2026-12-01', '2026-12-10')
    expect(await subjects(person.email)).toHaveLength(2)
  })
})
