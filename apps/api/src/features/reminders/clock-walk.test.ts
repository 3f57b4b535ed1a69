import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { aReminded, lettersOf, walkDays } from '../../../test/reminded.ts'

const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'

/** Clocks go forward on 14 March in New York, on 28 March in Berlin. */
describe('thirty days in two zones', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2027-03-02T00:00:00Z' })))
  afterAll(() => api.close())

  it('give each message exactly once, at nine by the clock on the wall', async () => {
    const yearly = { interval: { count: 1, unit: 'month' }, price: { amount: 1299, currency: 'EUR' } }
    const berlin = await aReminded(
      api,
      { country: 'DE', timeZone: BERLIN },
      { ...yearly, startsOn: '2027-02-28', recordsItself: false },
    )
    const dollars = { price: { amount: 1549, currency: 'USD' } }
    const newYork = await aReminded(
      api,
      { country: 'US', timeZone: NEW_YORK },
      { ...dollars, startsOn: '2027-02-15', recordsItself: false },
    )
    // Nine in Berlin, in winter and in summer; nine in New York, in winter and in summer; and a minute after each day begins there.
    const times = ['04:01', '05:01', '07:00', '08:00', '13:00', '14:00', '22:01', '23:01']
    await walkDays(api, '2027-03-02', '2027-04-01', times)
    expect(await lettersOf(api, berlin.person.email, BERLIN)).toEqual([
      { at: '2027-03-03 09:00', subject: 'Netflix: €12.99 is overdue' },
      { at: '2027-03-07 09:00', subject: 'Netflix: €12.99 is overdue' },
      { at: '2027-03-21 09:00', subject: 'Netflix: €12.99 in 7 days' },
      { at: '2027-03-25 09:00', subject: 'Netflix: €12.99 in 3 days' },
      { at: '2027-03-27 09:00', subject: 'Netflix: €12.99 tomorrow' },
      { at: '2027-03-28 09:00', subject: 'Netflix: €12.99 today' },
      { at: '2027-03-29 09:00', subject: 'Netflix: €12.99 is overdue' },
      { at: '2027-03-31 09:00', subject: 'Netflix: €12.99 is overdue' },
    ])
    expect(await lettersOf(api, newYork.person.email, NEW_YORK)).toEqual([
      { at: '2027-03-08 09:00', subject: 'Netflix: $15.49 in 7 days' },
      { at: '2027-03-12 09:00', subject: 'Netflix: $15.49 in 3 days' },
      { at: '2027-03-14 09:00', subject: 'Netflix: $15.49 tomorrow' },
      { at: '2027-03-15 09:00', subject: 'Netflix: $15.49 today' },
      { at: '2027-03-16 09:00', subject: 'Netflix: $15.49 is overdue' },
      { at: '2027-03-18 09:00', subject: 'Netflix: $15.49 is overdue' },
      { at: '2027-03-22 09:00', subject: 'Netflix: $15.49 is overdue' },
    ])
    const { rows } = await api.postgres.pool.query(
      `select count(*)::int as items, count(distinct (member_id, parts->0->>'kind', created_at::date))::int as days from inbox_items`,
    )
    expect(rows).toEqual([{ items: 15, days: 15 }])
  })
})
