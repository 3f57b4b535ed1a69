import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inTime } from '../../../test/a-household-in-time.ts'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const all = { scope: 'household', kinds: ['debit', 'bill', 'stop', 'trialEnd', 'decideBy'] }
const netflix = {
  name: 'Netflix; “Mum’s”, 4K नेटफ़्लिक्स — a name that is longer than a line of a calendar may be',
  kind: 'ott',
  interval: { count: 1, unit: 'month' },
  startsOn: '2026-08-31',
  price: inr(64_900),
}

/** As a calendar reads it. */
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      on: event.startDate.toString(),
      until: event.endDate.toString(),
      isDay: event.startDate.isDate,
      title: event.summary,
      status: component.getFirstPropertyValue('status'),
      alarms: component.getAllSubcomponents('valarm').length,
    }
  })

const lengthsOf = (text: string) => text.split('\r\n').map((line) => Buffer.byteLength(line))

const fetched = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const aFeed = async (person: Person, api: Api, wishes: object = all) => {
  const { status, body } = await person.post(`${person.home}/calendar-feed`, wishes)
  expect(status, JSON.stringify(body)).toBe(201)
  return api.url + new URL(body.url).pathname
}

const put = (person: Person, body: object) =>
  person.send(`${person.home}/calendar-feed`, { method: 'PUT', body })

const namesIn = async (url: string) => {
  const { status, text } = await fetched(url)
  expect(status).toBe(200)
  return [...new Set(eventsIn(text).map(({ title }) => title.split(' ')[0] ?? ''))].toSorted()
}

describe('a calendar at a secret address', () => {
  it('has every debit on its own day at month ends, as whole days under names that stay', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id } = await home.add(netflix)
      const url = await aFeed(home.person, api)
      const { headers, text } = await fetched(url)
      expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
      expect(Math.max(...lengthsOf(text))).toBeLessThanOrEqual(75)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const events = eventsIn(text)
      expect(events.map(({ on }) => on).slice(0, 5)).toEqual([
        '2026-10-31',
        '2026-11-30',
        '2026-12-31',
        '2027-01-31',
        '2027-02-28',
      ])
      expect(events[1]).toMatchObject({
        uid: `${id}-debit-3@streamline`,
        until: '2026-12-01',
        isDay: true,
        title: `${netflix.name} ₹649`,
        status: 'CONFIRMED',
        alarms: 1,
      })
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    }))

  it('tells what was cancelled under the same name with a later number, and back again', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id } = await home.add(netflix)
      const url = await aFeed(home.person, api)
      const december = async () => {
        const events = eventsIn((await fetched(url)).text)
        return events.find(({ uid }) => uid === `${id}-debit-4@streamline`)
      }
      const before = await december()
      expect(before).toMatchObject({ status: 'CONFIRMED', on: '2026-12-31' })
      await home.act(id, 'cancel')
      const cancelled = await december()
      expect(cancelled).toMatchObject({ status: 'CANCELLED', on: '2026-12-31', alarms: 0 })
      expect(cancelled?.sequence).toBeGreaterThan(before?.sequence ?? 0)
      await home.act(id, 'reactivate')
      expect(await december()).toMatchObject({ status: 'CONFIRMED' })
      await home.does(id, { kind: 'withdraw' })
      expect(eventsIn((await fetched(url)).text)).toEqual([])
    }))

  it('says that nothing changed to who has the newest, until something does or a day begins', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id } = await home.add(netflix)
      const url = await aFeed(home.person, api)
      const etag = async (known = '') => {
        const { status, headers } = await fetched(url, known === '' ? {} : { 'If-None-Match': known })
        return [status, headers.get('etag') ?? ''] as const
      }
      const [, first] = await etag()
      expect(await etag(first)).toEqual([304, first])
      await home.change(id, { note: 'Changed' })
      const [status, second] = await etag(first)
      expect([status, second === first]).toEqual([200, false])
      await home.moveTo('2026-11-30')
      expect((await etag(second))[0]).toBe(200)
    }))

  it('has of packs the last day, of bills the due day, and only the kinds that are wished', () =>
    inTime('2026-11-29', async (home, api) => {
      const pack = {
        ...netflix,
        name: 'Jio',
        kind: 'mobile',
        renewal: 'manual',
        interval: { count: 28, unit: 'day' },
      }
      await home.add({ ...pack, startsOn: '2026-11-20', price: inr(29_900) })
      await home.add({ ...netflix, name: 'Airtel', kind: 'mobile', billDay: 5, dueDays: 10 })
      const titles = async (wishes: object) => {
        const url = await aFeed(home.person, api, wishes)
        return eventsIn((await fetched(url)).text).map(({ on, title }) => `${on} ${title}`)
      }
      expect(await titles({ ...all, kinds: ['stop'] })).toEqual(['2026-12-17 Jio: last day, recharge ₹299'])
      expect((await titles({ ...all, kinds: ['bill'] })).slice(0, 2)).toEqual([
        '2026-11-15 Airtel ₹649 due',
        '2026-12-15 Airtel ₹649 due',
      ])
    }))

  it('is one subscription as a file for who may see it', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(netflix)
      const { status, body } = await home.person.get(`${home.person.home}/subscriptions/${id}/calendar.ics`)
      expect(status).toBe(200)
      expect(eventsIn(String(body))[1]).toMatchObject({ on: '2026-11-30', title: `${netflix.name} ₹649` })
    }))
})

describe('whose calendar it is', () => {
  let api: Api
  let asha: Person
  let ravi: Person
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-29T06:30:00Z' })
    asha = await aPerson(api)
    ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
    await asha.post(`${asha.home}/subscriptions`, { ...netflix, name: 'Shared' })
    await asha.post(`${asha.home}/subscriptions`, { ...netflix, name: 'Hers', visibility: 'private' })
    await asha.post(`${asha.home}/subscriptions`, { ...netflix, name: 'His', usedBy: [ravi.memberId] })
  })
  afterEach(() => api.close())

  it('shows what its person may see, or what is theirs, and says who pays', async () => {
    expect(await namesIn(await aFeed(asha, api))).toEqual(['Hers', 'His', 'Shared'])
    const his = await aFeed(ravi, api)
    expect(await namesIn(his)).toEqual(['His', 'Shared'])
    expect((await fetched(his)).text).toContain('DESCRIPTION:Asha pays.')
    const changed = await put(ravi, { ...all, scope: 'own' })
    expect(changed.body).toMatchObject({ scope: 'own' })
    expect(await namesIn(his)).toEqual(['His'])
  })

  it('stops with a new address, at the end, and when its person leaves', async () => {
    const first = await aFeed(ravi, api)
    const second = await aFeed(ravi, api)
    expect((await fetched(first)).status).toBe(404)
    expect((await fetched(second)).status).toBe(200)
    expect((await ravi.get(`${ravi.home}/calendar-feed`)).body.feed).toMatchObject({
      scope: 'household',
      readAt: '2026-11-29T06:00:00.000Z',
    })
    expect((await ravi.post(`${ravi.home}/leave`, { acceptOpenBalance: true })).status).toBe(204)
    expect((await fetched(second)).status).toBe(404)
    const hers = await aFeed(asha, api)
    expect((await asha.send(`${asha.home}/calendar-feed`, { method: 'DELETE' })).status).toBe(204)
    expect((await fetched(hers)).status).toBe(404)
    expect((await asha.get(`${asha.home}/calendar-feed`)).body).toEqual({ feed: null })
    expect((await put(asha, all)).status).toBe(404)
    expect((await fetched(`${api.url}/v1/calendars/${'a'.repeat(43)}.ics`)).status).toBe(404)
    expect((await fetched(`${api.url}/v1/calendars/..%2f.ics`)).status).toBe(404)
  })
})
