import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { count: 1, unit: 'month' }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2027-01-31', interval: monthly, price: inr(30_000) }

const startsOf = async (home: HouseholdInTime, id: string): Promise<string[]> =>
  (await home.inForce(id)).map(({ startsOn }) => startsOn)

// The clock goes day by day.
const PATIENCE = 300_000

describe('years, by the clock', { timeout: PATIENCE }, () => {
  it('of a month from 31 January: two years on the last day of each month, one charge for each', () =>
    inTime('2027-01-31', async (home) => {
      const { id } = await home.add({ ...stream, recordsItself: true })
      await home.moveTo('2028-03-15')
      await home.moveTo('2029-01-31')
      const lastDays = Array.from({ length: 26 }, (_, month) =>
        new Date(Date.UTC(2027, month + 1, 0)).toISOString().slice(0, 10),
      )
      expect(await startsOf(home, id)).toEqual(lastDays)
      const { needs, totals } = await home.get('/overview').then((overview) => ({
        needs: overview.needs,
        totals: overview.assumed?.totals ?? overview.debits?.totals ?? null,
      }))
      expect(needs).toEqual([])
      expect(totals).toEqual([inr(25 * 30_000)])
    }))

  it('from 29 February: on the 28th in between, and on the 29th again in the leap year', () =>
    inTime('2031-02-27', async (home) => {
      const { id } = await home.add({
        ...stream,
        startsOn: '2028-02-29',
        interval: { count: 1, unit: 'year' },
        recordsItself: false,
      })
      expect(await home.read(id)).toMatchObject({ nextDebit: { on: '2031-02-28' }, decideBy: '2031-02-27' })
      await home.moveTo('2032-03-01')
      expect(await startsOf(home, id)).toEqual([
        '2028-02-29',
        '2029-02-28',
        '2030-02-28',
        '2031-02-28',
        '2032-02-29',
        '2033-02-28',
      ])
    }))

  it('of a pack of 28 days, recharged on its last day: fourteen from 1 January on, none lost', () =>
    inTime('2027-01-01', async (home) => {
      const pack = { ...stream, kind: 'mobile', startsOn: '2027-01-01', renewal: 'manual' }
      const { id } = await home.add({ ...pack, interval: { count: 28, unit: 'day' }, price: inr(29_900) })
      let last = (await home.read(id)).usableUntil
      while (last < '2027-12-31') {
        await home.moveTo(last)
        const renewed = await home.act(id, 'renew', { payment: {} })
        expect(Date.parse(renewed.usableUntil) - Date.parse(last)).toBe(28 * 86_400_000)
        last = renewed.usableUntil
      }
      const starts = await startsOf(home, id)
      expect([starts.length, starts.at(-1), last]).toEqual([14, '2027-12-31', '2028-01-27'])
    }))

  it('of bills, each of another amount: what was typed is owed, what comes next is as agreed', () =>
    inTime('2027-01-31', async (home) => {
      const { id } = await home.add({
        ...stream,
        kind: 'mobile',
        billDay: 5,
        dueDays: 10,
        recordsItself: false,
      })
      for (const [day, amount] of [
        ['2027-02-05', 41_200],
        ['2027-03-05', 38_950],
        ['2027-04-05', 61_001],
      ] as const) {
        await home.moveTo(day)
        const bill = (await home.inForce(id)).find(({ billedOn }) => billedOn === day)
        const path = `${home.person.home}/charges/${bill.id}`
        expect(
          (await home.person.post(`${path}/correct`, { amount: inr(amount), reason: 'As billed' })).status,
        ).toBe(200)
        await home.pay(bill.id)
      }
      const rows = (await home.inForce(id)).map(({ dueOn, amount, state }) => [dueOn, amount.amount, state])
      expect(rows).toEqual([
        ['2027-02-15', 41_200, 'paid'],
        ['2027-03-15', 38_950, 'paid'],
        ['2027-04-15', 61_001, 'paid'],
        ['2027-05-15', 30_000, 'upcoming'],
      ])
    }))

  it('in which the household moves from Kolkata to London: no day that was said moves, only today does', () =>
    inTime('2027-02-27', async (home, api) => {
      const { id } = await home.add({ ...stream, recordsItself: false })
      const before = await home.inForce(id)
      const moved = await home.person.patch(home.person.home, { timeZone: 'Europe/London' })
      expect(moved.status).toBe(200)
      expect(await home.inForce(id)).toEqual(before)
      // 28 February has begun in Kolkata, not in London.
      await api.clock.moveTo('2027-02-27T20:00:00Z')
      await home.signIn()
      expect((await home.get('')).today).toBe('2027-02-27')
      expect((await home.inForce(id)).at(-1)).toMatchObject({ startsOn: '2027-02-28', state: 'upcoming' })
      await home.moveTo('2027-02-28')
      expect((await home.inForce(id)).map(({ startsOn, state }) => [startsOn, state])).toEqual([
        ['2027-01-31', 'overdue'],
        ['2027-02-28', 'due'],
        ['2027-03-31', 'upcoming'],
      ])
    }))
})
