import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { count: 1, unit: 'month' }
const byHand = { recordsItself: false }
const stream = {
  name: 'Stream',
  kind: 'ott',
  startsOn: '2027-03-10',
  interval: monthly,
  price: inr(10_000),
  // What the app sends who says nothing about it.
  recordsItself: undefined,
}

/** Answers of the API, as a test reads them. */
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

const rows = async (home: HouseholdInTime, id: string) =>
  (await home.inForce(id)).map(
    ({ startsOn, amount, paid, state, credit }) =>
      `${startsOn} ${amount.amount} ${paid.amount} ${state} ${credit?.amount ?? 0}`,
  )

const moneyOf = async (home: HouseholdInTime, id: string) => ({
  rows: await rows(home, id),
  balances: await home.get('/balances'),
})

const refund = async (home: HouseholdInTime, chargeId: string, amount: number) => {
  const answer = await home.person.post(`${home.person.home}/charges/${chargeId}/refunds`, {
    amount: inr(amount),
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
}

const aSharer = async (home: HouseholdInTime): Promise<string> =>
  (await home.person.post(`${home.person.home}/members`, { name: 'Ravi' })).body.id

const next14 = async (home: HouseholdInTime) =>
  (await home.get('/overview')).next14.debits.map(({ on }: { on: string }) => on)

describe('money that came back of what was only assumed, or came with an act', () => {
  it('was really paid: the rest of it is credit once its period is taken away', () =>
    inTime('2027-03-15', async (home, api) => {
      const { id } = await home.add(stream)
      const [first] = await home.inForce(id)
      await refund(home, first.id, 5000)
      const outlook = await home.outlook(id, { kind: 'withdraw' })
      expect([outlook.takenBack, outlook.becomesCredit]).toEqual([[], [inr(5000)]])
      const gone = await home.does(id, { kind: 'withdraw' })
      expect(gone.pending).toBe(false)
      expect(await rows(home, id)).toEqual([])
      expect((await home.get('/balances')).credits).toMatchObject([{ amount: inr(5000) }])
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('of a recharge and of a fee that are taken back too', () =>
    inTime('2027-03-15', async (home, api) => {
      const pack = { ...stream, kind: 'mobile', interval: { count: 28, unit: 'day' }, renewal: 'manual' }
      const { id } = await home.add({ ...pack, startsOn: '2027-02-18' })
      await home.act(id, 'renew', { payment: {} })
      const queued = (await home.inForce(id)).at(-1)
      await refund(home, queued.id, 4000)
      expect((await home.does(id, { kind: 'undo' })).pending).toBe(false)
      await home.does(id, {
        kind: 'charge',
        purpose: 'fee',
        title: 'Fee',
        amount: inr(2000),
        payment: {},
      })
      const fee = (await home.inForce(id)).find(({ amount }) => amount.amount === 2000)
      await refund(home, fee.id, 500)
      expect((await home.does(id, { kind: 'undo' })).pending).toBe(false)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('another price', () => {
  it('holds after every bill that is paid, so that an undo of it touches none of them', () =>
    inTime('2027-03-15', async (home, api) => {
      const ravi = await aSharer(home)
      const split = { kind: 'equal', memberIds: [home.person.memberId, ravi] }
      const { id } = await home.add({
        ...stream,
        ...byHand,
        startsOn: '2027-02-28',
        price: inr(99_900),
        split,
      })
      const ahead = (await home.inForce(id)).at(-1)
      await home.pay(ahead.id)
      const first = await moneyOf(home, id)
      await home.does(id, { kind: 'changePrice', price: inr(30_000), fromOn: '2027-03-26' })
      const before = await moneyOf(home, id)
      expect(before).toEqual(first)
      await home.does(id, { kind: 'changePrice', price: inr(49_900) })
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      await home.does(id, { kind: 'changePlan', fromOn: '2027-04-13', price: inr(60_000) })
      expect((await rows(home, id))[1]).toBe('2027-03-28 51561 99900 paid 0')
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('the next fourteen days', () => {
  it('have what is expected again once a recharge or a change of plan was taken back', () =>
    inTime('2027-03-15', async (home) => {
      const pack = { ...stream, kind: 'mobile', interval: { count: 28, unit: 'day' }, renewal: 'manual' }
      const { id } = await home.add({ ...pack, startsOn: '2027-02-18' })
      expect(await next14(home)).toEqual(['2027-03-18'])
      await home.act(id, 'renew')
      await home.does(id, { kind: 'undo' })
      expect(await next14(home)).toEqual(['2027-03-18'])
    }))
})

describe('credit and what was paid too much', () => {
  it('are whose they were after a withdrawal that was taken back', () =>
    inTime('2027-03-15', async (home, api) => {
      const ravi = await aSharer(home)
      const split = { kind: 'equal', memberIds: [home.person.memberId, ravi] }
      const { id } = await home.add({ ...stream, ...byHand, price: inr(30_000), split })
      const [first, second] = await home.inForce(id)
      await home.pay(first.id, { amount: inr(30_777), overpayment: true, paidBy: ravi })
      await home.pay(second.id, { amount: inr(30_000), overpayment: true })
      const before = await moneyOf(home, id)
      const outlook = await home.outlook(id, { kind: 'withdraw' })
      expect(outlook.becomesCredit).toEqual([inr(60_000)])
      await home.does(id, { kind: 'withdraw' })
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('money that came back of what credit had paid', () => {
  it('stays with who got it, whatever that credit had paid before comes back', () =>
    inTime('2027-03-15', async (home, api) => {
      const ravi = await aSharer(home)
      const split = { kind: 'equal', memberIds: [home.person.memberId, ravi] }
      const { id } = await home.add({
        ...stream,
        ...byHand,
        price: inr(30_000),
        startsOn: '2027-02-19',
        split,
      })
      const [first, ahead] = await home.inForce(id)
      // A hundred too much pays the next one in part.
      await home.pay(first.id, { amount: inr(40_000), overpayment: true })
      await home.act(id, 'cancel')
      await home.does(id, { kind: 'charge', purpose: 'lateFee', amount: inr(3000) })
      const fee = (await home.inForce(id)).find(({ amount }) => amount.amount === 3000)
      const path = `${home.person.home}/charges/${fee.id}`
      const back = await home.person.post(`${path}/refunds`, { amount: inr(2000), receivedBy: ravi })
      expect(back.status, JSON.stringify(back.body)).toBe(201)
      await home.does(id, {
        kind: 'undo',
        of: (await home.read(id)).acts.find((act: Json) => act.kind === 'cancelled').id,
      })
      const { payments, amount } = (await home.person.get(path)).body
      expect(payments.filter((payment: Json) => payment.entry === 'refund')).toMatchObject([
        { reversedBy: null },
      ])
      expect(amount).toEqual(inr(1000))
      const again = (await home.inForce(id)).find(({ startsOn }) => startsOn === ahead.startsOn)
      expect(again).toMatchObject({ paid: inr(7000), outstanding: inr(23_000) })
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('a refund of what credit had paid', () => {
  it('is nobody’s to take back but who recorded it: until then the period does not come back', () =>
    inTime('2027-03-15', async (home, api) => {
      const ravi = await aSharer(home)
      const split = { kind: 'equal', memberIds: [home.person.memberId, ravi] }
      const { id } = await home.add({
        ...stream,
        ...byHand,
        price: inr(30_000),
        startsOn: '2027-02-19',
        split,
      })
      const [first, ahead] = await home.inForce(id)
      await home.pay(first.id)
      await home.pay(ahead.id, { amount: inr(10_000) })
      await home.act(id, 'cancel')
      const before = await moneyOf(home, id)
      await home.does(id, { kind: 'charge', purpose: 'lateFee', amount: inr(3000) })
      const fee = (await home.inForce(id)).find(({ amount }) => amount.amount === 3000)
      const path = `${home.person.home}/charges/${fee.id}`
      const { body } = await home.person.post(`${path}/refunds`, { amount: inr(2000), receivedBy: ravi })
      const cancelled = (await home.read(id)).acts.find((act: Json) => act.kind === 'cancelled').id
      const undo = { act: { kind: 'undo', of: cancelled } }
      const refusedUndo = await home.person.post(`${home.person.home}/subscriptions/${id}/acts`, undo)
      expect([refusedUndo.status, refusedUndo.body.code]).toEqual([409, 'rests-on-it'])
      await home.person.post(`${home.person.home}/payments/${body.payment.id}/reverse`, {})
      await home.does(id, { kind: 'undo', of: cancelled })
      const again = (await home.inForce(id)).find(({ startsOn }: Json) => startsOn === ahead.startsOn)
      expect(again).toMatchObject({ paid: inr(10_000) })
      expect(before.rows).toHaveLength(1)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('credit on several bills', () => {
  it('is on each of them what it was, after a withdrawal that was taken back', () =>
    inTime('2027-03-15', async (home, api) => {
      const { id } = await home.add({ ...stream, ...byHand, startsOn: '2027-02-10', price: inr(30_000) })
      const [first, second] = await home.inForce(id)
      await home.pay(first.id)
      await home.pay(second.id, { amount: inr(20_000) })
      await home.does(id, { kind: 'correct', startsOn: '2027-02-12' })
      const [moved] = await home.inForce(id)
      const typed = await home.person.post(`${home.person.home}/charges/${moved.id}/correct`, {
        amount: inr(32_445),
        reason: 'As billed',
      })
      expect(typed.status).toBeLessThan(300)
      const before = await moneyOf(home, id)
      await home.does(id, { kind: 'withdraw' })
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      await home.does(id, { kind: 'correct', startsOn: '2027-02-13' })
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('a start that was put right on what pays by itself', () => {
  it('leaves what entering it rightly leaves, and Home asks about each debit', () =>
    inTime('2027-05-06', async (home, api) => {
      const late = await home.add({ ...stream, startsOn: '2027-05-01' })
      await home.does(late.id, { kind: 'correct', startsOn: '2027-01-26' })
      const ahead = await home.add({ ...stream, startsOn: '2027-05-09' })
      await home.does(ahead.id, { kind: 'correct', startsOn: '2027-03-27' })
      const right = await home.add({ ...stream, startsOn: '2027-01-26' })
      expect(await rows(home, late.id)).toEqual(await rows(home, right.id))
      expect((await rows(home, ahead.id)).map((row) => row.split(' ')[3])).toEqual([
        'paid',
        'paid',
        'upcoming',
      ])
      const { assumed, needs } = await home.get('/overview')
      expect([assumed.count, needs]).toEqual([10, []])
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('what was put right after a change of plan, on what pays by itself', () => {
  it('leaves nothing overdue, and what was spent is the same once that is taken back', () =>
    inTime('2027-03-15', async (home, api) => {
      const { id } = await home.add({ ...stream, startsOn: '2027-03-05', price: inr(30_000) })
      await home.does(id, { kind: 'changePlan', fromOn: '2027-03-11', price: inr(50_000) })
      const spent = (await home.read(id)).lifetimeSpend
      for (const change of [{ price: inr(33_333) }, { price: inr(25_000) }, { startsOn: '2027-03-03' }]) {
        await home.does(id, { kind: 'correct', startsOn: '2027-03-05', ...change })
        expect((await home.get('/overview')).needs).toEqual([])
        expect((await rows(home, id)).filter((row) => /overdue|partly/.test(row))).toEqual([])
        await home.does(id, { kind: 'undo' })
        expect((await home.get('/overview')).needs).toEqual([])
        expect((await home.read(id)).lifetimeSpend).toEqual(spent)
      }
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('an act before the start, or beyond the calendar', () => {
  it('is refused with its place, and nothing is written', () =>
    inTime('2027-03-15', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2027-02-05' })
      const before = await moneyOf(home, id)
      const refused = (act: object) => home.refused(id, 'acts', { act })
      const plan = await refused({ kind: 'changePlan', interval: { count: 1000, unit: 'year' } })
      expect([plan.code, plan.errors[0].pointer]).toEqual(['invalid-input', '/act/interval/count'])
      await home.does(id, { kind: 'pause', fromOn: '2027-03-12' })
      expect((await refused({ kind: 'correct', startsOn: '2027-03-14' })).code).toBe('rests-on-it')
      await home.does(id, { kind: 'undo' })
      expect(await moneyOf(home, id)).toEqual(before)
      const scheduled = await home.add({ ...stream, startsOn: '2027-04-14' })
      const early = await home.refused(scheduled.id, 'acts', { act: { kind: 'pause', fromOn: '2027-03-15' } })
      expect([early.code, early.errors[0].pointer]).toEqual(['date-out-of-range', '/act/fromOn'])
    }))
})
