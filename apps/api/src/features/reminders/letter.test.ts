import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { mailTo } from '../../../test/mailbox.ts'
import { aReminded, lettersOf, INDIA, signedInAgain, walkIndia } from '../../../test/reminded.ts'

const byHand = { startsOn: '2026-11-01', billDay: 5, dueDays: 20, renewal: 'automatic', recordsItself: false }
const pack = {
  name: 'Jio',
  kind: 'mobile',
  renewal: 'manual',
  interval: { count: 28, unit: 'day' },
  startsOn: '2026-11-02',
}

describe('the link of a letter', () => {
  let api: Api
  beforeEach(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterEach(() => api.close())

  const linkIn = async (email: string) => {
    const letter = (await mailTo(api, email)).find(({ kind }) => kind === 'reminder')
    const link = new URL(letter?.links.find((one) => one.includes('/v1/letter')) ?? 'none:')
    return `${link.pathname}${link.search}`
  }
  const send = async (path: string, method = 'POST', headers: Record<string, string> = {}) => {
    const answer = await fetch(api.url + path, {
      method,
      headers: {
        ...(method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(method === 'POST' ? { body: '' } : {}),
    })
    return { status: answer.status, text: await answer.text() }
  }
  const aLetter = async (draft: object, until: string) => {
    const { person, subscriptionId } = await aReminded(api, {}, draft)
    await walkIndia(api, '2026-11-24', until)
    return { person, subscriptionId, path: await linkIn(person.email) }
  }
  const rows = async (text: string) => (await api.postgres.pool.query(text)).rows

  it('shows a page and changes nothing, however often a scanner opens it', async () => {
    const { path } = await aLetter(pack, '2026-11-27')
    const before = await rows('select * from reminder_snoozes')
    for (let n = 0; n < 3; n++) {
      const { status, text } = await send(path, 'GET')
      expect(status).toBe(200)
      expect(text).toContain('Jio stops on Mon, 30 Nov')
      expect(text).toContain('It is recharged')
      expect(text).not.toContain('<script')
    }
    expect((await send(`${path}&act=recharged`, 'GET')).status).toBe(200)
    expect(await rows('select * from reminder_snoozes')).toEqual(before)
    expect(await rows('select * from letter_acts')).toEqual([])
  })

  it('notes a recharge once, with its payment', async () => {
    const { person, subscriptionId, path } = await aLetter(pack, '2026-11-27')
    expect((await send(`${path}&act=recharged`)).text).toContain('The recharge of today is noted')
    expect((await send(`${path}&act=recharged`)).text).toContain('This was done already')
    const here = await signedInAgain(api, person)
    const { body } = await here.get(`${person.home}/subscriptions/${subscriptionId}`)
    expect(body.timeline.filter(({ payments }: { payments: unknown[] }) => payments.length > 0)).toHaveLength(
      1,
    )
    await walkIndia(api, '2026-11-28', '2026-12-05')
    expect(await lettersOf(api, person.email, INDIA)).toHaveLength(1)
  })

  it('pays a bill in full, once, and no other kind of letter can', async () => {
    const { person, path } = await aLetter({ ...byHand, pastPeriods: 'unpaid' }, '2026-11-26')
    const before = (await rows('select id from payments')).length
    const all = await Promise.all(Array.from({ length: 4 }, () => send(`${path}&act=paid`)))
    expect(all.every(({ status }) => status < 500)).toBe(true)
    expect(all.filter(({ text }) => text.includes('noted as paid'))).toHaveLength(1)
    expect((await send(`${path}&act=paid`)).text).toContain('This was done already')
    expect((await rows('select id from payments')).length - before).toBe(1)
    expect((await send(`${path}&act=recharged`)).status).toBe(422)
    expect(person.email).toContain('@')
  })

  it('puts off, once for each wish, and the letter comes again then', async () => {
    const { person, path } = await aLetter({}, '2026-11-26')
    expect((await send(`${path}&act=snooze3`)).text).toContain('You hear of it in 3 days')
    expect((await send(`${path}&act=snooze3`)).text).toContain('This was done already')
    await walkIndia(api, '2026-11-27', '2026-11-30')
    expect((await lettersOf(api, person.email, INDIA)).map(({ subject }) => subject)).toEqual([
      'Netflix: ₹649 in 7 days',
      'Netflix: ₹649 in 4 days',
      'Netflix: ₹649 in 3 days',
    ])
  })

  it('that was changed, is too old, comes from elsewhere or is of somebody who has left does nothing', async () => {
    const { person, path } = await aLetter({}, '2026-11-26')
    expect((await send(`${path.slice(0, -3)}AAA&act=snooze1`)).status).toBe(422)
    expect((await send('/v1/letter?token=x', 'GET')).status).toBe(422)
    expect((await send(`${path}&act=snooze1`, 'POST', { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await send(`${path}&act=erase`)).status).toBe(422)
    await api.postgres.pool.query('update household_members set left_on = $1 where user_id = $2', [
      '2026-11-26',
      person.userId,
    ])
    expect((await send(`${path}&act=snooze1`)).status).toBe(422)
    await api.clock.moveTo('2026-12-30T00:00:00Z')
    expect((await send(path, 'GET')).status).toBe(422)
    expect(await rows('select * from letter_acts')).toEqual([])
  })

  it('that does not work any more says so on a page to a browser, and in a document to a program', async () => {
    const { path } = await aLetter({}, '2026-11-26')
    await api.clock.moveTo('2026-12-30T00:00:00Z')
    const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
    const seen = await fetch(api.url + path, { headers: browser })
    expect(seen.status).toBe(422)
    expect(seen.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(seen.headers.get('content-security-policy')).toContain("style-src 'self'")
    const page = await seen.text()
    expect(page).toContain('<h1>This link does not work any more</h1>')
    expect(page).toContain('href="/inbox"')
    const hindi = await fetch(api.url + path, { headers: { ...browser, 'Accept-Language': 'hi-IN' } })
    expect(await hindi.text()).toContain('यह लिंक अब काम नहीं करता')
    expect((await send(`${path}&act=snooze1`, 'POST', browser)).text).toContain('<h1>This link')
    const other = await fetch(`${api.url}/v1/unsubscribe?token=x`, { headers: browser })
    expect([other.status, await other.text()]).toEqual([422, expect.stringContaining('<h1>This link')])
    for (const Accept of ['application/json', '*/*', 'application/problem+json'])
      expect(JSON.parse((await send(path, 'GET', { Accept })).text).code).toBe('link-expired')
  })
})
