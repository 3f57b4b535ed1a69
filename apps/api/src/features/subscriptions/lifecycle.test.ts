import { describe, expect, it } from 'vitest'
import { inTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })

interface Entry {
  index: number
  startsOn: string
  endsOn: string
  dueOn: string
  amount: { amount: number }
  expected: boolean
  state: string | null
}

const raised = ({ timeline }: { timeline: Entry[] }) => timeline.filter(({ expected }) => !expected)
const startsOf = (entries: Entry[]) => entries.map(({ startsOn }) => startsOn)

describe('Netflix, monthly from the 31st', () => {
  it('keeps its day over fourteen months with exactly one charge ahead', () =>
    inTime('2026-10-31', async (home) => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      const expected = [
        '2026-10-31',
        '2026-11-30',
        '2026-12-31',
        '2027-01-31',
        '2027-02-28',
        '2027-03-31',
        '2027-04-30',
      ]
      expected.push(
        '2027-05-31',
        '2027-06-30',
        '2027-07-31',
        '2027-08-31',
        '2027-09-30',
        '2027-10-31',
        '2027-11-30',
      )
      expected.push('2027-12-31')
      for (const [at, startsOn] of expected.slice(0, -1).entries()) {
        if (at > 0) await home.moveTo(startsOn)
        const subscription = await home.read(id)
        expect(subscription).toMatchObject({
          status: 'active',
          currentPeriod: { startsOn },
          renewsOn: expected[at + 1],
        })
        expect(startsOf(raised(subscription))).toEqual(expected.slice(0, at + 2))
        expect(raised(subscription).at(-1)).toMatchObject({ state: 'upcoming', amount: inr(64_900) })
      }
    }))

  it('raises the charge of a day when that day begins in the household, not in London', () =>
    inTime('2026-10-31', async (home, api) => {
      const { id } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-10-31' })
      await api.clock.moveTo('2026-11-29T18:29:00Z')
      await home.signIn()
      expect(raised(await home.read(id))).toHaveLength(2)
      await api.clock.moveTo('2026-11-29T18:31:00Z')
      expect(raised(await home.read(id))).toHaveLength(3)
    }))
})

describe('a Jio 28-day pack', () => {
  it('expires and is not renewed by itself', () =>
    inTime('2026-11-01', async (home) => {
      const { id } = await home.add({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-01' })
      await home.moveTo('2026-11-28')
      expect(await home.read(id)).toMatchObject({
        status: 'active',
        usableUntil: '2026-11-28',
        renewsOn: '2026-11-29',
      })
      await home.moveTo('2026-11-29')
      const expired = await home.read(id)
      expect(expired).toMatchObject({
        status: 'expired',
        currentPeriod: null,
        usableUntil: null,
        renewsOn: null,
      })
      expect(expired.actions).toEqual(['renew', 'end', 'charge', 'correct', 'withdraw'])
      expect(raised(expired)).toHaveLength(1)
      await home.moveTo('2027-02-01')
      expect(raised(await home.read(id))).toHaveLength(1)
    }))

  it('queues a recharge that comes early, and counts it from the same anchor', () =>
    inTime('2026-11-01', async (home) => {
      const { id } = await home.add({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-01' })
      await home.moveTo('2026-11-20')
      const renewed = await home.act(id, 'renew', { payment: { method: 'UPI' } })
      expect(renewed).toMatchObject({
        status: 'active',
        currentPeriod: { startsOn: '2026-11-01', endsOn: '2026-11-29' },
        usableUntil: '2026-12-26',
        nextDebit: { on: '2026-12-27', expected: true },
      })
      expect(raised(renewed)[1]).toMatchObject({
        startsOn: '2026-11-29',
        endsOn: '2026-12-27',
        state: 'paid',
        payments: [{ amount: inr(29_900), method: 'UPI', paidOn: '2026-11-20', assumed: false }],
      })
    }))

  it('counts a late recharge from the payment', () =>
    inTime('2026-11-01', async (home) => {
      const { id } = await home.add({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-01' })
      await home.moveTo('2026-12-05')
      const renewed = await home.act(id, 'renew', { price: inr(34_900) })
      expect(renewed).toMatchObject({
        status: 'active',
        price: inr(34_900),
        currentPeriod: { startsOn: '2026-12-05', endsOn: '2027-01-02' },
      })
      expect(raised(renewed).map(({ startsOn, amount }) => [startsOn, amount.amount])).toEqual([
        ['2026-11-01', 29_900],
        ['2026-12-05', 34_900],
      ])
    }))

  it('can be counted from the due date or from an earlier day instead', () =>
    inTime('2026-11-01', async (home) => {
      const { id } = await home.add({ planId: 'jio-in-pre-299-28d', startsOn: '2026-11-01' })
      await home.moveTo('2026-12-05')
      const renewed = await home.act(id, 'renew', { policy: 'fromDueDate', renewedOn: '2026-12-01' })
      expect(renewed.currentPeriod).toEqual({ startsOn: '2026-11-29', endsOn: '2026-12-27' })
    }))
})

describe('ACT for six months', () => {
  it('shows tax on top, stops after six months and starts again on the day of the recharge', () =>
    inTime('2026-11-15', async (home) => {
      const draft = { planId: 'act-in-chennai-basic', startsOn: '2026-08-31', renewal: 'manual' }
      const { id, debit } = await home.add({
        ...draft,
        interval: { count: 6, unit: 'month' },
        price: inr(492_000),
      })
      expect(debit).toEqual(inr(580_560))
      expect(await home.read(id)).toMatchObject({ renewsOn: '2027-02-28', monthlyCost: inr(96_760) })
      await home.moveTo('2027-02-28')
      expect(await home.read(id)).toMatchObject({ status: 'expired' })
      expect(await home.act(id, 'renew')).toMatchObject({
        currentPeriod: { startsOn: '2027-02-28', endsOn: '2027-08-31' },
      })
    }))
})

describe('a postpaid line with bill day 31', () => {
  it('bills the days before the first bill date, then months, and is due fifteen days later', () =>
    inTime('2026-11-10', async (home) => {
      const { id, timeline } = await home.add({
        name: 'Airtel Postpaid',
        kind: 'mobile',
        startsOn: '2026-11-10',
        interval: { count: 1, unit: 'month' },
        price: inr(44_900),
        taxIncluded: false,
        billDay: 31,
        dueDays: 15,
        firstBill: 'byDay',
      })
      expect(timeline[0]).toMatchObject({ startsOn: '2026-11-10', endsOn: '2026-11-30', dueOn: '2026-12-15' })
      expect(raised({ timeline })).toHaveLength(1)
      await home.moveTo('2026-11-30')
      await home.moveTo('2026-12-31')
      const bills = raised(await home.read(id)).map(({ endsOn, dueOn, amount, state }) => [
        endsOn,
        dueOn,
        amount.amount,
        state,
      ])
      expect(bills).toEqual([
        ['2026-11-30', '2026-12-15', 35_321, 'overdue'],
        ['2026-12-31', '2027-01-15', 52_982, 'due'],
        ['2027-01-31', '2027-02-15', 52_982, 'upcoming'],
      ])
    }))
})

describe('a trial and then an intro price', () => {
  it('is free, then cheap, then at its price, and says when to decide', () =>
    inTime('2026-11-10', async (home) => {
      const { id } = await home.add({
        name: 'New Stream',
        kind: 'ott',
        startsOn: '2026-11-10',
        interval: { count: 1, unit: 'month' },
        price: inr(49_900),
        trial: { count: 7, unit: 'day' },
        intro: { price: inr(9_900), periods: 2 },
      })
      expect(await home.read(id)).toMatchObject({
        status: 'trialing',
        price: inr(49_900),
        nextDebit: { on: '2026-11-17', amount: inr(9_900), expected: false },
        decideBy: '2026-11-16',
      })
      await home.moveTo('2027-01-17')
      expect(raised(await home.read(id)).map(({ startsOn, amount }) => [startsOn, amount.amount])).toEqual([
        ['2026-11-10', 0],
        ['2026-11-17', 9_900],
        ['2026-12-17', 9_900],
        ['2027-01-17', 49_900],
        ['2027-02-17', 49_900],
      ])
    }))
})
