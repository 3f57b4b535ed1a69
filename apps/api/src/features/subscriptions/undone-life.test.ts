import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'
import { randomFrom } from '../../../test/random.ts'

/** The same life in every run; another one by `SEED`, a longer one by `OPERATIONS`. */
const seed = Number(process.env.SEED ?? 20_261_130)
const STEPS = Number(process.env.OPERATIONS ?? 30)

/** Answers of the API, as a test reads them. */
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

const inr = (amount: number) => ({ amount, currency: 'INR' })
const days = (count: number) => ({ count, unit: 'day' })
const month = { count: 1, unit: 'month' }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2027-01-31', interval: month, price: inr(30_000) }
const drafts = [
  { ...stream, recordsItself: true },
  { ...stream, name: 'By hand', recordsItself: false, startsOn: '2027-01-12' },
  { ...stream, name: 'Jio', kind: 'mobile', interval: days(28), renewal: 'manual' },
  { ...stream, name: 'Bill', kind: 'mobile', billDay: 5, dueDays: 12, recordsItself: false },
  { ...stream, name: 'Bill by itself', kind: 'mobile', billDay: 20, dueDays: 5, recordsItself: true },
  { ...stream, name: 'Trial', trial: days(14), recordsItself: true, startsOn: '2027-02-20' },
]

const plus = (date: string, count: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

/** Everything that money shows of it, and of the household. */
const moneyOf = async (home: HouseholdInTime, id: string) => ({
  rows: (await home.inForce(id)).map(
    ({ startsOn, endsOn, dueOn, amount, paid, state, credit, shares }: Json) =>
      `${startsOn} ${endsOn} ${dueOn} ${amount.amount} ${paid.amount} ${state} ${credit.amount} ${shares
        .map((share: Json) => `${share.memberId} ${share.amount.amount}`)
        .join(' ')}`,
  ),
  balances: await home.get('/balances'),
})

/** What is refused with a sentence changes nothing; anything else is a fault. */
const tried = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work()
    return true
  } catch (error) {
    if (!/^4\d\d:/.test((error as Error).message)) throw error
    return false
  }
}

describe(`a life in which much is taken back, seed ${seed},`, () => {
  it('has its money to the paisa as it was before each act that is taken back', () =>
    inTime('2027-03-01', async (home, api) => {
      const random = randomFrom(seed)
      const ravi = (await home.person.post(`${home.person.home}/members`, { name: 'Ravi' })).body.id
      const split = { kind: 'equal', memberIds: [home.person.memberId, ravi] }
      const ids: string[] = []
      for (const [at, draft] of drafts.entries())
        ids.push((await home.add({ ...draft, ...(at % 2 === 0 ? { split } : {}) })).id)
      let today = '2027-03-01'

      const post = (path: string, body: object) =>
        tried(async () => {
          const answer = await home.person.post(`${home.person.home}${path}`, body)
          if (answer.status >= 400) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
        })
      const money = async (id: string) => {
        const charges = await home.inForce(id)
        if (charges.length === 0) return
        const charge = random.oneOf(charges)
        const part = inr(Math.max(1, Math.floor((charge.amount.amount * random.between(1, 10)) / 10)))
        const path = `/charges/${charge.id}`
        switch (random.oneOf(['pay', 'pay', 'correct', 'refund', 'waive', 'unwaive', 'deny'])) {
          case 'pay':
            return post(`${path}/payments`, {
              amount: part,
              paidBy: random.oneOf([ravi, home.person.memberId]),
            })
          case 'correct':
            return post(`${path}/correct`, { amount: part, reason: 'As billed' })
          case 'refund':
            return post(`${path}/refunds`, { amount: part })
          case 'waive':
            return post(`${path}/waive`, {})
          case 'unwaive':
            return post(`${path}/unwaive`, {})
          default: {
            const { items } = await home.get(`/payments?subscriptionId=${id}&limit=100`)
            const assumed = items.find((payment: Json) => payment.assumed && payment.reversedBy === null)
            return assumed === undefined ? false : post(`/payments/${assumed.id}/deny`, { because: 'failed' })
          }
        }
      }
      const act = (id: string): Promise<unknown> => {
        const price = inr(random.between(1, 900) * 100)
        const split2 = random.oneOf([{}, { split }])
        return random.oneOf([
          () => home.does(id, { kind: 'changePlan', price, fromOn: plus(today, random.between(0, 40)) }),
          () => home.does(id, { kind: 'changePrice', price }),
          () =>
            home.does(id, {
              kind: 'pause',
              untilOn: random.oneOf([null, plus(today, random.between(1, 90))]),
            }),
          () => home.does(id, { kind: 'correct', startsOn: plus('2027-01-20', random.between(0, 40)) }),
          () =>
            home.does(id, { kind: 'correct', startsOn: plus('2027-01-20', random.between(0, 40)), price }),
          () => home.does(id, { kind: 'withdraw' }),
          () => home.does(id, { kind: 'end' }),
          () => home.does(id, { kind: 'charge', purpose: 'fee', amount: price, ...split2, payment: {} }),
          () => home.act(id, 'cancel', { when: random.oneOf(['now', 'atPeriodEnd']) }),
          () => home.act(id, 'renew', random.oneOf([{}, { payment: {} }])),
        ])()
      }

      for (let step = 0; step < STEPS; step++) {
        if (step % 5 === 0) await home.moveTo((today = plus(today, random.between(1, 20))))
        const id = random.oneOf(ids)
        if (random.oneOf([true, false])) await money(id)
        const before = await moneyOf(home, id)
        if (!(await tried(() => act(id)))) {
          expect(await moneyOf(home, id), `step ${step}, refused`).toEqual(before)
          continue
        }
        // Now and then it stays.
        if (random.between(1, 4) === 1) continue
        const undo = () => home.does(id, { kind: 'undo' })
        if (await tried(undo)) expect(await moneyOf(home, id), `step ${step}, undone`).toEqual(before)
      }
      // Events are not kept for as long as this takes.
      const faults = await ledgerFaults(api.postgres.pool)
      expect(faults.filter((fault) => !fault.includes('exactly one event'))).toEqual([])
    }))
})
