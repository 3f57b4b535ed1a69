import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../../test/a-household-in-time.ts'
import { aPerson, joins } from '../../../../test/a-person.ts'
import type { Api } from '../../../../test/harness.ts'
import { ledgerFaults } from '../../../../test/ledger-checks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { kind: 'ott', interval: { count: 1, unit: 'month' }, price: inr(30_000) }
const netflix = { ...monthly, name: 'Netflix', startsOn: '2026-09-05', recordsItself: true }

/** Answers of the API, as a test reads them. */
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

const at = (home: HouseholdInTime, path: string) => `${home.person.home}${path}`

const aSharer = async (home: HouseholdInTime): Promise<string> =>
  (await home.person.post(at(home, '/members'), { name: 'Ravi' })).body.id

const equally = (...memberIds: string[]) => ({ split: { kind: 'equal', memberIds } })

const statesOf = async (home: HouseholdInTime, id: string) =>
  (await home.charges(id)).map(({ dueOn, state }: Json) => [dueOn, state])

const paymentsOf = async (home: HouseholdInTime, id: string): Promise<Json[]> =>
  (await home.person.get(at(home, `/payments?subscriptionId=${id}&limit=100`))).body.items

const owed = async (home: HouseholdInTime) => {
  const { body } = await home.person.get(at(home, '/balances'))
  return body.transfers.map(({ from, to, amount }: Json) => [from, to, amount.amount])
}

const denied = async (home: HouseholdInTime, id: string, body: object) => {
  const answer = await home.person.post(at(home, `/payments/${id}/deny`), body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

/** Events are not kept for as long as these stories take. */
const isSound = async (api: Api) => {
  const faults = await ledgerFaults(api.postgres.pool)
  expect(faults.filter((fault) => !fault.includes('exactly one event'))).toEqual([])
}

const days = (all: Json[][]) => all.map((list) => list.map(({ paidOn, amount }) => [paidOn, amount]))

const booked = async (home: HouseholdInTime) => {
  const ravi = await aSharer(home)
  const { id } = await home.add({ ...netflix, ...equally(home.person.memberId, ravi) })
  await home.moveTo('2026-11-10')
  const [, middle] = await paymentsOf(home, id)
  return { id, ravi, middle }
}

const overview = async (home: HouseholdInTime) => (await home.person.get(at(home, '/overview'))).body
const confirm = async (home: HouseholdInTime, body: object = {}) =>
  (await home.person.post(at(home, '/debits/confirm'), body)).body

describe('what pays by itself', () => {
  it('leaves no due, right balances between two, and says that it was assumed', () =>
    inTime('2026-09-05', async (home, api) => {
      const ravi = await aSharer(home)
      const { id } = await home.add({ ...netflix, ...equally(home.person.memberId, ravi) })
      await home.moveTo('2026-12-20')
      expect(await statesOf(home, id)).toEqual([
        ['2026-09-05', 'paid'],
        ['2026-10-05', 'paid'],
        ['2026-11-05', 'paid'],
        ['2026-12-05', 'paid'],
        ['2027-01-05', 'upcoming'],
      ])
      expect(await owed(home)).toEqual([[ravi, home.person.memberId, 60_000]])
      const payments = await paymentsOf(home, id)
      expect(payments.map(({ paidOn, assumed }) => [paidOn, assumed])).toEqual([
        ['2026-12-05', true],
        ['2026-11-05', true],
        ['2026-10-05', true],
        ['2026-09-05', true],
      ])
      expect((await home.read(id)).lifetimeSpend).toEqual([inr(120_000)])
      await isSound(api)
    }))

  it('is the default where it is paid ahead and renews by itself, not for bills, never for packs', () =>
    inTime('2026-09-05', async (home) => {
      const add = (draft: object) =>
        home.add({ ...monthly, startsOn: '2026-09-05', name: 'A', recordsItself: undefined, ...draft })
      expect(await add({})).toMatchObject({ recordsItself: true, recordsItselfFrom: '2026-09-05' })
      expect(await add({ billDay: 20, dueDays: 10 })).toMatchObject({ recordsItself: false })
      expect(await add({ renewal: 'manual' })).toMatchObject({ recordsItself: false })
      const refused = await home.person.post(at(home, '/subscriptions'), {
        ...netflix,
        renewal: 'manual',
      })
      expect([refused.status, refused.body.code]).toEqual([422, 'invalid-terms'])
    }))

  it('is booked on the due day of a bill, not when the bill is made, and after a cancellation too', () =>
    inTime('2026-09-05', async (home, api) => {
      const { id } = await home.add({ ...netflix, startsOn: '2026-09-20', billDay: 20, dueDays: 10 })
      await home.moveTo('2026-10-20')
      await home.act(id, 'cancel', {})
      await home.moveTo('2026-10-29')
      const used = async () =>
        (await home.charges(id)).filter(({ state }: Json) => state !== 'void').map(({ state }: Json) => state)
      expect(await used()).not.toContain('paid')
      await home.moveTo('2026-10-30')
      expect((await used())[0]).toBe('paid')
      await home.moveTo('2027-03-01')
      expect(new Set(await used())).toEqual(new Set(['paid']))
      expect((await paymentsOf(home, id)).map(({ paidOn }) => paidOn)).toContain('2026-10-30')
      await isSound(api)
    }))

  it('books nothing for a trial, for what is paid or waived, and after it was switched off', () =>
    inTime('2026-09-05', async (home) => {
      const { id } = await home.add({ ...netflix, trial: { count: 1, unit: 'month' } })
      const [, second] = await home.charges(id)
      await home.person.post(at(home, `/charges/${second.id}/payments`), {})
      await home.moveTo('2026-10-06')
      expect((await paymentsOf(home, id)).map(({ assumed }) => assumed)).toEqual([false])
      const [, , third] = await home.charges(id)
      await home.person.post(at(home, `/charges/${third.id}/waive`), {})
      await home.moveTo('2026-11-06')
      expect(await paymentsOf(home, id)).toHaveLength(1)
      await home.change(id, { recordsItself: false })
      await home.moveTo('2026-12-06')
      expect(await paymentsOf(home, id)).toHaveLength(1)
      expect((await statesOf(home, id)).at(-2)).toEqual(['2026-12-05', 'overdue'])
    }))

  it('stops with a cancellation, and begins again with what is taken up again', () =>
    inTime('2026-09-05', async (home) => {
      const { id } = await home.add(netflix)
      await home.act(id, 'cancel', {})
      await home.moveTo('2026-11-20')
      expect(await paymentsOf(home, id)).toHaveLength(1)
      await home.act(id, 'renew', { renewedOn: '2026-11-20' })
      await home.moveTo('2026-12-21')
      expect((await paymentsOf(home, id)).map(({ paidOn }) => paidOn)).toEqual([
        '2026-12-20',
        '2026-11-20',
        '2026-09-05',
      ])
    }))

  it('can be switched on from today, or with the old dues', () =>
    inTime('2026-11-20', async (home) => {
      const old = { ...netflix, recordsItself: false }
      const [one, other] = [await home.add(old), await home.add({ ...old, name: 'Other' })]
      await home.change(one.id, { recordsItself: true })
      expect(await paymentsOf(home, one.id)).toEqual([])
      await home.change(other.id, { recordsItself: true, recordsItselfFrom: '2026-10-01' })
      expect((await paymentsOf(home, other.id)).map(({ paidOn }) => paidOn)).toEqual([
        '2026-11-05',
        '2026-10-05',
      ])
      const tooEarly = await home.person.patch(at(home, `/subscriptions/${one.id}`), {
        recordsItself: true,
        recordsItselfFrom: '2020-01-01',
      })
      expect([tooEarly.status, tooEarly.body.errors[0].pointer]).toEqual([422, '/recordsItselfFrom'])
      await home.moveTo('2026-12-05')
      expect(await paymentsOf(home, one.id)).toHaveLength(1)
    }))

  it('one jump of 14 months books what going day by day does', () =>
    inTime('2026-09-05', async (home, api) => {
      const draft = { ...netflix, billDay: 20, dueDays: 45 }
      const [one, other] = [await home.add(netflix), await home.add(draft)]
      for (let month = 0; month < 14; month++) {
        const date = new Date(Date.UTC(2026, 9 + month, 6)).toISOString().slice(0, 10)
        await home.moveTo(date)
      }
      const walked = [await paymentsOf(home, one.id), await paymentsOf(home, other.id)]
      await isSound(api)
      await inTime('2026-09-05', async (leaper) => {
        const [leapt, behind] = [await leaper.add(netflix), await leaper.add(draft)]
        await leaper.moveTo('2027-11-06')
        expect(days([await paymentsOf(leaper, leapt.id), await paymentsOf(leaper, behind.id)])).toEqual(
          days(walked),
        )
      })
    }))
})

describe('a debit that did not go through as it was booked', () => {
  it('failed: its charge is due, and is never booked again', () =>
    inTime('2026-09-05', async (home, api) => {
      const { id, ravi, middle } = await booked(home)
      expect(await denied(home, middle.id, { because: 'failed' })).toMatchObject({ state: 'overdue' })
      await home.moveTo('2026-11-20')
      await home.change(id, { recordsItself: true, recordsItselfFrom: '2026-09-05' })
      expect((await statesOf(home, id))[1]).toEqual(['2026-10-05', 'overdue'])
      expect(await owed(home)).toEqual([[ravi, home.person.memberId, 30_000]])
      const again = await home.person.post(at(home, `/payments/${middle.id}/deny`), { because: 'failed' })
      expect([again.status, again.body.code]).toEqual([409, 'already-reversed'])
      await isSound(api)
    }))

  it('another amount: the charge and what was paid become it', () =>
    inTime('2026-09-05', async (home, api) => {
      const { id, ravi, middle } = await booked(home)
      const missing = await home.person.post(at(home, `/payments/${middle.id}/deny`), {
        because: 'otherAmount',
      })
      expect(missing.body.errors[0].pointer).toBe('/amount')
      const charge = await denied(home, middle.id, { because: 'otherAmount', amount: inr(35_000) })
      expect(charge).toMatchObject({ state: 'paid', amount: inr(35_000), paid: inr(35_000) })
      expect(charge.payments.at(-1)).toMatchObject({ paidOn: '2026-10-05', assumed: false })
      expect((await home.read(id)).lifetimeSpend).toEqual([inr(95_000)])
      expect(await owed(home)).toEqual([[ravi, home.person.memberId, 47_500]])
      await isSound(api)
    }))

  it('somebody else paid: they did, on that day', () =>
    inTime('2026-09-05', async (home, api) => {
      const { ravi, middle } = await booked(home)
      const charge = await denied(home, middle.id, { because: 'somebodyElse', paidBy: ravi })
      expect(charge.payments.at(-1)).toMatchObject({ paidOn: '2026-10-05', paidBy: ravi, assumed: false })
      expect(await owed(home)).toEqual([[ravi, home.person.memberId, 15_000]])
      await isSound(api)
    }))
})

describe('Home', () => {
  it('has one line for debits that should have gone through, until somebody says so', () =>
    inTime('2026-09-05', async (home) => {
      const { id } = await home.add(netflix)
      await home.moveTo('2026-11-10')
      const { assumed, needs } = await overview(home)
      expect(needs).toEqual([])
      expect(assumed).toMatchObject({ count: 3, totals: [inr(90_000)] })
      expect(assumed.debits.map(({ on }: Json) => on)).toEqual(['2026-11-05', '2026-10-05', '2026-09-05'])
      const [latest, middle, first] = assumed.debits.map(({ paymentId }: Json) => paymentId)
      expect(await confirm(home, { paymentIds: [latest] })).toEqual({ paymentIds: [latest] })
      expect(await confirm(home, { paymentIds: [latest] })).toEqual({ paymentIds: [] })
      await denied(home, middle, { because: 'failed' })
      const then = await overview(home)
      expect(then.assumed.debits).toMatchObject([{ paymentId: first, subscriptionId: id }])
      expect(then.needs).toMatchObject([{ need: 'overdue', on: '2026-10-05' }])
      expect(await confirm(home)).toEqual({ paymentIds: [first] })
      expect((await overview(home)).assumed).toBeNull()
      // What was confirmed can still be denied.
      expect(await denied(home, latest, { because: 'failed' })).toMatchObject({ state: 'overdue' })
      const unknown = await home.person.post(at(home, '/debits/confirm'), { paymentIds: [id] })
      expect(unknown.status).toBe(404)
    }))

  it('does not list the bill that will pay itself', () =>
    inTime('2026-09-20', async (home) => {
      await home.add({ ...netflix, startsOn: '2026-09-20', billDay: 20, dueDays: 10 })
      await home.moveTo('2026-10-25')
      expect((await overview(home)).needs).toEqual([])
    }))

  it('asks once, for all that were there before, and answers with the old dues or without', () =>
    inTime('2026-11-20', async (home, api) => {
      const old = { ...netflix, recordsItself: false }
      const [one, other] = [await home.add(old), await home.add({ ...old, name: 'Other' })]
      await home.add({ ...old, name: 'Said no' })
      await api.postgres.pool.query(
        `update subscriptions set body = jsonb_set(body, '{recordsItself}', 'null') where id = any($1)`,
        [[one.id, other.id]],
      )
      await home.change(one.id, { note: 'Another revision' })
      expect((await overview(home)).unasked.map(({ name }: Json) => name)).toEqual(['Netflix', 'Other'])
      const { body } = await home.person.post(at(home, '/subscriptions/records-itself'), {
        answer: 'withOldDues',
      })
      expect(new Set(body.subscriptionIds)).toEqual(new Set([one.id, other.id]))
      const then = await overview(home)
      expect(then.unasked).toEqual([])
      expect(then.assumed.count).toBe(6)
      expect(then.needs).toHaveLength(3)
    }))

  it('shows members their own debits, and viewers none', () =>
    inTime('2026-09-05', async (home, api) => {
      await home.add(netflix)
      const ravi = await joins(api, await aPerson(api), home.person.householdId, 'member')
      const meera = await joins(api, await aPerson(api), home.person.householdId, 'viewer')
      const mine = await ravi.post(`${ravi.home}/subscriptions`, { ...netflix, name: 'Mine' })
      expect((await ravi.get(`${ravi.home}/overview`)).body.assumed).toMatchObject({ count: 1 })
      expect((await meera.get(`${meera.home}/overview`)).body.assumed).toBeNull()
      const { assumed } = await overview(home)
      expect(assumed.count).toBe(2)
      const others = assumed.debits.find(({ subscriptionId }: Json) => subscriptionId !== mine.body.id)
      const asked = { paymentIds: [others.paymentId] }
      expect((await ravi.post(`${ravi.home}/debits/confirm`, asked)).status).toBe(403)
      expect(
        (await ravi.post(`${ravi.home}/payments/${others.paymentId}/deny`, { because: 'failed' })).status,
      ).toBe(403)
    }))
})
