import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const days = (count: number) => ({ count, unit: 'day' })
const pack = {
  name: 'Jio',
  kind: 'mobile',
  startsOn: '2026-01-01',
  interval: days(28),
  price: inr(29_900),
  renewal: 'manual',
}

interface Charge {
  startsOn: string
  endsOn: string
  amount: { amount: number }
  paid: { amount: number }
  state: string
}

/** Start, end, price and what is paid of the charges in force, by day. */
const rows = async (home: HouseholdInTime, id: string) =>
  ((await home.allCharges(id)) as Charge[])
    .filter(({ state }) => state !== 'void')
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
    .map(({ startsOn, endsOn, amount, paid }) => `${startsOn}/${endsOn} ${amount.amount} ${paid.amount}`)

describe('recharges as people make them', () => {
  it('28 days, then 84, then a month of the same date, each at its own price', () =>
    inTime('2026-01-01', async (home) => {
      const { id } = await home.add(pack)
      await home.moveTo('2026-01-29')
      await home.act(id, 'renew', { interval: days(84), price: inr(85_900), payment: {} })
      await home.moveTo('2026-04-23')
      const month = { count: 1, unit: 'month' }
      const last = await home.act(id, 'renew', { interval: month, price: inr(31_900), payment: {} })
      expect(await rows(home, id)).toEqual([
        '2026-01-01/2026-01-29 29900 0',
        '2026-01-29/2026-04-23 85900 85900',
        '2026-04-23/2026-05-23 31900 31900',
      ])
      expect(last).toMatchObject({ usableUntil: '2026-05-22', interval: month, price: inr(31_900) })
    }))

  it('two queued at once run one after the other', () =>
    inTime('2026-01-10', async (home) => {
      const { id } = await home.add(pack)
      await home.act(id, 'renew', { payment: {} })
      await home.act(id, 'renew', { payment: {} })
      expect(await rows(home, id)).toEqual([
        '2026-01-01/2026-01-29 29900 0',
        '2026-01-29/2026-02-26 29900 29900',
        '2026-02-26/2026-03-26 29900 29900',
      ])
    }))

  it('one that is remembered later goes where it was, and each payment stays with its own days', () =>
    inTime('2026-02-10', async (home) => {
      const { id } = await home.add(pack)
      const [first] = await home.charges(id)
      await home.pay(first.id)
      await home.act(id, 'renew', { payment: { method: 'UPI' } })
      expect(await rows(home, id)).toEqual([
        '2026-01-01/2026-01-29 29900 29900',
        '2026-02-10/2026-03-10 29900 29900',
      ])
      await home.moveTo('2026-02-12')
      const after = await home.act(id, 'renew', { renewedOn: '2026-01-27', payment: { method: 'Card' } })
      expect(await rows(home, id)).toEqual([
        '2026-01-01/2026-01-29 29900 29900',
        '2026-01-29/2026-02-26 29900 29900',
        '2026-02-26/2026-03-26 29900 29900',
      ])
      expect(after.lifetimeSpend).toEqual([inr(3 * 29_900)])
      expect(await home.get('/balances')).toMatchObject({ balances: [], credits: [] })
    }))

  it('with something on top: 12 months and one free', () =>
    inTime('2026-03-01', async (home) => {
      const { id } = await home.add({
        name: 'Fibre',
        kind: 'broadband',
        startsOn: '2026-03-01',
        interval: { count: 12, unit: 'month' },
        price: inr(990_000),
        renewal: 'manual',
      })
      await home.moveTo('2027-03-01')
      const renewed = await home.act(id, 'renew', { bonus: { count: 1, unit: 'month' }, payment: {} })
      expect(renewed.usableUntil).toBe('2028-03-31')
      expect(await rows(home, id)).toEqual([
        '2026-03-01/2027-03-01 990000 0',
        '2027-03-01/2028-04-01 990000 990000',
      ])
    }))

  it('of another pack of the catalogue takes its price and days', () =>
    inTime('2026-11-10', async (home) => {
      const { items } = (await home.person.get('/v1/plans?kind=mobile&q=jio&limit=100')).body
      const packs = items.filter(
        ({
          renewal,
          interval,
          price,
        }: {
          renewal: string
          interval: { unit: string }
          price: { amount: number }
        }) => renewal === 'manual' && interval.unit === 'day' && price.amount > 0,
      )
      const [first, second] = packs
      const { id } = await home.add({ planId: first.id, startsOn: '2026-11-01' })
      const renewed = await home.act(id, 'renew', { planId: second.id })
      expect(renewed).toMatchObject({
        plan: { id: second.id },
        price: second.price,
        interval: second.interval,
      })
      const undone = await home.does(id, { kind: 'undo' })
      expect(undone).toMatchObject({ plan: { id: first.id }, price: first.price })
    }))

  it('refuses a day outside, nothing on top, and counts that cannot be', () =>
    inTime('2026-01-10', async (home) => {
      const { id } = await home.add(pack)
      const codes = await Promise.all(
        [
          { renewedOn: '2025-12-31' },
          { renewedOn: '2026-01-11' },
          { bonus: days(0) },
          { bonus: days(-1) },
          { bonus: days(1000) },
          { interval: days(0) },
          { price: { amount: 100, currency: 'USD' } },
          { planId: 'no-such-plan' },
        ].map(async (body) => (await home.refused(id, 'renew', body)).code),
      )
      expect(codes).toEqual([
        'date-out-of-range',
        'date-out-of-range',
        'invalid-input',
        'invalid-input',
        'invalid-terms',
        'invalid-input',
        'currency-mismatch',
        'invalid-terms',
      ])
      expect(await rows(home, id)).toHaveLength(1)
    }))
})

describe('a pack that has stopped', () => {
  it('is expected again from today on, as its next debit is, not from the day on which it stopped', () =>
    inTime('2026-01-01', async (home) => {
      const { id } = await home.add(pack)
      await home.moveTo('2026-02-08')
      const { timeline, nextDebit } = await home.read(id)
      const next = timeline.find(({ expected }: { expected: boolean }) => expected)
      expect([nextDebit.on, next.startsOn, next.dueOn]).toEqual(['2026-02-08', '2026-02-08', '2026-02-08'])
    }))
})

describe('a pack nobody goes on with', () => {
  it('is ended and leaves Home; a recharge takes it up again', () =>
    inTime('2026-01-01', async (home) => {
      const { id } = await home.add(pack)
      const [charge] = await home.charges(id)
      await home.pay(charge.id)
      await home.moveTo('2026-02-03')
      const needs = async () => (await home.get('/overview')).needs.map(({ kind }: { kind: string }) => kind)
      expect(await needs()).toHaveLength(1)
      const ended = await home.does(id, { kind: 'end' })
      expect(ended.actions).not.toContain('end')
      expect(await needs()).toEqual([])
      expect((await home.refused(id, 'acts', { act: { kind: 'end' } })).code).toBe('illegal-transition')
      const again = await home.act(id, 'renew')
      expect(again).toMatchObject({ status: 'active', usableUntil: '2026-03-02' })
    }))
})
