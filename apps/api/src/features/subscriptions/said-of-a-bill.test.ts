import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { count: 1, unit: 'month' }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2026-09-05', interval: monthly, price: inr(30_000) }
const autopay = { ...stream, recordsItself: true }

const rows = async (home: HouseholdInTime, id: string) =>
  (await home.inForce(id)).map(
    ({ startsOn, amount, paid, state }) => `${startsOn} ${amount.amount} ${paid.amount} ${state}`,
  )

const moneyOf = async (home: HouseholdInTime, id: string) => ({
  rows: await rows(home, id),
  balances: await home.get('/balances'),
})

const onCharge = async (home: HouseholdInTime, chargeId: string, action: string, body: object) => {
  const answer = await home.person.post(`${home.person.home}/charges/${chargeId}/${action}`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
}

const deny = async (home: HouseholdInTime, id: string, paidOn: string, body: object) => {
  const { items } = await home.get(`/payments?subscriptionId=${id}&limit=100`)
  const debit = items.find((payment: { paidOn: string }) => payment.paidOn === paidOn)
  const answer = await home.person.post(`${home.person.home}/payments/${debit.id}/deny`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

describe('what somebody said of a bill, once its start was put right by a day', () => {
  it('holds of the bill in its place: a debit that failed is not assumed again', () =>
    inTime('2026-11-20', async (home, api) => {
      const { id } = await home.add(autopay)
      await deny(home, id, '2026-10-05', { because: 'failed' })
      const before = await moneyOf(home, id)
      await home.does(id, { kind: 'correct', startsOn: '2026-09-06' })
      const moved = [
        '2026-09-06 30000 30000 paid',
        '2026-10-06 30000 0 overdue',
        '2026-11-06 30000 30000 paid',
        '2026-12-06 30000 0 upcoming',
      ]
      expect(await rows(home, id)).toEqual(moved)
      await home.moveTo('2026-11-21')
      expect(await rows(home, id)).toEqual(moved)
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      await home.does(id, { kind: 'correct', startsOn: '2026-09-06' })
      expect(await rows(home, id)).toEqual(moved)
      // Events are not kept for as long as this takes.
      const faults = await ledgerFaults(api.postgres.pool)
      expect(faults.filter((fault) => !fault.includes('exactly one event'))).toEqual([])
    }))

  it('holds of the bill in its place: another amount that was debited, and nothing on top of it', () =>
    inTime('2026-11-20', async (home, api) => {
      const { id } = await home.add(autopay)
      await deny(home, id, '2026-10-05', { because: 'otherAmount', amount: inr(25_000) })
      const before = await moneyOf(home, id)
      const outlook = await home.outlook(id, { kind: 'correct', startsOn: '2026-09-06' })
      await home.does(id, { kind: 'correct', startsOn: '2026-09-06' })
      expect((await rows(home, id))[1]).toBe('2026-10-06 25000 25000 paid')
      const told = outlook.lines.find(
        ({ what, startsOn }: { what: string; startsOn: string }) =>
          what === 'comes' && startsOn === '2026-10-06',
      )
      expect(told.amount).toEqual(inr(25_000))
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('holds of the bill in its place: nobody has to pay what was waived, or more than was corrected', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add({ ...stream, recordsItself: false })
      const [first, second] = await home.inForce(id)
      await onCharge(home, first.id, 'waive', { reason: 'Free month' })
      await onCharge(home, second.id, 'correct', { amount: inr(27_500), reason: 'As billed' })
      const before = await moneyOf(home, id)
      await home.does(id, { kind: 'correct', startsOn: '2026-09-07' })
      expect(await rows(home, id)).toEqual([
        '2026-09-07 30000 0 waived',
        '2026-10-07 27500 0 overdue',
        '2026-11-07 30000 0 overdue',
        '2026-12-07 30000 0 upcoming',
      ])
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
    }))

  it('says nothing of bills of another length', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add({ ...stream, recordsItself: false })
      const [first, second] = await home.inForce(id)
      await onCharge(home, first.id, 'waive', { reason: 'Free month' })
      await onCharge(home, second.id, 'correct', { amount: inr(27_500), reason: 'As billed' })
      await home.does(id, { kind: 'correct', startsOn: '2026-09-06', interval: { count: 3, unit: 'month' } })
      expect(await rows(home, id)).toEqual(['2026-09-06 30000 0 overdue', '2026-12-06 30000 0 upcoming'])
    }))
})

describe('a bill that somebody corrected, once the plan changes in the middle of its days', () => {
  it('costs the days that are left of it, and what was said again when that is taken back', () =>
    inTime('2026-11-16', async (home, api) => {
      const { id } = await home.add({ ...stream, startsOn: '2026-11-01', recordsItself: false })
      const [first] = await home.inForce(id)
      await onCharge(home, first.id, 'correct', { amount: inr(27_001), reason: 'As billed' })
      await home.pay(first.id)
      const before = await moneyOf(home, id)
      await home.does(id, { kind: 'changePlan', price: inr(60_000) })
      expect(await rows(home, id)).toEqual([
        '2026-11-01 13501 27001 paid',
        '2026-11-16 60000 13500 partlyPaid',
        '2026-12-16 60000 0 upcoming',
      ])
      const after = await moneyOf(home, id)
      expect((await home.outlook(id, { kind: 'undo' })).becomesCredit).toEqual([])
      await home.does(id, { kind: 'changePrice', price: inr(61_000), fromOn: '2027-03-01' })
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(after)
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('credit of one provider', () => {
  it('is where it was before a cancellation that was taken back, whatever came due meanwhile', () =>
    inTime('2026-11-20', async (home, api) => {
      const { id } = await home.add({ ...stream, startsOn: '2026-11-05', recordsItself: false })
      const [first] = await home.inForce(id)
      await home.pay(first.id, { amount: inr(35_000), overpayment: true })
      await home.does(id, { kind: 'charge', purpose: 'fee', title: 'Fee', amount: inr(20_000) })
      const before = await moneyOf(home, id)
      await home.act(id, 'cancel')
      expect(await rows(home, id)).toContain('2026-11-20 20000 5000 partlyPaid')
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      await home.act(id, 'cancel', { when: 'now' })
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})
