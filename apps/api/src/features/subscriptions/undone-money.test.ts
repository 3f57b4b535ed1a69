import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { count: 1, unit: 'month' }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2026-11-05', interval: monthly, price: inr(10_000) }
const autopay = { ...stream, recordsItself: true, price: inr(30_000) }

/** Answers of the API, as a test reads them. */
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

const rows = async (home: HouseholdInTime, id: string) =>
  (await home.inForce(id)).map(
    ({ startsOn, endsOn, amount, paid, state }) =>
      `${startsOn} ${endsOn} ${amount.amount} ${paid.amount} ${state}`,
  )

/** Everything that money shows of it. */
const moneyOf = async (home: HouseholdInTime, id: string) => ({
  rows: await rows(home, id),
  balances: await home.get('/balances'),
})

describe('an undo', () => {
  it('brings a bill that was paid at an older price back at that price', () =>
    inTime('2026-11-30', async (home, api) => {
      const { id } = await home.add(stream)
      for (const charge of await home.inForce(id)) await home.pay(charge.id)
      await home.does(id, { kind: 'changePrice', price: inr(35_000) })
      const before = await moneyOf(home, id)
      await home.act(id, 'cancel')
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      await home.does(id, { kind: 'withdraw' })
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('of a withdrawal brings a bill back that a cancellation had left whole', () =>
    inTime('2026-11-30', async (home) => {
      const { id } = await home.add(stream)
      const [first] = await home.inForce(id)
      await home.pay(first.id, { amount: inr(2000) })
      await home.does(id, { kind: 'changePlan', fromOn: '2027-01-11', price: inr(15_000) })
      await home.act(id, 'cancel', { when: 'now' })
      const before = await moneyOf(home, id)
      await home.does(id, { kind: 'withdraw' })
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
    }))

  it('books a debit again that a trial had taken away, and a trial never costs what was before it', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id } = await home.add({ ...autopay, startsOn: '2026-09-05' })
      const before = await moneyOf(home, id)
      const trial = { count: 5, unit: 'day' }
      await home.does(id, { kind: 'correct', startsOn: '2026-09-05', trial })
      expect((await rows(home, id))[0]).toBe('2026-09-05 2026-09-10 0 0 paid')
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)

      const quarterly = {
        ...autopay,
        kind: 'broadband',
        price: inr(7000),
        interval: { count: 3, unit: 'month' },
      }
      const other = await home.add({ ...quarterly, startsOn: '2026-11-14' })
      const ahead = (await home.inForce(other.id)).at(-1)
      await home.pay(ahead.id, { amount: inr(3000) })
      await home.does(other.id, { kind: 'correct', startsOn: '2026-11-14', trial })
      const then = await moneyOf(home, other.id)
      await home.does(other.id, { kind: 'correct', startsOn: '2026-11-09', trial })
      await home.does(other.id, { kind: 'undo' })
      expect(await moneyOf(home, other.id)).toEqual(then)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('leaves the due day of a bill that was paid before it came, whatever was cut and put right since', () =>
    inTime('2026-11-20', async (home, api) => {
      const bill = { ...stream, kind: 'mobile', billDay: 5, dueDays: 10, recordsItself: false }
      const { id } = await home.add(bill)
      const [first] = await home.inForce(id)
      await home.pay(first.id)
      const days = async () =>
        (await home.inForce(id)).map(({ endsOn, billedOn, dueOn, paid }: Json) => [
          endsOn,
          billedOn,
          dueOn,
          paid.amount,
        ])
      const before = await days()
      expect(before[0]).toEqual(['2026-12-05', '2026-12-05', '2026-12-15', 10_000])
      await home.act(id, 'cancel', { when: 'now' })
      const cut = await days()
      // Fifteen of its thirty days came: the rest of what was paid is credit.
      expect(cut).toEqual([['2026-11-20', '2026-11-20', '2026-11-30', 10_000]])
      expect(await rows(home, id)).toEqual(['2026-11-05 2026-11-20 5000 10000 paid'])
      expect((await home.get('/balances')).credits).toMatchObject([{ amount: inr(5000) }])
      await home.does(id, { kind: 'correct', startsOn: '2026-11-05', billDay: 5, dueDays: 10 })
      expect((await days()).map(([endsOn, billedOn, dueOn]) => [endsOn, billedOn, dueOn])).toEqual([
        ['2026-11-20', '2026-11-20', '2026-11-30'],
      ])
      await home.does(id, { kind: 'undo' })
      expect(await days()).toEqual(cut)
      await home.does(id, { kind: 'undo' })
      expect(await days()).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('brings the very shares back that somebody typed', () =>
    inTime('2026-11-30', async (home) => {
      const ravi = (await home.person.post(`${home.person.home}/members`, { name: 'Ravi' })).body.id
      const parts = [
        { memberId: home.person.memberId, amount: 20_000 },
        { memberId: ravi, amount: 10_000 },
      ]
      const { id } = await home.add({ ...stream, price: inr(30_000), split: { kind: 'exact', parts } })
      const [first] = await home.inForce(id)
      await home.pay(first.id)
      const before = await moneyOf(home, id)
      const { splits } = await home.read(id)
      await home.does(id, { kind: 'changePlan', price: inr(10_000), fromOn: '2026-11-30' })
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      expect((await home.read(id)).splits).toEqual(splits)
    }))
})

describe('exact shares', () => {
  it('are what they were once the price that they came with is taken back', () =>
    inTime('2026-11-20', async (home) => {
      const ravi = (await home.person.post(`${home.person.home}/members`, { name: 'Ravi' })).body.id
      const exact = (...amounts: number[]) => ({
        kind: 'exact',
        parts: [home.person.memberId, ravi].map((memberId, at) => ({ memberId, amount: amounts[at] ?? 0 })),
      })
      const { id } = await home.add({ ...stream, price: inr(30_000), split: exact(20_000, 10_000) })
      const before = (await home.read(id)).splits
      await home.change(id, { price: inr(35_000), split: exact(20_000, 15_000) })
      const { acts } = await home.does(id, { kind: 'undo' })
      expect((await home.read(id)).splits).toEqual(before)
      await home.does(id, { kind: 'undo', of: acts[0].id })
      expect((await home.read(id)).split).toEqual(before[0].split)
      expect((await home.read(id)).splits.at(-1).split).toEqual(exact(20_000, 15_000))

      await home.does(id, { kind: 'undo' })
      await home.act(id, 'cancel', { when: 'now' })
      await home.act(id, 'renew', { price: inr(60_000) })
      await home.does(id, { kind: 'undo' })
      expect((await home.read(id)).splits).toEqual(before)
    }))
})

describe('what a cancellation at once ends', () => {
  it('is a queued pack too, and money on it is credit that the next one uses', () =>
    inTime('2028-06-15', async (home, api) => {
      const pack = { ...stream, kind: 'mobile', interval: { count: 28, unit: 'day' }, renewal: 'manual' }
      const { id } = await home.add({ ...pack, startsOn: '2028-06-05', price: inr(28_000) })
      const [first] = await home.inForce(id)
      await home.pay(first.id)
      await home.act(id, 'renew', { payment: {} })
      const before = await moneyOf(home, id)
      const cancelled = await home.act(id, 'cancel', { when: 'now' })
      expect(cancelled).toMatchObject({ status: 'expired', nextDebit: null })
      expect((await home.get('/balances')).credits).toMatchObject([{ amount: inr(28_000) }])
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      await home.act(id, 'cancel', { when: 'now' })
      await home.moveTo('2028-09-01')
      await home.act(id, 'renew')
      expect((await rows(home, id)).at(-1)).toBe('2028-09-01 2028-09-29 28000 28000 paid')
      // Events are not kept for as long as this takes.
      const faults = await ledgerFaults(api.postgres.pool)
      expect(faults.filter((fault) => !fault.includes('exactly one event'))).toEqual([])
    }))

  it('of a bill that books itself comes back unpaid, and is booked on its day', () =>
    inTime('2027-04-01', async (home, api) => {
      const bill = {
        ...stream,
        kind: 'mobile',
        billDay: 12,
        dueDays: 0,
        firstBill: 'byDay',
        price: inr(30_000),
      }
      const { id } = await home.add({ ...bill, startsOn: '2027-02-09', recordsItself: true })
      const before = await moneyOf(home, id)
      await home.act(id, 'cancel', { when: 'now' })
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      await home.moveTo('2027-04-13')
      expect(await rows(home, id)).toContain('2027-03-12 2027-04-12 30000 30000 paid')
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('a restart on the day on which the old period began', () => {
  it('has a charge of its own, whatever was said of the old one', () =>
    inTime('2028-06-15', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2028-05-15', price: inr(30_000) })
      const today = (await home.inForce(id)).find(({ startsOn }) => startsOn === '2028-06-15')
      await home.person.post(`${home.person.home}/charges/${today.id}/waive`)
      await home.act(id, 'cancel', { when: 'now' })
      await home.act(id, 'renew', { price: inr(31_000) })
      expect(await rows(home, id)).toContain('2028-06-15 2028-07-15 31000 0 due')
    }))
})

describe('a debit that went through by itself', () => {
  it('was what it was when the plan changes later: the rest of it is credit', () =>
    inTime('2026-11-30', async (home, api) => {
      const { id } = await home.add(autopay)
      const change = { kind: 'changePlan', price: inr(60_000), fromOn: '2026-11-30' }
      expect(await home.outlook(id, change)).toMatchObject({ becomesCredit: [inr(5000)], takenBack: [] })
      await home.does(id, change)
      expect((await rows(home, id)).slice(0, 2)).toEqual([
        '2026-11-05 2026-11-30 25000 30000 paid',
        '2026-11-30 2026-12-30 60000 60000 paid',
      ])
      await home.does(id, { kind: 'undo' })
      expect((await rows(home, id))[0]).toBe('2026-11-05 2026-12-05 30000 30000 paid')
      expect(await home.get('/balances')).toMatchObject({ balances: [], credits: [] })
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('what the domain refuses', () => {
  it('says where in the request that was said, and nothing is written', () =>
    inTime('2026-11-30', async (home) => {
      const pack = { ...stream, kind: 'mobile', interval: { count: 28, unit: 'day' }, renewal: 'manual' }
      const { id } = await home.add({ ...pack, startsOn: '2026-11-10' })
      const before = await home.read(id)
      const usd = { amount: 1000, currency: 'USD' }
      const pointers = async (action: string, body: object) =>
        ((await home.refused(id, action, body)).errors ?? []).map(
          ({ pointer }: { pointer: string }) => pointer,
        )
      expect(await pointers('renew', { price: usd })).toEqual(['/price/currency'])
      expect(await pointers('renew', { interval: { count: 1000, unit: 'year' } })).toEqual([
        '/interval/count',
      ])
      expect(await pointers('acts', { act: { kind: 'changePrice', price: usd } })).toEqual([
        '/act/price/currency',
      ])
      expect(await pointers('acts', { act: { kind: 'changePlan' } })).toEqual(['/act/fromOn'])
      const charge = { kind: 'charge', purpose: 'fee', amount: usd }
      expect(await pointers('acts', { act: charge })).toEqual(['/act/amount/currency'])
      const other = await home.add(stream)
      const pause = { act: { kind: 'pause', fromOn: '2026-12-10', untilOn: '2026-12-09' } }
      const paused = await home.refused(other.id, 'acts', pause)
      expect(paused.errors[0].pointer).toBe('/act/untilOn')
      expect(await home.read(id)).toEqual(before)
    }))
})
