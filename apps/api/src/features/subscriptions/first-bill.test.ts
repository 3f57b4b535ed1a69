import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const postpaid = {
  name: 'Postpaid',
  kind: 'mobile',
  startsOn: '2026-11-20',
  interval: { count: 1, unit: 'month' },
  price: inr(30_000),
  billDay: 5,
  dueDays: 10,
}
const billsOf = async (home: HouseholdInTime, id: string) =>
  (await home.allCharges(id))
    .filter(({ state }) => state !== 'void')
    .map(({ billedOn, amount }) => [billedOn, amount.amount])

describe('the first bill of a postpaid connection', () => {
  it('is a whole one unless somebody says otherwise: no bill is made up for days before', () =>
    inTime('2026-11-20', async (home) => {
      const { id, beginning, nextDebit } = await home.add(postpaid)
      expect(beginning.firstBill).toBe('whole')
      expect(nextDebit).toMatchObject({ on: '2026-12-15', amount: inr(30_000) })
      await home.moveTo('2027-01-06')
      expect(await billsOf(home, id)).toEqual([
        ['2026-12-05', 30_000],
        ['2027-01-05', 30_000],
        ['2027-02-05', 30_000],
      ])
    }))

  it('is for its days, or for nothing, where the person says so; preview and charge agree', () =>
    inTime('2026-11-20', async (home) => {
      for (const [firstBill, amount] of [
        ['byDay', 15_000],
        ['none', 0],
        ['whole', 30_000],
      ] as const) {
        const { name: _, kind: __, ...terms } = { ...postpaid, firstBill }
        const preview = await home.person.post(`${home.person.home}/subscriptions/preview`, terms)
        expect(preview.body.periods[0].charge).toEqual(inr(amount))
        const { id } = await home.add({ ...postpaid, firstBill })
        expect((await billsOf(home, id))[0]).toEqual(['2026-12-05', amount])
      }
    }))

  it('can be put right, and stays as it was said where something else is', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add({ ...postpaid, firstBill: 'byDay' })
      const { name: _, kind: __, ...terms } = postpaid
      const moved = await home.does(id, { kind: 'correct', ...terms, startsOn: '2026-11-21' })
      expect(moved.beginning.firstBill).toBe('byDay')
      expect(await billsOf(home, id)).toEqual([['2026-12-05', 14_000]])
      await home.does(id, { kind: 'correct', ...terms, firstBill: 'none' })
      expect((await billsOf(home, id))[0]).toEqual(['2026-12-05', 0])
    }))

  it('needs a bill day', () =>
    inTime('2026-11-20', async (home) => {
      const { billDay: _, dueDays: __, ...prepaid } = postpaid
      const answer = await home.person.post(`${home.person.home}/subscriptions`, {
        ...prepaid,
        firstBill: 'none',
      })
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid-terms'])
      expect((await home.get('/subscriptions')).items).toEqual([])
    }))
})
