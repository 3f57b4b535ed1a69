import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'

/** Answers of the API, as a test reads them. */
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

const inr = (amount: number) => ({ amount, currency: 'INR' })
const stream = {
  name: 'Stream',
  kind: 'ott',
  startsOn: '2027-01-31',
  interval: { count: 1, unit: 'month' },
  price: inr(30_000),
}
const pack = { ...stream, kind: 'mobile', interval: { count: 28, unit: 'day' }, renewal: 'manual' }

const moneyOf = async (home: HouseholdInTime, id: string) => ({
  rows: (await home.inForce(id)).map(
    ({ startsOn, endsOn, amount, paid, state, credit }: Json) =>
      `${startsOn} ${endsOn} ${amount.amount} ${paid.amount} ${state} ${credit.amount}`,
  ),
  balances: await home.get('/balances'),
})

/** Takes the newest line of the history back, whatever it is. */
const back = async (home: HouseholdInTime, id: string) => {
  const [{ id: of }] = (await home.read(id)).acts
  await home.does(id, { kind: 'undo', of })
}

const paidOn = async (home: HouseholdInTime, chargeId: string, amount: number) => {
  const body = { amount: inr(amount), overpayment: true }
  await home.pay(chargeId, body)
}

describe('an undo that is taken back, and that too,', () => {
  it.each([
    ['a recharge', (home: HouseholdInTime, id: string) => home.act(id, 'renew', { payment: {} })],
    [
      'a fee',
      (home: HouseholdInTime, id: string) =>
        home.does(id, { kind: 'charge', purpose: 'fee', amount: inr(5000), payment: {} }),
    ],
  ])('takes the payment of %s along each time: nothing else is paid with it', (_, act) =>
    inTime('2027-02-10', async (home, api) => {
      const { id } = await home.add(pack)
      const without = await moneyOf(home, id)
      await act(home, id)
      const together = await moneyOf(home, id)
      for (const expected of [without, together, without, together]) {
        await back(home, id)
        expect(await moneyOf(home, id)).toEqual(expected)
      }
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }),
  )

  it('brings a withdrawal again, and the way back from it', () =>
    inTime('2027-02-10', async (home) => {
      const { id } = await home.add(pack)
      const before = await moneyOf(home, id)
      await home.does(id, { kind: 'withdraw' })
      for (const rows of [1, 0, 1]) {
        await back(home, id)
        expect(await home.inForce(id)).toHaveLength(rows)
      }
      expect(await moneyOf(home, id)).toEqual(before)
    }))

  it('brings back from which day on debits book themselves, unless somebody said otherwise since', () =>
    inTime('2027-03-11', async (home) => {
      const { id } = await home.add({ ...stream, recordsItself: true })
      const from = async () => (await home.read(id)).recordsItselfFrom
      await home.does(id, { kind: 'correct', startsOn: '2027-01-26' })
      for (const expected of ['2027-01-31', '2027-01-26', '2027-01-31']) {
        await back(home, id)
        expect(await from()).toBe(expected)
      }
      await home.does(id, { kind: 'correct', startsOn: '2027-01-26' })
      await home.change(id, { recordsItselfFrom: '2027-03-01' })
      await back(home, id)
      expect(await from()).toBe('2027-03-01')
    }))

  it('of a plan change from a day that is past leaves debits before that day as they went through', () =>
    inTime('2027-03-16', async (home, api) => {
      const { id } = await home.add({ ...stream, recordsItself: true })
      const [first] = await home.inForce(id)
      await paidOn(home, first.id, 72_000)
      const without = await moneyOf(home, id)
      await home.does(id, { kind: 'changePlan', price: inr(31_200), fromOn: '2027-03-08' })
      const together = await moneyOf(home, id)
      for (const expected of [without, together, without, together]) {
        await back(home, id)
        expect(await moneyOf(home, id)).toEqual(expected)
      }
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('shows a period that is not charged yet as it was, whatever an act had charged for it', () =>
    inTime('2027-03-25', async (home) => {
      const { id } = await home.add({ ...stream, recordsItself: false })
      await home.does(id, { kind: 'changePlan', price: inr(75_000), fromOn: '2027-04-18' })
      const { timeline } = await home.read(id)
      await home.does(id, { kind: 'correct', startsOn: '2027-01-23', price: inr(16_700) })
      await back(home, id)
      expect((await home.read(id)).timeline).toEqual(timeline)
    }))

  it('brings a bill again that stood whole although its days had been cut', () =>
    inTime('2027-03-16', async (home, api) => {
      const { id } = await home.add({ ...stream, recordsItself: true })
      const [first] = await home.inForce(id)
      const refund = (amount: number) =>
        home.person.post(`${home.person.home}/charges/${first.id}/refunds`, { amount: inr(amount) })
      await refund(12_000)
      await home.does(id, { kind: 'changePlan', price: inr(40_100), fromOn: '2027-04-24' })
      await home.does(id, { kind: 'cancel', when: 'now' })
      await refund(7200)
      const cancelled = await moneyOf(home, id)
      await home.does(id, { kind: 'withdraw', money: { to: 'refund' } })
      await back(home, id)
      expect(await moneyOf(home, id)).toEqual(cancelled)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('leaves credit where it lay, on charges too that the act never reached', () =>
    inTime('2027-02-10', async (home, api) => {
      const { id } = await home.add(pack)
      const [first] = await home.inForce(id)
      await paidOn(home, first.id, 130_000)
      // The second period was there once, and its credit paid a fee since.
      await home.act(id, 'renew')
      await back(home, id)
      await home.does(id, { kind: 'charge', purpose: 'fee', amount: inr(57_800) })
      const fee = (await home.inForce(id)).find(({ startsOn }: Json) => startsOn === '2027-02-10')
      await paidOn(home, fee.id, 100_000)
      const before = await moneyOf(home, id)
      await home.act(id, 'renew')
      const after = await moneyOf(home, id)
      for (const expected of [before, after, before]) {
        await back(home, id)
        expect(await moneyOf(home, id)).toEqual(expected)
      }
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('leaves debits that booked themselves, and what credit paid, as they were, a month later too', () =>
    inTime('2027-03-01', async (home, api) => {
      const { id } = await home.add({ ...stream, recordsItself: true })
      await home.moveTo('2027-06-13')
      for (const charge of (await home.inForce(id)).slice(0, 2))
        for (const payment of charge.payments ?? (await home.get(`/charges/${charge.id}`)).payments)
          await home.person.post(`${home.person.home}/payments/${payment.id}/deny`, { because: 'failed' })
      const may = (await home.inForce(id))[4]
      await paidOn(home, may.id, 33_400)
      await home.does(id, { kind: 'correct', startsOn: '2027-02-19', bonus: { count: 3, unit: 'day' } })
      await back(home, id)
      await home.moveTo('2027-07-13')
      const before = await moneyOf(home, id)
      await back(home, id)
      const corrected = await moneyOf(home, id)
      for (const expected of [before, corrected, before]) {
        await back(home, id)
        expect(await moneyOf(home, id)).toEqual(expected)
      }
      const faults = await ledgerFaults(api.postgres.pool)
      expect(faults.filter((fault) => !fault.includes('exactly one event'))).toEqual([])
    }))
})
