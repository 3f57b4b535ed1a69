import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { aReminded, lettersOf, signedInAgain, walkDays } from '../../../test/reminded.ts'

const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'
const INDIA = 'Asia/Kolkata'
const LORD_HOWE = 'Australia/Lord_Howe'
const AUCKLAND = 'Pacific/Auckland'
const LOS_ANGELES = 'America/Los_Angeles'

const nine = (...days: string[]) => days.map((day) => `2027-${day} 09:00`)

/** Nine on the wall in each of them, before and after clocks change there, as UTC; a worker arrives at each of these minutes. */
const times = ['03:30', '07:00', '08:00', '13:00', '14:00', '16:00', '20:00', '21:00', '22:00', '22:30']

/**
 * Clocks change on 14 March in New York, on 28 March in Berlin, and on 4 April in Auckland (an hour) and on Lord Howe Island (half an
 * hour); in India never. What renews on a day is told 7, 3 and 1 days ahead and on it; nobody pays, so it is told 1, 3 and 7 days after too.
 */
describe('thirty days in five zones', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2027-03-10T00:00:00Z' })))
  afterAll(() => api.close())

  const living = async (timeZone: string, startsOn: string) =>
    (await aReminded(api, { timeZone }, { startsOn, recordsItself: false })).person

  it('give each message exactly once, at nine by the clock on the wall, also to a household that moves', async () => {
    const newYork = await living(NEW_YORK, '2027-02-15')
    const berlin = await living(BERLIN, '2027-02-28')
    const lordHowe = await living(LORD_HOWE, '2027-03-04')
    const auckland = await living(AUCKLAND, '2027-03-05')
    const india = await living(INDIA, '2027-02-22')
    const moving = await living(INDIA, '2027-02-25')
    await walkDays(api, '2027-03-10', '2027-03-19', times)
    const here = await signedInAgain(api, moving)
    expect((await here.patch(moving.home, { timeZone: LOS_ANGELES })).status).toBe(200)
    await walkDays(api, '2027-03-20', '2027-04-08', times)

    const told = async ({ email }: { email: string }, zone: string) =>
      (await lettersOf(api, email, zone)).map(({ at }) => at)
    expect(await told(newYork, NEW_YORK)).toEqual(
      nine('03-12', '03-14', '03-15', '03-16', '03-18', '03-22', '04-08'),
    )
    expect(await told(berlin, BERLIN)).toEqual(
      nine('03-21', '03-25', '03-27', '03-28', '03-29', '03-31', '04-04'),
    )
    expect(await told(lordHowe, LORD_HOWE)).toEqual(
      nine('03-11', '03-28', '04-01', '04-03', '04-04', '04-05', '04-07'),
    )
    expect(await told(auckland, AUCKLAND)).toEqual(
      nine('03-12', '03-29', '04-02', '04-04', '04-05', '04-06', '04-08'),
    )
    expect(await told(india, INDIA)).toEqual(
      nine('03-15', '03-19', '03-21', '03-22', '03-23', '03-25', '03-29'),
    )
    const [before, ...after] = await told(moving, LOS_ANGELES)
    expect((await told(moving, INDIA))[0]).toBe('2027-03-18 09:00')
    expect(before).toBe('2027-03-17 20:30')
    expect(after).toEqual(nine('03-22', '03-24', '03-25', '03-26', '03-28', '04-01'))

    const { rows } = await api.postgres.pool.query(
      `select count(*)::int as items,
        count(distinct (member_id, parts->0->>'kind', parts->0->>'on', created_at))::int as said from inbox_items`,
    )
    expect(rows).toEqual([{ items: 42, said: 42 }])
  })
})
