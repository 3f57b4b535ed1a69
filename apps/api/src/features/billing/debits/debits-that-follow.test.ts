import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../../test/a-household-in-time.ts'
import type { Api } from '../../../../test/harness.ts'
import { ledgerFaults } from '../../../../test/ledger-checks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const netflix = {
  kind: 'ott',
  name: 'Netflix',
  interval: { count: 1, unit: 'month' },
  price: inr(30_000),
  startsOn: '2026-09-05',
  recordsItself: true,
}

/** Answers of the API, as a test reads them. */
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

const typed = async (home: HouseholdInTime, chargeId: string, amount: number): Promise<Json> => {
  const path = `${home.person.home}/charges/${chargeId}/correct`
  const answer = await home.person.post(path, { amount: inr(amount), reason: 'The bill came' })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

const balancesOf = async (home: HouseholdInTime) => {
  const { transfers } = (await home.person.get(`${home.person.home}/balances`)).body
  return transfers.map(({ from, amount }: Json) => [from, amount.amount])
}

const assumedOn = async (home: HouseholdInTime): Promise<Json> =>
  (await home.person.get(`${home.person.home}/overview`)).body.assumed

const isSound = async (api: Api) => {
  const faults = await ledgerFaults(api.postgres.pool)
  expect(faults.filter((fault) => !fault.includes('exactly one event'))).toEqual([])
}

describe('the amount of a bill that paid itself is typed later', () => {
  it('books what a free trial came to after all, at once, and asks about it', () =>
    inTime('2026-09-05', async (home, api) => {
      const { id } = await home.add({ ...netflix, trial: { count: 1, unit: 'month' } })
      await home.moveTo('2026-09-20')
      const [trial] = await home.charges(id)
      expect(await typed(home, trial.id, 4900)).toMatchObject({
        state: 'paid',
        payments: [{ amount: inr(4900), paidOn: '2026-09-05', assumed: true }],
      })
      expect(await assumedOn(home)).toMatchObject({ count: 1, totals: [inr(4900)] })
      await isSound(api)
    }))

  it('was a debit of that amount, more or less, also for who owes whom', () =>
    inTime('2026-09-05', async (home, api) => {
      const ravi = (await home.person.post(`${home.person.home}/members`, { name: 'Ravi' })).body.id
      const split = { kind: 'equal', memberIds: [home.person.memberId, ravi] }
      const { id } = await home.add({ ...netflix, split })
      const [first] = await home.charges(id)
      expect(await typed(home, first.id, 40_000)).toMatchObject({ state: 'paid', paid: inr(40_000) })
      expect(await balancesOf(home)).toEqual([[ravi, 20_000]])
      expect(await typed(home, first.id, 10_000)).toMatchObject({ state: 'paid', paid: inr(10_000) })
      expect(await balancesOf(home)).toEqual([[ravi, 5000]])
      expect(await assumedOn(home)).toMatchObject({ count: 1, totals: [inr(10_000)] })
      await home.moveTo('2026-10-05')
      const [, second] = await home.charges(id)
      expect(second).toMatchObject({ state: 'paid', credit: inr(0) })
      await isSound(api)
    }))

  it('stays what it was where somebody said that it went through', () =>
    inTime('2026-09-05', async (home, api) => {
      const { id } = await home.add(netflix)
      await home.person.post(`${home.person.home}/debits/confirm`, {})
      const [first] = await home.charges(id)
      expect(await typed(home, first.id, 40_000)).toMatchObject({
        paid: inr(30_000),
        outstanding: inr(10_000),
      })
      await isSound(api)
    }))

  it('is not booked again where somebody said that it failed', () =>
    inTime('2026-09-05', async (home, api) => {
      const { id } = await home.add(netflix)
      const [first] = await home.charges(id)
      const { items } = (await home.person.get(`${home.person.home}/payments?subscriptionId=${id}`)).body
      await home.person.post(`${home.person.home}/payments/${items[0].id}/deny`, { because: 'failed' })
      expect(await typed(home, first.id, 40_000)).toMatchObject({ paid: inr(0), outstanding: inr(40_000) })
      await isSound(api)
    }))

  it('keeps what somebody got money back of, and opens what is more', () =>
    inTime('2026-09-05', async (home, api) => {
      const { id } = await home.add(netflix)
      const [first] = await home.charges(id)
      await home.person.post(`${home.person.home}/charges/${first.id}/refunds`, { amount: inr(5000) })
      expect(await typed(home, first.id, 40_000)).toMatchObject({ outstanding: inr(15_000) })
      await isSound(api)
    }))

  it('counts as paid of what was entered as paid before it was added, whatever it came to', () =>
    inTime('2026-11-20', async (home, api) => {
      const { id } = await home.add({ ...netflix, recordsItself: false, pastPeriods: 'assumePaid' })
      const [first] = await home.charges(id)
      expect(await typed(home, first.id, 45_000)).toMatchObject({ state: 'paid', paid: inr(45_000) })
      expect(await assumedOn(home)).toBeNull()
      await isSound(api)
    }))
})

describe('a payment by hand that is taken back of what pays by itself', () => {
  it('was debited by itself: no bill is overdue that nobody is asked about', () =>
    inTime('2026-09-08', async (home, api) => {
      const { id } = await home.add({ ...netflix, interval: { count: 1, unit: 'week' } })
      const [, upcoming] = await home.charges(id)
      await home.pay(upcoming.id)
      await home.moveTo('2026-09-14')
      const { items } = (await home.person.get(`${home.person.home}/payments?subscriptionId=${id}`)).body
      const byHand = items.find((payment: Json) => !payment.assumed)
      const { body } = await home.person.post(`${home.person.home}/payments/${byHand.id}/reverse`, {})
      expect(body.charge).toMatchObject({ state: 'paid', paid: inr(30_000) })
      expect(await assumedOn(home)).toMatchObject({ count: 2, totals: [inr(60_000)] })
      await isSound(api)
    }))

  it('of a debit that was denied stays open, and Home says so', () =>
    inTime('2026-09-08', async (home) => {
      const { id } = await home.add(netflix)
      const [first] = await home.charges(id)
      const { items } = (await home.person.get(`${home.person.home}/payments?subscriptionId=${id}`)).body
      await home.person.post(`${home.person.home}/payments/${items[0].id}/deny`, { because: 'failed' })
      await home.pay(first.id)
      const again = (await home.person.get(`${home.person.home}/payments?subscriptionId=${id}`)).body.items
      const byHand = again.find((payment: Json) => !payment.assumed && payment.entry === 'payment')
      const { body } = await home.person.post(`${home.person.home}/payments/${byHand.id}/reverse`, {})
      expect(body.charge).toMatchObject({ state: 'overdue' })
      const { needs } = (await home.person.get(`${home.person.home}/overview`)).body
      expect(needs).toMatchObject([{ need: 'overdue' }])
    }))
})
