import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const month = { count: 1, unit: 'month' }
const fibre = {
  name: 'Fibre',
  kind: 'broadband',
  startsOn: '2026-11-20',
  interval: month,
  price: inr(100_000),
  minimumTerm: { length: { count: 12, unit: 'month' }, exitFee: inr(200_000) },
}
const openOf = async (home: HouseholdInTime, id: string) =>
  (await home.allCharges(id))
    .filter(({ state }) => state !== 'void')
    .map(({ dueOn, amount, extra }) => [dueOn, amount.amount, extra?.purpose ?? null])

describe('a minimum term', () => {
  it('is told with its end and fee, and nothing of it can be decided about', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(fibre)
      expect(await home.read(id)).toMatchObject({
        minimumTerm: { untilOn: '2027-11-20', exitFee: inr(200_000) },
        beginning: { minimumTerm: { length: { count: 12, unit: 'month' }, exitFee: inr(200_000) } },
        decideBy: '2027-11-19',
      })
      await home.moveTo('2027-11-20')
      expect(await home.read(id)).toMatchObject({ minimumTerm: null, decideBy: '2027-12-19' })
    }))

  it('costs its fee with the cancellation, seen before, and undo takes both back', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(fibre)
      const before = await openOf(home, id)
      const cancel = { when: 'atPeriodEnd', exitFee: inr(200_000) }
      const outlook = await home.outlook(id, { kind: 'cancel', ...cancel })
      expect(outlook).toMatchObject({ goes: 1, comes: 1 })
      const left = await home.act(id, 'cancel', cancel)
      expect(left).toMatchObject({
        status: 'cancelled',
        minimumTerm: null,
        extras: [{ purpose: 'exitFee', amount: inr(200_000), dueOn: '2026-12-20' }],
        acts: [{ kind: 'cancelled', price: inr(200_000) }, {}],
      })
      expect(await openOf(home, id)).toEqual([
        ['2026-11-20', 100_000, null],
        ['2026-12-20', 200_000, 'exitFee'],
      ])
      expect((await home.does(id, { kind: 'undo' })).extras).toEqual([])
      expect(await openOf(home, id)).toEqual(before)
      await home.act(id, 'cancel', cancel)
      expect((await home.act(id, 'reactivate')).extras).toEqual([])
      expect(await openOf(home, id)).toEqual(before)
    }))

  it('has its fee on the day it ends also when its start is put right, with what was paid of it', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(fibre)
      await home.act(id, 'cancel', { exitFee: inr(200_000) })
      const fee = (await home.inForce(id)).find(({ extra }) => extra?.purpose === 'exitFee')
      await home.pay(fee.id, { amount: inr(50_000) })
      const before = await home.inForce(id)
      const correct = { kind: 'correct', startsOn: '2026-11-15' }
      expect(await home.outlook(id, correct)).toMatchObject({ becomesCredit: [] })
      await home.does(id, correct)
      expect(await openOf(home, id)).toEqual([
        ['2026-11-15', 100_000, null],
        ['2026-12-15', 200_000, 'exitFee'],
      ])
      const moved = (await home.inForce(id)).at(-1)
      expect([moved.paid, moved.state]).toEqual([inr(50_000), 'partlyPaid'])
      expect((await home.read(id)).extras).toMatchObject([{ dueOn: '2026-12-15', paid: inr(50_000) }])
      await home.does(id, { kind: 'undo' })
      expect(await home.inForce(id)).toEqual(before)
      await home.does(id, { kind: 'correct', startsOn: '2026-11-18' })
      expect(await openOf(home, id)).toContainEqual(['2026-12-18', 200_000, 'exitFee'])
    }))

  it('is over once it has run: leaving then costs nothing, and a fee is refused', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add({ ...fibre, startsOn: '2025-11-20', pastPeriods: 'assumePaid' })
      expect(await home.read(id)).toMatchObject({ minimumTerm: null })
      const refused = await home.refused(id, 'cancel', { exitFee: inr(200_000) })
      expect([refused.code, refused.errors[0].pointer]).toEqual(['invalid-terms', '/exitFee'])
      const outlook = await home.refused(id, 'acts/outlook', { act: { kind: 'cancel', exitFee: inr(1) } })
      expect([outlook.code, outlook.errors[0].pointer]).toEqual(['invalid-terms', '/act/exitFee'])
      expect((await home.read(id)).status).toBe('active')
    }))

  it('stays with another plan, is gone with a new start, and can be put right', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(fibre)
      const changed = await home.does(id, { kind: 'changePlan', price: inr(120_000) })
      expect(changed.minimumTerm).toMatchObject({ untilOn: '2027-11-20' })
      await home.does(id, { kind: 'undo' })
      const { name: _, kind: __, ...terms } = fibre
      const corrected = await home.does(id, {
        kind: 'correct',
        ...terms,
        minimumTerm: { length: { count: 6, unit: 'month' } },
      })
      expect(corrected.minimumTerm).toEqual({ untilOn: '2027-05-20', exitFee: null })
      await home.act(id, 'cancel', { when: 'now', exitFee: inr(50_000) })
      await home.moveTo('2026-12-01')
      expect(await home.act(id, 'renew', {})).toMatchObject({
        minimumTerm: null,
        extras: [{ purpose: 'exitFee' }],
      })
    }))

  it('with a fee in another currency is refused', () =>
    inTime('2026-11-20', async (home) => {
      const minimumTerm = { length: month, exitFee: { amount: 100, currency: 'USD' } }
      const answer = await home.person.post(`${home.person.home}/subscriptions`, { ...fibre, minimumTerm })
      expect([answer.status, answer.body.code]).toEqual([422, 'currency-mismatch'])
      const { id } = await home.add(fibre)
      const refused = await home.refused(id, 'cancel', { exitFee: { amount: 100, currency: 'USD' } })
      expect([refused.code, refused.errors[0].pointer]).toEqual(['currency-mismatch', '/exitFee/currency'])
    }))
})

describe('what is given on top when it is added', () => {
  const paidAhead = {
    ...fibre,
    minimumTerm: undefined,
    interval: { count: 12, unit: 'month' },
    bonus: month,
    renewal: 'manual',
  }

  it('makes 13 months of 12 paid ones, in the preview and on the page', () =>
    inTime('2026-11-20', async (home) => {
      const { name: _, kind: __, minimumTerm: ___, ...terms } = paidAhead
      const preview = await home.person.post(`${home.person.home}/subscriptions/preview`, terms)
      expect(preview.body.periods[0]).toMatchObject({ endsOn: '2027-12-20', charge: inr(100_000) })
      const { id, timeline } = await home.add(paidAhead)
      expect(timeline[0]).toMatchObject({ startsOn: '2026-11-20', endsOn: '2027-12-20' })
      expect(await home.read(id)).toMatchObject({
        usableUntil: '2027-12-19',
        interval: { count: 12, unit: 'month' },
        beginning: { bonus: month },
      })
    }))

  it('is refused where nothing is paid ahead, and where it is none', () =>
    inTime('2026-11-20', async (home) => {
      const post = (draft: object) => home.person.post(`${home.person.home}/subscriptions`, draft)
      const bill = await post({ ...paidAhead, renewal: 'automatic', billDay: 5 })
      expect([bill.status, bill.body.code]).toEqual([422, 'invalid-terms'])
      const none = await post({ ...paidAhead, bonus: { count: -1, unit: 'day' } })
      expect([none.status, none.body.errors[0].pointer]).toEqual([400, '/bonus/count'])
    }))
})
